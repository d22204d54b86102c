"""The history of a work: its acts, and the commits that changed its texts."""

from collections.abc import Iterator

from cica_docs.api.act_rows import act_row, describe_act
from cica_docs.api.recording.act import find_work
from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.labels import Labels
from cica_docs.i18n.words import Words
from cica_docs.register.events import acts_as_written, corrections_of
from cica_docs.register.works import Work
from cica_docs.text.escape import escape_ci
from cica_docs.text.terminal import WIDTH, format_columns, join_lines, wrap
from cica_docs.views.listing import Listing, Row

_COLUMNS = ("on", "what", "by", "to", "ref", "languages", "counts", "commit", "path")
_REVISION = "revision"
_ID = 10
"""Digits of a commit by which it is shown."""


def list_history(corpus: Corpus, name: str) -> Listing:
    """List the acts of a work, and the commits that changed an edition, by day; acts before commits of the same day.

    An act that was corrected is listed and does not count. What is withheld from the reader has no acts to show.
    """
    work = find_work(corpus, name)
    rows = [*_acts(work), *_revisions(corpus, work)]
    return Listing("history", _COLUMNS, tuple(sorted(rows, key=lambda row: (row["on"], row["what"] == _REVISION))))


def _acts(work: Work) -> Iterator[Row]:
    corrected = {correction.corrected.pointer for correction in corrections_of(work.original) if correction.corrected}
    for act in acts_as_written(work.original):
        yield {
            "on": act.on.text,
            "what": act.kind,
            **act_row(act),
            "languages": "",
            "counts": "no" if act.pointer in corrected else "yes",
            "commit": "",
            "path": f"{act.place.path}:{act.place.span.line}",
        }


def _revisions(corpus: Corpus, work: Work) -> Iterator[Row]:
    languages: dict[tuple[str, str, str], list[str]] = {}
    for language, document in work.documents.items():
        for revision in corpus.past.revisions(document.path) if corpus.past else ():
            key = (revision.on.isoformat(), revision.author, revision.commit)
            languages.setdefault(key, []).append(language)
    for (on, author, commit), changed in languages.items():
        yield {
            "on": on,
            "what": _REVISION,
            "by": author,
            "to": "",
            "ref": "",
            "languages": " ".join(changed),
            "counts": "",
            "commit": commit,
            "path": "",
        }


def format_history(corpus: Corpus, words: Words, labels: Labels, name: str) -> str:
    """Format the history of a work as a table, with the status of the decision above it and limits below."""
    work, listing = find_work(corpus, name), list_history(corpus, name)
    title = escape_ci(work.title(words.language))
    lines = [*wrap(f"{escape_ci(work.name)} · {title}"), *wrap(words.word(f"history-of.{corpus.decision.status}")), ""]
    rows = [tuple(_cells(row, words, labels)) for row in listing.rows]
    lines += format_columns(rows, most=WIDTH, widest=1) if rows else [words.word("history-of.nothing")]
    if corpus.past is None:
        lines += ["", *wrap(words.word("history-of.outside"))]
    elif corpus.past.is_incomplete:
        lines += ["", *wrap(words.word("history-of.gaps"))]
    return join_lines(lines)


def _cells(row: Row, words: Words, labels: Labels) -> Iterator[str]:
    yield row["on"]
    if row["what"] == _REVISION:
        changed = row["languages"].replace(" ", ", ")
        yield words.sentence("history-of.revision", languages=changed, commit=row["commit"][:_ID], author=row["by"])
        return
    described = describe_act(labels, row["what"], row)
    yield escape_ci(described) if row["counts"] == "yes" else words.sentence("history-of.corrected", act=described)
