"""Mentions: every name in front matter or data that must exist somewhere else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Written
from cica_docs.documents.query import cached_query
from cica_docs.documents.schema.schema import Schema
from cica_docs.values.day import parse_partial_date

# Sorts of names that are made up of others; `a-or-b` speaks for itself.
_SORTS = {"party": ["state", "body", "addressee", "everybody"]}
_WORDS = {"addressee": "member-states", "everybody": "all"}


@dataclass(frozen=True, eq=False)
class Reference:
    """A name at a place, what it must be, and the day on which it must be that."""

    written: Written
    pointer: str
    name: str
    what: str
    on: date
    must_be_member: bool

    def exists(self, corpus: Corpus) -> bool:
        """Whether there is such a thing, or may be: of what cannot be read nothing is known to be missing."""
        known = candidates_of(corpus, "section", self.written) if self.what == "section" else _names(corpus, self.what)
        return self.name in known or not _are_whole(corpus, self.what)


def candidates_of(corpus: Corpus, what: str, written: Written | None = None) -> tuple[str, ...]:
    """The names that a mention of some sort may have."""
    if what == "section":
        outline = getattr(written, "outline", None)
        return tuple(section.id for section in outline.sections) if outline else ()
    return tuple(_names(corpus, what))


@cached_query
def _names(corpus: Corpus, what: str) -> Mapping[str, None]:
    """All names of some sort, in their order."""
    return dict.fromkeys(_listed(corpus, what))


def _listed(corpus: Corpus, what: str) -> Iterator[str]:
    if what in _SORTS or "-or-" in what:
        for one in _SORTS.get(what, what.split("-or-")):
            yield from _listed(corpus, one)
    elif what in _WORDS:
        yield _WORDS[what]
    elif what in {"rule", "provision"}:
        yield from corpus.decision.provisions
    elif what == "work" or what in corpus.kinds.kinds:
        # A work that cannot be read is still there, and so is one that has lost its original: that is said of itself.
        found = (document for document in corpus.documents if what in {"work", document.kind})
        yield from (document.work if what == "work" else document.id for document in found)
    else:
        yield from corpus.reference.all(what)


def _are_whole(corpus: Corpus, what: str) -> bool:
    """Whether all that lists names of some sort could be read."""
    return all(corpus.reference.is_whole(one) for one in _SORTS.get(what, what.split("-or-")))


@cached_query
def references(corpus: Corpus) -> tuple[Reference, ...]:
    """All mentions in the originals and in the reference data."""
    return tuple(_mentions(corpus))


def schema_of(corpus: Corpus, written: Written) -> Schema | None:
    """The shape that the front matter or data of a file must have."""
    language = getattr(written, "language", None)
    if language is None:
        folder, _, file = written.path.rpartition("/")
        name = file.removesuffix(".yaml")
        return corpus.kinds.data(f"reference/{name}" if folder == "reference" else name)
    if language != corpus.reference.original:
        return corpus.kinds.translation
    kind = corpus.kind(written.path.partition("/")[0])
    return kind.shape if kind else None


def _mentions(corpus: Corpus) -> Iterator[Reference]:
    files: tuple[Written, ...] = (*corpus.originals, *corpus.data)
    for written in files:
        if written.problems:
            continue
        shape = schema_of(corpus, written)
        if shape is None:
            continue
        for pointer, name, node in shape.references(written.front.value):
            yield Reference(
                written,
                pointer,
                name,
                str(node["x-refers"]),
                _day(corpus, written, pointer, node),
                bool(node.get("x-member")) or "x-member-on" in node,
            )


def _day(corpus: Corpus, written: Written, pointer: str, node: Mapping[str, Any]) -> date:
    """The day of a mention: that of the act it stands in, the one its schema names, else of the first act on record."""
    front = written.front
    above = pointer
    while above:
        above = above.rpartition("/")[0]
        if when := parse_partial_date(str(front.get(f"{above}/on") or "")):
            return when.first
    for named in (node.get("x-member-on"), "/date", "/events/0/on", "/known/as_of"):
        if named and (when := parse_partial_date(str(front.get(str(named)) or ""))):
            return when.last
    return corpus.as_of
