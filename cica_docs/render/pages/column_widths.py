"""The widths of columns: as the table wants them, but none narrower than its longest word."""

import re
from collections.abc import Iterable
from dataclasses import replace

from cica_docs.documents.markdown.blocks import Block, Group, Quote, Table, text_of

_LINE = 72
"""Characters of a line across an upright page, in the type of tables; few, since fonts differ in width."""
_BOLD = 1.15
"""How much wider a word is in bold, as heads of columns are."""
_MARGIN = 2
"""Characters that the margins of a cell take."""
_WORD = re.compile(r"[^\s–—/-]++[–—/-]?")
_JOINED = re.compile(r"(?<=\S)\u00a0(?=\S)")
_PERCENT = 100


def fit_columns(blocks: Iterable[Block], *, line: int = _LINE) -> tuple[Block, ...]:
    """Widen the columns that are narrower than a word in them, at the cost of those with room; `line` in characters."""
    return tuple(_fitted(block, line) for block in blocks)


def _fitted(block: Block, line: int) -> Block:
    match block:
        case Table():
            return replace(block, widths=_widths(block, line))
        case Group(blocks=inner) | Quote(blocks=inner):
            return replace(block, blocks=fit_columns(inner, line=line))
        case _:
            return block


def _widths(table: Table, line: int) -> tuple[int, ...]:
    """Return the shares of the columns in hundredths; those of a table without any only if a word needs them."""
    count = max([len(table.head), *(len(row) for row in table.rows)], default=0)
    if not count:
        return table.widths
    total = sum(table.widths)
    wanted = [_PERCENT * width / total for width in table.widths] if total and len(table.widths) == count else []
    shares = wanted or [_PERCENT / count] * count
    least = [_least(table, column, line) for column in range(count)]
    narrow = sum(max(0.0, need - share) for need, share in zip(least, shares, strict=True))
    room = sum(max(0.0, share - need) for need, share in zip(least, shares, strict=True))
    if not narrow or not room:
        return table.widths
    given = min(1.0, room / narrow)
    taken = min(1.0, narrow / room)
    return tuple(
        round(share + (need - share) * (given if need > share else taken))
        for need, share in zip(least, shares, strict=True)
    )


def _least(table: Table, column: int, line: int) -> float:
    """Return the share that the longest word of a column needs."""
    cells = [row[column] for row in table.rows if column < len(row)]
    longest: float = max((_longest_word(text_of(cell.blocks)) for cell in cells), default=0)
    if column < len(table.head):
        longest = max(longest, _BOLD * _longest_word(text_of(table.head[column].blocks)))
    return _PERCENT * (longest + _MARGIN) / line


def _longest_word(text: str) -> int:
    """Return the characters of the longest run that no line divides: a word, or words with no-break spaces."""
    return max(map(len, _WORD.findall(_JOINED.sub("x", text))), default=0)
