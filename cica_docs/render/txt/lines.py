"""Lines of plain text within a width in cells: filled, centred, hanging beside a label, in columns."""

from collections.abc import Sequence
from itertools import zip_longest

from cica_docs.text.terminal import cell_width, pad

_GAP = "  "


def fill(text: str, width: int) -> list[str]:
    """Break a text at spaces into lines; a line end in it stays, and a word wider than the line is left whole.

    >>> fill("бір екі үш", 7)
    ['бір екі', 'үш']
    """
    return [line for part in text.split("\n") for line in _fill(part.split(" "), width)]


def _fill(words: Sequence[str], width: int) -> list[str]:
    lines, taken = [""], 0
    for word in filter(None, words):
        cells = cell_width(word)
        if taken and taken + 1 + cells > width:
            lines.append(word)
            taken = cells
        else:
            lines[-1] += f" {word}" if taken else word
            taken += cells + (1 if taken else 0)
    return lines


def center(lines: Sequence[str], width: int) -> list[str]:
    """Centre each line."""
    return [" " * max((width - cell_width(line)) // 2, 0) + line for line in lines]


def align_right(line: str, width: int) -> str:
    """Put a line at the right margin."""
    return " " * max(width - cell_width(line), 0) + line


def underline(lines: Sequence[str], character: str) -> list[str]:
    """Draw a line below that is as long as the longest one."""
    return [*lines, character * max(map(cell_width, lines), default=0)]


def indent(lines: Sequence[str], cells: int) -> list[str]:
    """Move lines to the right."""
    return hang("", lines, cells)


def hang(label: str, lines: Sequence[str], cells: int) -> list[str]:
    """Put a label before the first line; all lines begin after so many cells."""
    return [f"{pad(label if at == 0 else '', cells)}{line}" for at, line in enumerate(lines or [""])]


def set_beside(left: Sequence[str], right: Sequence[str], cells: int) -> list[str]:
    """Put lines on the left of others, which begin after so many cells."""
    return [f"{pad(first, cells)}{second}" for first, second in zip_longest(left, right, fillvalue="")]


def set_columns(rows: Sequence[Sequence[str]], width: int) -> list[str]:
    """Put the cells of rows, each of one line, under each other; no lines if they do not fit into the width."""
    widths = [max(map(cell_width, column)) for column in zip_longest(*rows, fillvalue="")]
    if sum(widths) + len(_GAP) * (len(widths) - 1) > width:
        return []
    return [_GAP.join(pad(cell, cells) for cell, cells in zip(row, widths, strict=False)) for row in rows]
