"""Mentions: every name in front matter or data that must exist somewhere else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Written
from cica_docs.documents.schema import Shape
from cica_docs.facts.fact import fact
from cica_docs.facts.work import works
from cica_docs.values.day import partial_date

_ADDRESSEES = frozenset({"all", "member-states"})


@dataclass(frozen=True, eq=False)
class Mention:
    """A name at a place, what it must be, and the day on which it must be that."""

    written: Written
    pointer: str
    name: str
    what: str
    on: date
    must_be_member: bool

    def exists(self, corpus: Corpus) -> bool:
        """Whether there is such a thing."""
        return self.name in candidates(corpus, self.what, self.written)


def candidates(corpus: Corpus, what: str, written: Written | None = None) -> tuple[str, ...]:
    """The names that a mention of some sort may have."""
    reference = corpus.reference
    match what:
        case _ if "-or-" in what:
            return tuple(name for one in what.split("-or-") for name in candidates(corpus, one, written))
        case "party":
            return (*reference.all("state"), *reference.all("body"), *_ADDRESSEES)
        case "work":
            return tuple(works(corpus))
        case "rule" | "provision":
            return tuple(corpus.decision.provisions)
        case "section":
            sections = getattr(written, "outline", None)
            return tuple(section.id for section in sections.sections) if sections else ()
        case _ if what in corpus.kinds.kinds:
            return tuple(work.id for work in works(corpus).values() if work.kind.name == what)
        case _:
            return tuple(reference.all(what))


@fact
def mentions(corpus: Corpus) -> tuple[Mention, ...]:
    """All mentions in the originals and in the reference data."""
    return tuple(_mentions(corpus))


def shape_of(corpus: Corpus, written: Written) -> Shape | None:
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


def _mentions(corpus: Corpus) -> Iterator[Mention]:
    files: tuple[Written, ...] = (*corpus.originals, *corpus.data)
    for written in files:
        if written.problems:
            continue
        shape = shape_of(corpus, written)
        if shape is None:
            continue
        for pointer, name, node in shape.references(written.front.value):
            yield Mention(
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
        if when := partial_date(str(front.get(f"{above}/on") or "")):
            return when.first
    for named in (node.get("x-member-on"), "/date", "/events/0/on", "/known/as_of"):
        if named and (when := partial_date(str(front.get(str(named)) or ""))):
            return when.last
    return corpus.as_of
