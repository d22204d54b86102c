"""Notes verbales: their numbers, formulae and enclosures."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.markdown.blocks import text_of
from cica_docs.documents.query import cached_query
from cica_docs.register.works import Work, works
from cica_docs.values.span import Place


class Letter(NamedTuple):
    """A work that is written as a letter."""

    work: Work
    number: str
    enclosed: tuple[tuple[str, str], ...]
    """The works it encloses, each with the pointer of the entry."""
    state: str = ""
    """The State whose own note it is, with words and a number of that State; "" for one of the organisation."""

    @property
    def identity(self) -> tuple[str, ...]:
        """What no other letter shares: the number of ours; of a State's, whose it is and the day as well."""
        return (self.state, self.number, str(self.work.original.get("/date"))) if self.state else (self.number,)


@cached_query
def letters(corpus: Corpus) -> tuple[Letter, ...]:
    """List all readable letters, by path: the works of kinds whose body is a letter."""
    return tuple(
        Letter(
            work,
            str(work.original.get("/number") or ""),
            tuple(_enclosed(work.original.get("/enclosures"))),
            sender if (sender := str(work.original.get("/from"))) in corpus.reference.all("state") else "",
        )
        for work in works(corpus).values()
        if work.kind.data.get("body") == "letter"
    )


@cached_query
def own_letters(corpus: Corpus) -> tuple[Letter, ...]:
    """List the letters of the organisation, whose words and numbers are its own."""
    return tuple(letter for letter in letters(corpus) if not letter.state)


@cached_query
def received_works(corpus: Corpus) -> frozenset[str]:
    """Return the names of the letters of States, which are recorded as they were received."""
    return frozenset(letter.work.name for letter in letters(corpus) if letter.state)


def _enclosed(entries: Any) -> Iterator[tuple[str, str]]:
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, dict) and isinstance(entry.get("work"), str):
            yield entry["work"], f"/enclosures/{index}/work"


def formula_of(work: Work, name: str) -> Mapping[str, Any]:
    """Map languages to the fragments, in order, of a formula that letters of this kind must contain."""
    formulae = work.kind.data.get("formulae")
    fragments = formulae.get(name) if isinstance(formulae, dict) else None
    return fragments if isinstance(fragments, dict) else {}


def paragraph_with(document: Document, fragments: list[str], *, last: bool) -> tuple[Place, str]:
    """Return the place of the first or last paragraph of a letter and the first fragment missing from it, or ""."""
    paragraph = document.edge_paragraph(last=last)
    if paragraph is None:
        return document.at(""), fragments[0] if fragments else ""
    text, start = text_of(paragraph).replace("\u00a0", " "), 0
    for fragment in fragments:
        position = text.find(fragment, start)
        if position < 0:
            return document.place(paragraph.span), fragment
        start = position + len(fragment)
    return document.place(paragraph.span), ""
