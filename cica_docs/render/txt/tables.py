"""Tables as lines: columns where they fit, else a label and a value on each line; languages one below the other."""

from collections.abc import Callable, Iterable, Sequence

from cica_docs.documents.markdown.blocks import Cell, Table
from cica_docs.render.txt.lines import hang, set_beside, set_columns
from cica_docs.text.terminal import cell_width

WriteCell = Callable[[Cell, int], list[str]]
"""Writes a cell as lines of at most so many cells."""

_LABEL = 23
_CODE = 4
_GAP = 2
_ABSENT = "–"
_EMPTY = Cell(())


def table_lines(table: Table, width: int, write_cell: WriteCell) -> list[str]:
    """Lay out a table by what it holds."""
    if any(cell.language for row in table.rows for cell in row):
        return _parallel(table, width, write_cell)
    if table.role == "facts":
        return _facts(table, width, write_cell)
    return _columns(table, width, write_cell) or _records(table, width, write_cell)


def _parallel(table: Table, width: int, write_cell: WriteCell) -> list[str]:
    """Write the languages of each row one below the other, with their codes at the margin."""
    lines: list[str] = []
    for row in filter(None, (table.head, *table.rows)):
        for cell in row:
            code = cell.language.value.upper() if cell.language else ""
            lines += hang(code, write_cell(cell, width - _CODE) or [_ABSENT], _CODE)
        lines.append("")
    return lines[:-1]


def _columns(table: Table, width: int, write_cell: WriteCell) -> list[str]:
    """Write columns if each cell is one line and each row fits into the width; else no lines."""
    rows = [[write_cell(cell, width) for cell in row] for row in (table.head, *table.rows) if row]
    if any(len(cell) > 1 for row in rows for cell in row):
        return []
    lines = set_columns([["".join(cell) for cell in row] for row in rows], width)
    rule = ["-" * max(map(cell_width, lines))] if table.head and lines else []
    return [*lines[:1], *rule, *lines[1:]]


def _records(table: Table, width: int, write_cell: WriteCell) -> list[str]:
    """Write each row as a block of lines: a label and a value for each cell that is not empty."""
    columns = max(map(len, (table.head, *table.rows)))
    labels = _labels([*table.head, *(_EMPTY,) * (columns - len(table.head))], write_cell)
    lines: list[str] = []
    for row in table.rows:
        pairs = [(label, cell) for label, cell in zip(labels, row, strict=False) if cell.blocks]
        lines += ["", *_beside(pairs, _label_width(labels), width, write_cell)]
    return lines[1:]


def _facts(table: Table, width: int, write_cell: WriteCell) -> list[str]:
    """Write labels with their values beside them."""
    labels = _labels([row[0] for row in table.rows], write_cell)
    pairs = [(label, row[1]) for label, row in zip(labels, table.rows, strict=True)]
    return _beside(pairs, _label_width(labels), width, write_cell)


def _labels(cells: Sequence[Cell], write_cell: WriteCell) -> list[list[str]]:
    return [_with_colon(write_cell(cell, _LABEL)) for cell in cells]


def _with_colon(lines: Sequence[str]) -> list[str]:
    return [*lines[:-1], lines[-1] if lines[-1].endswith(":") else f"{lines[-1]}:"] if lines else []


def _label_width(labels: Sequence[Sequence[str]]) -> int:
    """Return how many cells the labels of a table take, with the gap after them."""
    return max((cell_width(line) for label in labels for line in label), default=0) + _GAP


def _beside(pairs: Iterable[tuple[Sequence[str], Cell]], cells: int, width: int, write_cell: WriteCell) -> list[str]:
    """Write values beside their labels, all beginning after the same number of cells."""
    return [line for label, value in pairs for line in set_beside(label, write_cell(value, width - cells), cells)]
