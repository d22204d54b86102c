"""Text on a terminal: columns that line up in every script, and paragraphs within a width."""

import re
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextvars import ContextVar
from itertools import zip_longest

WIDTH = 100
"""The cells of a line where no terminal says how many it has."""
_LEAST_CUT = 32
"""The cells that are left to a column that is cut, if it has them: a title is to be told from the next one."""
_CONTINUED = "      "
_terminal: ContextVar[int | None] = ContextVar("_terminal", default=None)
_GAP = "  "
_WIDE = frozenset("WF")
_CHANGE = re.compile(r"\{\+(?:[^+{]|\+(?!\})|\{(?!\+))*+\+\}|\[-(?:[^-\[]|-(?!\])|\[(?!-))*+-\]|(?m:^[+-] .*+$)")
_INSERTED, _DELETED = "32", "31"


def use_terminal(cells: int | None) -> None:
    """Fit what is formatted from now on to a terminal of so many cells; None for output that is no terminal."""
    _terminal.set(cells)


def line_width() -> int:
    """Return the cells of a line of text: wider lines than the usual ones are hard to read."""
    return min(_terminal.get() or WIDTH, WIDTH)


def table_width() -> int:
    """Return the cells of a line of a table, which uses the whole terminal."""
    return _terminal.get() or WIDTH


def cell_width(text: str) -> int:
    """Count the cells that a text takes on a terminal: wide characters two, combining marks none.

    >>> cell_width("Қазақстан"), cell_width("日本")
    (9, 4)
    """
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(each) else 2 if unicodedata.east_asian_width(each) in _WIDE else 1 for each in text
    )


def pad(text: str, cells: int) -> str:
    """Add spaces to a text, up to `cells` cells."""
    return text + " " * (cells - cell_width(text))


def truncate(text: str, cells: int) -> str:
    """Cut a text to `cells` cells, with `…` at its end."""
    if cell_width(text) <= cells:
        return text
    while text and cell_width(text) >= cells:
        text = text[:-1]
    return text.rstrip() + "…"


def format_columns(rows: Iterable[Sequence[str]], *, most: int | None = None, widest: int = 0) -> Iterator[str]:
    """Format rows as lines with aligned columns.

    If a line would take more than `most` cells, the column number `widest` is cut; if that is not enough, the last
    columns go on below.
    """
    listed = [tuple(row) for row in rows]
    cells = [max(map(cell_width, column)) for column in zip_longest(*listed, fillvalue="")]
    if most is not None and cells:
        over = sum(cells) + len(_GAP) * (len(cells) - 1) - most
        cells[widest] = max(cells[widest] - max(over, 0), min(cells[widest], _LEAST_CUT))
        listed = _cut_column(listed, widest, cells[widest])
    padded = [[pad(cell, cells[index]) for index, cell in enumerate(row)] for row in listed]
    lines = [_GAP.join(row).rstrip() for row in padded]
    too_wide = [most is not None and cell_width(line) > most for line in lines]
    starts = _starts_of_lines(cells, most)
    # A heading alone may be too wide: then the rows below it stay whole.
    is_broken = sum(too_wide) > 1
    for row, line, is_too_wide in zip(padded, lines, too_wide, strict=True):
        if is_broken or is_too_wide:
            yield from _lines_of_row(row, starts)
        else:
            yield line


def _starts_of_lines(cells: Sequence[int], most: int | None) -> tuple[int, ...]:
    """Return the columns with which the lines of a row begin, so that none is wider than `most` cells."""
    starts, used = [0], 0
    for column, width in enumerate(cells):
        if column and most is not None and used + len(_GAP) + width > most:
            starts.append(column)
            used = len(_CONTINUED) + width
        else:
            used += width + (len(_GAP) if column else 0)
    return tuple(starts)


def _lines_of_row(row: Sequence[str], starts: Sequence[int]) -> Iterator[str]:
    """Join the cells of a row into lines that begin with some columns; those after the first are set in."""
    for number, (start, end) in enumerate(zip_longest(starts, starts[1:])):
        line = _GAP.join(row[start:end]).rstrip()
        if line or not number:
            yield f"{_CONTINUED}{line}" if number else line


def _cut_column(rows: list[tuple[str, ...]], column: int, cells: int) -> list[tuple[str, ...]]:
    """Cut the cells of a column at their ends, or in the middle where different ones would be left the same."""
    whole = {row[column] for row in rows if column < len(row)}
    at_end = {truncate(cell, cells) for cell in whole}
    cut = truncate if len(at_end) == len(whole) else _truncate_middle
    return [
        (*row[:column], *(cut(cell, cells) for cell in row[column : column + 1]), *row[column + 1 :]) for row in rows
    ]


def _truncate_middle(text: str, cells: int) -> str:
    """Cut a text to `cells` cells, with `…` in its middle."""
    if cell_width(text) <= cells:
        return text
    end = ""
    for letter in reversed(text):
        if cell_width(letter + end) > (cells - 1) // 2:
            break
        end = letter + end
    return truncate(text, cells - cell_width(end)) + end.lstrip()


def wrap(text: str, *, first: str = "", rest: str | None = None, most: int | None = None) -> Iterator[str]:
    """Wrap a text into lines of at most `most` cells that start with `first` and `rest`."""
    yield from textwrap.wrap(
        text,
        most or line_width(),
        initial_indent=first,
        subsequent_indent=" " * cell_width(first) if rest is None else rest,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [first.rstrip()]


def join_lines(lines: Iterable[str]) -> str:
    """Join lines into a text, each with a line end."""
    return "".join(f"{line}\n" for line in lines)


def paint(text: str, code: str, *, colour: bool) -> str:
    """Wrap a text in an ANSI colour such as `1;31`, if colours are asked for."""
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text


def paint_changes(text: str) -> str:
    r"""Colour what a redline marks: `{+…+}`, `[-…-]`, and lines that begin with a sign.

    >>> paint_changes("[-a-]{+b+}") == "\x1b[31m[-a-]\x1b[0m\x1b[32m{+b+}\x1b[0m"
    True
    """
    return _CHANGE.sub(_painted, text)


def _painted(match: re.Match[str]) -> str:
    code = _INSERTED if match[0].startswith(("{+", "+ ")) else _DELETED
    return "\n".join(paint(line, code, colour=True) for line in match[0].split("\n"))
