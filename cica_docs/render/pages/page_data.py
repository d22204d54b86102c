"""The data of a page, in plain values."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from cica_docs.documents.acts.record import Correction, read_record
from cica_docs.documents.markdown.blocks import Block
from cica_docs.i18n.labels import Labels
from cica_docs.register.letterhead import Letterhead
from cica_docs.values.language import SOURCE_LANGUAGE, Language


@dataclass(frozen=True)
class Names:
    """Names of coded things in one language; each function returns the code if it has no name.

    The day selects among dated names: Turkey before 2022, Türkiye after.
    """

    state: Callable[[str, date], str]
    body: Callable[[str, date], str]
    area: Callable[[str], str]
    """Of a priority area or a dimension."""
    measure: Callable[[str], str]
    """The number of a measure in the Catalogue and its words; empty if it is not on record."""
    work: Callable[[str], str]
    """The title of a work, from `concept-paper/tourism`."""
    ministry: Callable[[str], tuple[str, ...]]
    """The lines that name the ministry of a State below a letter to it; none for what is no State."""


@dataclass(frozen=True)
class PageStatus:
    """The status of a work: a key of the labels' `stages`, and its first and last day if known."""

    stage: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True)
class Departure:
    """A departure of a work: the clause (none for a house rule) and its words, the reason, by whom, until when."""

    clause: str
    says: str
    reason: str
    by: str
    until: str = ""


@dataclass(frozen=True)
class PageData:
    """One work in one language, with everything its page says."""

    kind: str
    id: str
    language: Language
    title: str
    front: Mapping[str, object]
    """The front matter of the original: every date a string."""
    blocks: tuple[Block, ...]
    """The body of this language."""
    labels: Labels
    names: Names
    kind_title: str
    """The name of the kind in this language."""
    organisation: str
    """Name of the organisation in this language."""
    dated: date
    """The day of the document, from its events or front matter."""
    is_unfinished: bool = False
    """Whether a place is still to be filled in."""
    gender: str = ""
    """Of the name of the kind, in languages whose words agree with it."""
    standing: PageStatus = PageStatus()
    period: tuple[str, str] = ("", "")
    """First and last day in force after all extensions: what `derived:period` prints."""
    pages: Mapping[str, int] = field(default_factory=dict)
    """Pages of the enclosed works in this language, by `kind/id`."""
    letterhead: Letterhead = field(default_factory=Letterhead)
    """How the organisation's papers name its bodies."""
    departures: tuple[Departure, ...] = ()
    """Its departures from recommendations."""
    amended_by: tuple[str, ...] = ()
    """The symbols of its revisions, corrigenda and addenda."""
    double_sided: bool = False
    """Whether sheets are printed on both sides."""
    stale: tuple[int, ...] = ()
    """The lines on which paragraphs of this language begin that render an earlier original; 0 for the title."""
    stale_notice: str = ""
    """The notice of a draft: `stale` if paragraphs are marked, `outdated` if they cannot be identified."""
    in_columns: bool = False
    """Whether it becomes a column of a parallel edition: the parts then have the same order in all languages."""

    @property
    def work(self) -> str:
        """Kind and id: `concept-paper/tourism`."""
        return f"{self.kind}/{self.id}"

    def value(self, pointer: str) -> object:
        """Return the value of the front matter at a JSON pointer, or None; the empty pointer means all of it."""
        at: object = self.front
        for key in pointer.split("/")[1:]:
            at = at.get(key) if isinstance(at, Mapping) else None
        return at

    def strings(self, pointer: str) -> tuple[str, ...]:
        """Return the string, or the strings of the list, at a pointer."""
        value = self.value(pointer)
        listed = value if isinstance(value, list | tuple) else [value]
        return tuple(item for item in listed if isinstance(item, str))

    def mappings(self, pointer: str) -> tuple[Mapping[str, object], ...]:
        """Return the mappings of the list at a pointer."""
        value = self.value(pointer)
        return tuple(item for item in value if isinstance(item, Mapping)) if isinstance(value, list | tuple) else ()

    def events(self, *kinds: str) -> tuple[Mapping[str, object], ...]:
        """Return the events that count, of some kinds or all, in the order of the record."""
        acts = (act.data for act in read_record(self.value("/events")).counting)
        return tuple(act for act in acts if not kinds or act.get("kind") in kinds)

    @property
    def corrections(self) -> Mapping[int, Correction]:
        """The corrections of its events, by their place among these."""
        return {each.act.place: each for each in read_record(self.value("/events")).corrections if not each.fault}

    @property
    def edits(self) -> Mapping[int, Mapping[str, object]]:
        """The acts by which its words were edited, by their place among the events."""
        return {act.place: act.data for act in read_record(self.value("/events")).edits}

    def in_language(self, texts: object) -> str:
        """Return the text of this language from `{en: …, ru: …, kk: …}`, or the plain string."""
        if isinstance(texts, Mapping):
            texts = texts.get(self.language.value, texts.get(SOURCE_LANGUAGE, ""))
        return texts if isinstance(texts, str) else ""
