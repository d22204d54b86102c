"""Tables that Markdown does not read as such, and rows that lack cells."""

import re
from collections.abc import Iterator
from itertools import groupby

from cica_docs.documents.misread.passage import Edit, Line, Misread, Passage, misread_lines
from cica_docs.text.escape import escape_cell

_GRID = re.compile(r"\+(?:[-=:]{2,}\+)+\s*")
_RULED = re.compile(r"\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+")
_TABBED_ITEM = re.compile(
    r"(?:[^\w\s]|\(?(?:[^\W\d_]{1,5}|[0-9]{1,3}(?:\.[0-9]{1,3}){0,3})[.)]|[0-9]{1,3}(?:\.[0-9]{1,3}){1,3})\t[^\t]*"
)
"""An item with a tab after its sign or number, as word processors copy lists."""
_ESCAPED = re.compile(r"\\.")


def find_loose_tables(passage: Passage) -> Iterator[Misread]:
    """Yield tables in tabs, in plain characters, and in bars without the row below the head that makes them one."""
    grid = [line for line in passage if _GRID.fullmatch(line.text)]
    if len(grid) > 1:
        yield misread_lines("grid", [*passage])
        return
    if len(passage) > 1 and any(_RULED.fullmatch(line.text) and "|" in line.text for line in passage):
        yield from _short_rows(passage)
        return
    for kind, sign in (("bars", "|"), ("tabs", "\t")):
        for is_row, lines in groupby(passage, key=lambda line, sign=sign: _cells(line, sign) > 1):  # type: ignore[misc]
            rows = [*lines]
            if (
                is_row
                and len(rows) > 1
                and not all(_TABBED_ITEM.fullmatch(row.text) for row in rows)
                and (kind == "tabs" or _cells(rows[0], sign) > 2)
            ):
                edits = _as_table(rows) if kind == "tabs" else ()
                named = kind if edits or kind == "bars" else "uneven"
                yield misread_lines(named, rows, edits, lines=len(rows))


def _cells(line: Line, sign: str) -> int:
    """Return in how many parts a sign within a line divides it."""
    return _ESCAPED.sub("", line.text).strip().count(sign) + 1 if sign in line.text else 1


def _as_table(rows: list[Line]) -> tuple[Edit, ...]:
    """Return what makes a table of lines with tabs, if all have as many cells."""
    cells = [[escape_cell(cell.strip()) for cell in line.text.strip().split("\t")] for line in rows]
    if len({len(row) for row in cells}) > 1 or any(line.margin for line in rows):
        return ()
    head, *rest = (f"| {' | '.join(row)} |" for row in cells)
    ruled = f"| {' | '.join('---' for _ in cells[0])} |"
    return (Edit(rows[0].start, rows[-1].end, "\n".join((head, ruled, *rest))),)


def _short_rows(passage: Passage) -> Iterator[Misread]:
    """Yield the rows of a table that have fewer cells than its head; the whole where head and ruled row differ."""
    ruled = next(number for number, line in enumerate(passage) if _RULED.fullmatch(line.text) and "|" in line.text)
    columns = _columns(passage[ruled])
    if ruled == 0 or _columns(passage[ruled - 1]) != columns:
        yield misread_lines("bars", [*passage], lines=len(passage))
        return
    for line in passage[ruled + 1 :]:
        cells = _columns(line)
        if 1 < cells < columns or (cells == 1 < columns and line.text.startswith("|")):
            yield Misread("short", line.start, line.end, {"cells": cells, "columns": columns})


def _columns(line: Line) -> int:
    return _ESCAPED.sub("", line.text).strip().strip("|").count("|") + 1
