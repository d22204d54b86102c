"""Handling: which information may not reach third parties, who gave it, and where in a document it stands."""

from collections.abc import Mapping
from dataclasses import dataclass

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.kind import Kind, texts
from cica_docs.facts.event import names
from cica_docs.facts.fact import fact
from cica_docs.facts.work import Work, works_of
from cica_docs.values.language import Language

KIND = "information-item"
_OPEN = "open"


@dataclass(frozen=True, eq=False)
class Item:
    """Information that states gave under a measure."""

    work: Work
    providers: tuple[str, ...]
    recipients: tuple[str, ...]

    @property
    def id(self) -> str:
        """What consents call it by."""
        return self.work.id

    @property
    def is_restricted(self) -> bool:
        """Whether clause 4.2 guards it; what does not say plainly that it is open, or was given for own use, is."""
        original = self.work.original
        return original.get("/handling") != _OPEN or original.get("/own_use") is True

    @property
    def hashes(self) -> frozenset[str]:
        """The SHA-256 of its text and of those of its paragraphs that are listed."""
        return frozenset(names([self.work.original.get("/sha256"), *names(self.work.original.get("/shingles"))]))


@fact
def items(corpus: Corpus) -> Mapping[str, Item]:
    """The information items that can be read, by id."""
    return {
        work.id: Item(work, names(work.original.get("/provided_by")), names(work.original.get("/recipients")))
        for work in works_of(corpus, KIND)
    }


def sentence(kind: Kind, language: Language) -> str:
    """All that the body of a restricted item may hold: that its text is held elsewhere."""
    withheld = kind.data.get("withheld")
    return texts(withheld.get("says") if isinstance(withheld, Mapping) else None)[language]


@dataclass(frozen=True)
class Mark:
    """A section that is marked restricted: its id, who gave what stands there, and the item it is part of."""

    section: str
    providers: tuple[str, ...]
    item: str
    pointer: str


def may_be_marked(document: Document) -> bool:
    """Whether the word stands in a file at all: a cheap question, asked before its front matter is read."""
    return "restricted" in document.source.text


def marks(original: Document) -> tuple[Mark, ...]:
    """The restricted sections of a work; an entry that names none is a mark without a section, and means the whole."""
    found = original.get("/restricted") if may_be_marked(original) and original.is_readable else None
    if found is None:
        return ()
    if not isinstance(found, list):
        return (Mark("", (), "", "/restricted"),)
    return tuple(_mark(entry, f"/restricted/{index}") for index, entry in enumerate(found))


def _mark(entry: object, pointer: str) -> Mark:
    data = entry if isinstance(entry, dict) else {}
    section, item = data.get("section"), data.get("item")
    return Mark(
        section if isinstance(section, str) else "",
        names(data.get("provided_by")),
        item if isinstance(item, str) else "",
        pointer,
    )
