"""Which rows of a table stay whole, and which stay on one page with the rows after them."""

from collections.abc import Iterator
from dataclasses import dataclass

from cica_docs.documents.markdown.blocks import Cell, Heading, Table, text_of

_MOST_LINES_WHOLE = 14
_MOST_LINES_KEPT = 22
_CHARACTERS_PER_PERCENT = {False: 0.9, True: 1.4}
"""Characters of a line in a hundredth of the page's width, upright and landscape."""


@dataclass(frozen=True)
class RowLayout:
    """How a row may be divided between pages."""

    is_heading: bool
    is_breakable: bool
    """Whether it is too long to stay whole."""
    rows_kept: int
    """How many rows from this one on stay on one page; 0 for a row that an earlier one keeps."""


def row_layouts(table: Table, columns: int, *, landscape: bool) -> list[RowLayout]:
    """Lay out each row from an estimate of its lines."""
    lines = [_row_lines(table, columns, row, landscape=landscape) for row in table.rows]
    counts = _rows_kept(table.rows, lines, keeps_last=table.role != "facts")
    return [
        RowLayout(_is_heading(row), row_lines > _MOST_LINES_WHOLE, count)
        for row, row_lines, count in zip(table.rows, lines, counts, strict=True)
    ]


def _is_heading(row: tuple[Cell, ...]) -> bool:
    return any(isinstance(block, Heading) for cell in row for block in cell.blocks)


def _rows_kept(rows: tuple[tuple[Cell, ...], ...], lines: list[float], *, keeps_last: bool) -> Iterator[int]:
    """Keep a heading with the rows that it heads, and the last row with the one before, if they take few lines."""
    inside = 0
    for at in range(len(rows)):
        if inside:
            inside -= 1
            yield 0
            continue
        run = 1
        while (
            at + run < len(rows)
            and _is_heading(rows[at + run - 1])
            and sum(lines[at : at + run + 1]) <= _MOST_LINES_KEPT
        ):
            run += 1
        if keeps_last and at + run == len(rows) - 1 and sum(lines[at:]) <= _MOST_LINES_KEPT:
            run += 1  # the last row alone on a page looks forgotten
        inside = run - 1
        yield run


def _row_lines(table: Table, columns: int, row: tuple[Cell, ...], *, landscape: bool) -> float:
    """Estimate the lines of a row from the shares of its columns."""
    widths = table.widths or (100 // columns,) * columns
    return max(
        (_cell_lines(cell, width, landscape=landscape) for cell, width in zip(row, widths, strict=False)), default=0
    )


def _cell_lines(cell: Cell, width: int, *, landscape: bool) -> float:
    a_line = max(width * _CHARACTERS_PER_PERCENT[landscape], 1)
    return sum(len(line) // a_line + 1 for line in text_of(cell.blocks).split("\n"))
