"""What a Word document says: its text as blocks, and what has no place in a text of the register."""

from collections.abc import Mapping
from typing import NamedTuple

from cica_docs.documents.markdown.blocks import Block


class Unplaced(NamedTuple):
    """Something that a text of the register cannot hold, or not as it was."""

    kind: str
    """What it is: `image`, `text-box`, `hidden` …; the catalogue of messages says what was done with it."""
    paragraph: int
    """The paragraph of the file in or after which it is, counted from one; 0 if it is outside the text."""
    text: str = ""
    """What it says, if it says anything that was left out."""


class TrackedChange(NamedTuple):
    """A change that the file tracks; author and day are what the file claims."""

    kind: str
    """`inserted` or `deleted`."""
    author: str
    day: str
    paragraph: int
    text: str


class Comment(NamedTuple):
    """A comment in the margin of the file, and the words that it is about; author and day are claims."""

    author: str
    day: str
    paragraph: int
    text: str
    about: str = ""


class Part(NamedTuple):
    """A block of the text, with the paragraph of the file in which it begins and the bookmarks in it."""

    block: Block
    paragraph: int
    bookmarks: tuple[str, ...] = ()
    style: str = ""
    """The name of the style of its first paragraph, in lower case."""
    is_bold: bool = False
    """Whether all of its words are bold, as those of a heading without a style are."""
    is_centred: bool = False


class Received(NamedTuple):
    """A Word document as it was read, with all tracked changes accepted or all rejected."""

    parts: tuple[Part, ...]
    unplaced: tuple[Unplaced, ...] = ()
    changes: tuple[TrackedChange, ...] = ()
    remarks: tuple[Comment, ...] = ()
    properties: Mapping[str, str] = {}

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The text."""
        return tuple(part.block for part in self.parts)
