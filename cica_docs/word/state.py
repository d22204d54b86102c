"""What is being read of a Word document: where, in which view, and what was met so far."""

import unicodedata
from collections.abc import Callable, Mapping
from typing import NamedTuple

from cica_docs.documents.markdown.blocks import Footnote
from cica_docs.documents.redline.atoms import Mark
from cica_docs.documents.source import REFUSED
from cica_docs.values.day import parse_day
from cica_docs.word.package import Element, W
from cica_docs.word.received import TrackedChange, Unplaced
from cica_docs.word.styles import Style


class State:
    """What is being read: where, in which view, and what was met so far."""

    def __init__(self, wanted: str, styles: Mapping[str, Style], note: Callable[[str, str], Footnote | None]) -> None:
        self.wanted = wanted
        self.styles = styles
        self.note = note
        self.paragraph = 0
        self.unplaced: list[Unplaced] = []
        self.changes: list[TrackedChange] = []
        self.fields: list[Field] = []
        self.bookmarks: list[str] = []
        self.about: dict[str, str] = {}
        self.ranges: set[str] = set()
        self.anchors: dict[str, int] = {}

    def leave_out(self, kind: str, text: str = "") -> None:
        """Note something that has no place; once for each kind, paragraph and text."""
        entry = Unplaced(kind, self.paragraph, " ".join(text.split()))
        if not self.unplaced or self.unplaced[-1] != entry:
            self.unplaced.append(entry)


class Field:
    """A field: its instruction, which is not followed, and whether its result has begun."""

    def __init__(self) -> None:
        self.instruction = ""
        self.is_in_result = False


class Setting(NamedTuple):
    """What surrounds a run."""

    marks: tuple[Mark, ...] = ()
    kinds: frozenset[str] = frozenset()
    is_shaded: bool = False
    is_hidden: bool = False
    targets: Mapping[str, str] = {}


def change_of(element: Element, kind: str, paragraph: int, text: str) -> TrackedChange:
    """Return a tracked change with what it claims of its author and day."""
    return TrackedChange(kind, clean(str(element.get(f"{W}author", ""))), day_of(element), paragraph, clean(text))


def day_of(element: Element) -> str:
    """Return the day that a change or comment claims; empty if it is none."""
    day = str(element.get(f"{W}date", ""))[:10]
    return day if parse_day(day) is not None else ""


def clean(text: str) -> str:
    """Return a text in the form in which a register holds it, without characters that it refuses."""
    return unicodedata.normalize("NFC", REFUSED.sub("", text))


def text_in(element: Element) -> str:
    """Return all text below an element, paragraphs separated by blanks, deleted text included."""
    parts = []
    for child in element.iter():
        name = str(child.tag).rpartition("}")[2]
        if name in {"t", "delText"}:
            parts.append(child.text or "")
        elif name in {"tab", "br", "cr", "p"}:
            parts.append(" ")
    return clean("".join(parts))
