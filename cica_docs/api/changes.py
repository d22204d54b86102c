"""What is new in a register since an earlier state: documents, acts, and editions whose text changed."""

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby

from cica_docs.api.act_rows import act_row, describe_act, name_in
from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.i18n.labels import Labels
from cica_docs.i18n.words import Words
from cica_docs.register.events import acts_as_written
from cica_docs.register.works import Work, works
from cica_docs.text.escape import escape_ci
from cica_docs.text.terminal import WIDTH, join_lines, wrap
from cica_docs.values.language import Language
from cica_docs.views.listing import Listing, Row

_COLUMNS = ("work", "title", "what", "on", "act", "by", "to", "ref", "languages")
Editions = Mapping[Language, Document]
NEW, GONE, ACT, EDITION, TEXT = "new", "gone", "act", "edition", "text"


def list_changes(before: Corpus | None, after: Corpus, words: Words) -> Listing:
    """List by document what is new since `before`, the public view of an earlier state, or all if there is none.

    `new` and `gone` are documents, `act` one act, `edition` new languages, `text` languages whose text changed. An act
    counts as new if it was not on record before, whatever its day.
    """
    earlier, later = works(before) if before else {}, works(after)
    rows = (
        {"work": name, "title": later[name].title(words.language) if name in later else "", **change}
        for name in sorted({*earlier, *later})
        for change in _changes(earlier.get(name), later.get(name))
    )
    return Listing("changes", _COLUMNS, tuple({key: str(row.get(key, "")) for key in _COLUMNS} for row in rows))


def _changes(before: Work | None, after: Work | None) -> Iterator[Mapping[str, str]]:
    if after is None:
        yield {"what": GONE}
        return
    if before is None:
        yield {"what": NEW, "languages": " ".join(after.documents)}
    known = [act.data for act in acts_as_written(before.original)] if before else []
    for act in acts_as_written(after.original):
        if act.data not in known:
            yield {"what": ACT, "on": act.on.text, "act": act.kind, **act_row(act)}
    if before is not None:
        yield from _editions(before.documents, after.documents)


def _editions(before: Editions, after: Editions) -> Iterator[Mapping[str, str]]:
    added = [language for language in after if language not in before]
    common = [language for language in after if language in before]
    changed = [language for language in common if after[language].text != before[language].text]
    for change, languages in ((EDITION, added), (TEXT, changed)):
        if languages:
            yield {"what": change, "languages": " ".join(languages)}


def format_changes(
    corpus: Corpus, listing: Listing, words: Words, labels: Labels, since: str, most: int = WIDTH
) -> str:
    """Format the changes by document, in the reader's language."""
    name_of = name_in(corpus, labels)
    lines = [*wrap(words.sentence("changes.since", since=since), most=most)]
    if not listing.rows:
        lines += ["", words.word("changes.none")]
    for name, rows in groupby(listing.rows, key=lambda row: row["work"]):
        changes = list(rows)
        title = changes[0]["title"]
        lines += ["", *wrap(escape_ci(f"{title} ({name})" if title else name), most=most)]
        for change in changes:
            lines += wrap(describe_change(change, words, labels, name_of), first="  ", rest="    ", most=most)
    return join_lines(lines)


def describe_change(row: Row, words: Words, labels: Labels, name_of: Callable[[str], str] = str) -> str:
    """Return one change of a document as a line, in the reader's language."""
    languages = row["languages"].replace(" ", ", ")
    if row["what"] != ACT:
        return words.sentence(f"changes.{row['what']}", languages=languages)
    return escape_ci(f"{row['on']} · {describe_act(labels, row['act'], row, name_of)}")
