"""What every page of the site is made with: the register, one language of the reader, and the addresses of pages."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256

from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.labels import Labels
from cica_docs.i18n.messages import Catalogue
from cica_docs.i18n.words import When, Words
from cica_docs.register.naming.titles import measure_name
from cica_docs.register.status import status_of
from cica_docs.register.works import Work, works
from cica_docs.render.site.parts import Cell, Link
from cica_docs.text.profile import profile_of
from cica_docs.values.day import PartialDate
from cica_docs.values.language import Language
from cica_docs.views.provisions import Clauses

_AFTER_LETTERS = 1_000
"""Added to the code of a character that is no letter of the language, so that it follows all letters."""
_UNSAFE = re.compile(r"[^0-9A-Za-z.-]")


@dataclass(frozen=True)
class PrintedFile:
    """A printed file that a page offers, below the folder of the site."""

    href: str
    language: str
    format: str
    pages: int
    size: int
    """Bytes."""
    sha256: str


@dataclass(frozen=True, eq=False)
class Reader:
    """One language of the reader, with the register and the words of the site."""

    corpus: Corpus
    language: Language
    labels: Labels
    catalogue: Catalogue
    words: Words
    """The words of the site."""
    printed: Mapping[str, Sequence[PrintedFile]]
    """The printed files of each work."""
    commit: str = ""

    @cached_property
    def clauses(self) -> Clauses:
        """The provisions in the reader's language."""
        return Clauses(self.corpus, self.catalogue)

    def say(self, key: str, **values: object) -> str:
        """Fill a pattern of the site."""
        return self.words.sentence(key, **values)

    def name(self, category: str, id: str, on: date | None = None) -> str:
        """Return the name of a State, body, area or measure on a day, by default that of the register."""
        return self.corpus.reference.names(category, id, on or self.corpus.as_of)[self.language]

    def measure(self, id: str) -> str:
        """Return the number of a measure in the Catalogue, if it has one, and its words."""
        return measure_name(self.corpus, id, self.language, self.corpus.as_of)

    def party(self, id: str) -> str:
        """Return the name of a State or body, or the code itself."""
        for category in ("state", "body"):
            if id in self.corpus.reference.all(category):
                return self.name(category, id)
        return id

    def day(self, when: When | PartialDate | None) -> str:
        """Return a day in the reader's form; "" if there is none."""
        return self.labels.date(when) if when else ""

    def address(self, folder: str, id: str = "") -> str:
        """Return the address of a page of what a folder holds: `en/areas/tourism.html`."""
        return f"{self.language}/{page_path(folder, id)}"

    def work_link(self, work: Work, note: str = "") -> Link:
        """Return the link to a work by its title."""
        return Link(work.title(self.language), self.address(f"works/{work.kind.name}", work.id), note)

    def work_named(self, name: str, note: str = "") -> Link:
        """Return the link to a work by its name, or the name alone if it cannot be read."""
        work = works(self.corpus).get(name)
        return Link(name, "", note) if work is None else self.work_link(work, note)

    def area_link(self, id: str, note: str = "") -> Link:
        """Return the link to an area or dimension."""
        category = "area" if id in self.corpus.reference.all("area") else "dimension"
        href = self.address("areas", id) if category == "area" else f"{self.address('areas')}#{id}"
        return Link(self.name(category, id), href, note) if id else Link("", "", note)

    def party_link(self, id: str, note: str = "") -> Link:
        """Return the link to a State or body."""
        for category, folder in (("state", "states"), ("body", "bodies")):
            if id in self.corpus.reference.all(category):
                return Link(self.name(category, id), self.address(folder, id), note)
        return Link(id, "", note)

    def party_links(self, ids: Sequence[str]) -> Cell:
        """Return the links to States and bodies."""
        return tuple(map(self.party_link, ids))

    def status(self, work: Work) -> str:
        """Return the status of a work in words."""
        return self.labels.stage(*status_of(self.corpus, work), gender=work.kind.gender[self.language])

    def sort_key(self, text: str) -> tuple[int, ...]:
        """Return the key by which texts are put in the order of the language's alphabet."""
        return tuple(
            self._places.get(character, ord(character) + _AFTER_LETTERS * character.isalpha())
            for character in text.casefold()
        )

    @cached_property
    def _places(self) -> Mapping[str, int]:
        letters = profile_of(self.language).letters
        return {letter: place for place, letter in enumerate(letters, start=ord("a")) if len(letter) == 1}

    def meeting_name(self, id: str) -> str:
        """Return the name of a meeting: its body and day."""
        entry = self.corpus.reference.entry("meeting", id)
        return (
            f"{self.party(str(entry.get('body') or ''))}, {self.day(str(entry.get('on') or entry.get('from') or ''))}"
        )

    def home(self) -> Link:
        """Return the link to the first page of the language."""
        return Link(self.words.word("home.name"), f"{self.language}/index.html")

    def section(self, folder: str) -> Link:
        """Return the link to the list of what a folder holds."""
        return Link(self.words.word("sections", folder), self.address(folder))


def symbol_of(work: Work) -> str:
    """Return the symbol of a work, the number of a note, or ""."""
    return str(work.original.get("/symbol") or work.original.get("/number") or "")


def page_path(folder: str, id: str = "") -> str:
    """Return the path of a page below the folder of its language; an id is made safe for every file system."""
    return f"{folder}/{safe_name_of(id)}.html" if id else f"{folder}.html"


def safe_name_of(id: str) -> str:
    """Return a file name for an id: itself in small letters, with a digest if that could be another's."""
    safe = _UNSAFE.sub("-", id).lower()
    return safe if safe == id.lower() and not safe.startswith(".") else f"{safe}-{sha256(id.encode()).hexdigest()[:8]}"
