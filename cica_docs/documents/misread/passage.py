"""Passages of a body: lines with no empty line between them, and what is found in them."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_MARGIN = re.compile(r"[ \t>]*+")


class Edit(NamedTuple):
    """A text to write in place of another."""

    start: int
    end: int
    text: str


class Misread(NamedTuple):
    """A part of a body that is printed otherwise than it reads; its offsets are those of the body."""

    kind: str
    start: int
    end: int
    details: Mapping[str, object]
    edits: tuple[Edit, ...] = ()
    """What puts it right, where there is no doubt."""

    def moved(self, by: int) -> "Misread":
        """Return the part with offsets of a longer text."""
        edits = tuple(Edit(start + by, end + by, text) for start, end, text in self.edits)
        return self._replace(start=self.start + by, end=self.end + by, edits=edits)


class Line(NamedTuple):
    """A line of a passage without its margin: white space and signs of quotation."""

    text: str
    start: int
    """The offset of the text in the body."""
    margin: str

    @property
    def end(self) -> int:
        """The offset behind its last character."""
        return self.start + len(self.text.rstrip())

    @property
    def parted(self) -> Edit:
        """What makes it the first line of a passage."""
        start = self.start - len(self.margin)
        return Edit(start, start, f"{self.margin.rstrip()}\n")


Passage = tuple[Line, ...]


def passages_of(body: str) -> Iterator[Passage]:
    """Yield the passages of a body; code, which is refused as a whole, is none."""
    lines: list[Line] = []
    offset, fence = 0, ""
    for text in body.split("\n"):
        margin = _MARGIN.match(text)
        width = margin.end() if margin else 0
        opens = _FENCE.match(text)
        if opens and (not fence or opens[1].startswith(fence)):
            fence = "" if fence else opens[1]
            text_is_printed = False
        else:
            text_is_printed = not fence
        if text_is_printed and len(text) > width:
            lines.append(Line(text[width:], offset + width, text[:width]))
        elif lines:
            yield tuple(lines)
            lines = []
        offset += len(text) + 1
    if lines:
        yield tuple(lines)


def misread_lines(kind: str, lines: list[Line], /, edits: tuple[Edit, ...] = (), **details: object) -> Misread:
    """Return one part for lines that follow one another."""
    return Misread(kind, lines[0].start, lines[-1].end, details, edits)
