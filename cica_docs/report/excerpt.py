"""A source line with a caret under the place of a finding."""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from cica_docs.text.escape import COMMAND, escape_character, is_unsafe
from cica_docs.values.span import Span

WIDTH = 100
_TAB = 4
_BEFORE = WIDTH // 3
# Characters read on either side of the place: a line may be as long as a file.
_REACH = 2 * WIDTH


class Excerpt(NamedTuple):
    """A line as a terminal shows it, and the carets to print below it; neither is wider than `WIDTH` cells."""

    line: str
    carets: str


class _Cell(NamedTuple):
    shown: str
    width: int


def excerpt_of(source: str, span: Span) -> Excerpt:
    """Cut a raw source line around a span, with tabs expanded and unsafe characters escaped."""
    line = source.rstrip("\r\n")
    start = min(max(span.column, 1) - 1, len(line))
    end = min(span.end_column - 1, len(line)) if span.end_line <= span.line else len(line)
    low, high = max(0, start - _REACH), min(len(line), start + _REACH)
    cells = _cells(line[low:high])
    first, last = _window(cells, start - low)
    before, after = ("…" if low + first else ""), ("…" if low + last < len(line) else "")
    indent = len(before) + _width(cells[first : start - low])
    carets = _width(cells[start - low : min(last, max(end, start) - low)])
    shown = "".join(cell.shown for cell in cells[first:last])
    return Excerpt(before + shown + after, " " * indent + "^" * max(1, carets))


def _cells(text: str) -> list[_Cell]:
    cells: list[_Cell] = []
    position = 0
    commands = {match.start() + 1 for match in COMMAND.finditer(text)}
    for number, character in enumerate(text):
        cell = _Cell(r"\x23", 4) if number in commands else _cell(character, position)
        position += cell.width
        cells.append(cell)
    return cells


def _cell(character: str, position: int) -> _Cell:
    if character == "\t":
        width = _TAB - position % _TAB
        return _Cell(" " * width, width)
    cell = _cell_of(character)
    if cell.width or position:
        return cell
    # A mark without a letter before it would combine with the frame.
    written = escape_character(character)
    return _Cell(written, len(written))


@lru_cache(maxsize=4_096)
def _cell_of(character: str) -> _Cell:
    """Return the cell of a character; a combining mark has no width."""
    if is_unsafe(character):
        written = escape_character(character)
        return _Cell(written, len(written))
    if unicodedata.category(character) in ("Mn", "Me"):
        return _Cell(character, 0)
    return _Cell(character, 2 if unicodedata.east_asian_width(character) in "WF" else 1)


def _window(cells: list[_Cell], start: int) -> tuple[int, int]:
    """Return the first and the end of the cells to show: all, or those around the place, with room for two ellipses."""
    room = WIDTH - 2
    if _width(cells) <= room:
        return 0, len(cells)
    first = _fitting(cells[:start][::-1], _BEFORE)
    last = _fitting(cells[start:], room - _width(cells[start - first : start]))
    # If the line ends early, the rest of the room shows more of its start.
    first = _fitting(cells[:start][::-1], room - _width(cells[start : start + last]))
    begin = start - first
    while begin < start and not cells[begin].width:
        begin += 1
    return begin, start + last


def _fitting(cells: list[_Cell], room: int) -> int:
    """Count the cells that fit into the room."""
    for number, cell in enumerate(cells):
        room -= cell.width
        if room < 0:
            return number
    return len(cells)


def _width(cells: list[_Cell]) -> int:
    return sum(cell.width for cell in cells)
