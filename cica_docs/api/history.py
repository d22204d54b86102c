"""The history of a work: its acts, and the commits that changed its texts."""

import shlex
from collections.abc import Iterator
from datetime import date
from itertools import zip_longest

from cica_docs.api.act_rows import act_row, describe_act, name_in
from cica_docs.api.recording.act import find_work
from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.labels import Labels
from cica_docs.i18n.words import Words
from cica_docs.register.events import acts_as_written, corrections_of
from cica_docs.register.status import status_of
from cica_docs.register.works import Work, works
from cica_docs.text.escape import escape_ci
from cica_docs.text.terminal import WIDTH, join_lines, wrap
from cica_docs.views.listing import Listing, Row

_COLUMNS = (
    "on",
    "what",
    "by",
    "to",
    "ref",
    "decision",
    "languages",
    "counts",
    "commit",
    "previous",
    "path",
)
_REVISION, DRAFT = "revision", "draft"
_DAY = len("2026-03-01  ")
_ID = 10
"""Digits of a commit by which it is shown."""


def list_history(corpus: Corpus, name: str) -> Listing:
    """List the acts of a work, and the commits that changed an edition, by day; acts before commits of the same day.

    `decision` is the governing decision with its status on the day of the act; `previous` is the commit with the text
    before, so that the two can be compared. An act that was corrected is listed and does not count. What is withheld
    from the reader has no acts to show.
    """
    work = find_work(corpus, name)
    rows = [*_acts(corpus, work), *_revisions(corpus, work)]
    return Listing("history", _COLUMNS, tuple(sorted(rows, key=lambda row: (row["on"], row["what"] == _REVISION))))


def _acts(corpus: Corpus, work: Work) -> Iterator[Row]:
    corrected = {correction.corrected.pointer for correction in corrections_of(work.original) if correction.corrected}
    for act in acts_as_written(work.original):
        yield _row(
            on=act.on.text,
            what=act.kind,
            **act_row(act),
            decision=f"{corpus.decision.id} {_status_on(corpus, act.on.first)}",
            counts="no" if act.pointer in corrected else "yes",
            path=f"{act.place.path}:{act.place.span.line}",
        )


def _status_on(corpus: Corpus, on: date) -> str:
    """Return the status of the decision on a day: a draft before its adoption, if the day of that is known."""
    standing = corpus.decision.standing
    is_before = standing.adopted_on is not None and on < standing.adopted_on
    return DRAFT if is_before else standing.name


def _revisions(corpus: Corpus, work: Work) -> Iterator[Row]:
    languages: dict[tuple[str, str, str, str], list[str]] = {}
    for language, document in work.documents.items():
        revisions = list(corpus.past.revisions(document.path)) if corpus.past else []
        for revision, former in zip_longest(revisions, revisions[1:]):
            key = (revision.on.isoformat(), revision.author, revision.commit, former.commit if former else "")
            languages.setdefault(key, []).append(language)
    for (on, author, commit, previous), changed in languages.items():
        yield _row(on=on, what=_REVISION, by=author, languages=" ".join(changed), commit=commit, previous=previous)


def _row(**values: str) -> Row:
    return {column: values.get(column, "") for column in _COLUMNS}


def format_history(corpus: Corpus, words: Words, labels: Labels, name: str, most: int = WIDTH) -> str:
    """Format the history of a work as a table, with the status of the decision above it and limits below."""
    work, listing = find_work(corpus, name), list_history(corpus, name)
    title = escape_ci(work.title(words.language))
    status = words.word(f"history-of.{corpus.decision.status}")
    lines = [*wrap(f"{escape_ci(work.name)} · {title}", most=most), *wrap(status, most=most), ""]
    for row in listing.rows:
        described = _describe(corpus, row, words, labels)
        lines += wrap(described, first=f"{row['on']:{_DAY}}", rest=" " * _DAY, most=most)
    if not listing.rows:
        lines.append(words.word("history-of.nothing"))
    if revised := [row for row in listing.rows if row["previous"]]:
        revisions = ["--base", revised[-1]["previous"][:_ID], "--revision", revised[-1]["commit"][:_ID]]
        command = shlex.join(["cica", "compare", work.name, *revisions])
        lines += ["", *wrap(words.sentence("history-of.redline", command=command), most=most)]
    for other in works(corpus).values():
        if other.original.get("/revises/work") == work.name:
            shown = labels.stage(*status_of(corpus, other), gender=other.kind.gender[labels.language])
            lines += ["", *wrap(words.sentence("history-of.changed-by", work=other.name, status=shown), most=most)]
    if corpus.past is None:
        lines += ["", *wrap(words.word("history-of.outside"), most=most)]
    elif corpus.past.is_incomplete:
        lines += ["", *wrap(words.word("history-of.gaps"), most=most)]
    return join_lines(lines)


def _describe(corpus: Corpus, row: Row, words: Words, labels: Labels) -> str:
    if row["what"] == _REVISION:
        changed = row["languages"].replace(" ", ", ")
        return words.sentence("history-of.revision", languages=changed, commit=row["commit"][:_ID], author=row["by"])
    described = describe_act(labels, row["what"], row, name_in(corpus, labels))
    if row["decision"].endswith(f" {DRAFT}") and corpus.decision.status != DRAFT:
        described = f"{described} · {words.word('history-of.before-adoption')}"
    return escape_ci(described) if row["counts"] == "yes" else words.sentence("history-of.corrected", act=described)
