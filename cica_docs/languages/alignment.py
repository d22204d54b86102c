"""Align the blocks of two or three languages.

Section ids, paragraph numbers and parts of the page hold the languages together. Between these the blocks are aligned
as sequences, by kind, length and the figures in them, so that a block missing in one language moves no other.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest
from typing import NamedTuple

from cica_docs.documents.markdown.blocks import Block, Group, Heading, Items, Paragraph, Table, text_of
from cica_docs.text.locale_files import read_scripts

_OPEN_ROLES = frozenset({"", "title", "body", "items", "annex", "parallel"})
"""Groups whose blocks are compared one by one; any other group is compared whole."""
_FIGURE = re.compile(r"[0-9]+|[A-Z]{2,}")
_INTERNATIONAL = read_scripts()["international"]
_LATIN = str.maketrans(_INTERNATIONAL["from"], _INTERNATIONAL["to"])
_LONG_WORD = re.compile(r"[a-z]{4}\w+")
_BEGINNING = 4
_MOST_COMPARED = 40_000
_SAME_KEY, _SAME_KIND, _LOST_KEY, _OTHER_KIND, _NEVER = 100.0, 2.0, 1.5, 0.6, float("-inf")

Pairs = list[tuple[int | None, int | None]]


@dataclass(frozen=True)
class Unit:
    """The smallest thing that is aligned: a block and the role of the group that it is in."""

    block: Block
    role: str = ""

    @cached_property
    def key(self) -> str:
        """Section id, number or part of the page; empty for an enclosure, which Kazakh letters name further down."""
        match self.block:
            case Heading(id=name) if name:
                return f"section {name}"
            case Paragraph(number=number) if number:
                return f"number {number}"
            case Group(role=role) if role != "enclosure":
                return f"part {role}"
        return ""

    @cached_property
    def kind(self) -> str:
        """The kind of block, such as `heading 2` or `bullets`."""
        match self.block:
            case Heading(level=level):
                return f"heading {level}"
            case Items(start=start):
                return "bullets" if start is None else "numbers"
            case Group(role=role) | Table(role=role):
                return f"{type(self.block).__name__} {role}"
        return type(self.block).__name__

    @cached_property
    def text(self) -> str:
        """Its text without footnotes."""
        return text_of(self.block)

    @cached_property
    def figures(self) -> frozenset[str]:
        """The digits and Latin abbreviations in it, which no translation changes."""
        return frozenset(_FIGURE.findall(self.text))

    @cached_property
    def cognates(self) -> frozenset[str]:
        """The beginnings of its longer words in Latin letters: many are the same in all three languages."""
        words = _LONG_WORD.findall(self.text.lower().translate(_LATIN))
        return frozenset(word[:_BEGINNING] for word in words)

    def similarity(self, other: "Unit") -> float:
        """Return from 0 to 1 how well length, figures and international words agree."""
        size, other_size = len(self.text) + 20, len(other.text) + 20
        shared, cognate = 0.5, 0.0
        if self.figures or other.figures:
            shared = len(self.figures & other.figures) / len(self.figures | other.figures)
        if self.cognates and other.cognates:
            cognate = len(self.cognates & other.cognates) / min(len(self.cognates), len(other.cognates))
        return (min(size, other_size) / max(size, other_size) + shared + cognate) / 3


class Row(NamedTuple):
    """Units side by side: for each language one, or None where it has none."""

    cells: tuple[Unit | None, ...]

    @property
    def is_sure(self) -> bool:
        """Whether every language has a unit and all have the same key and kind."""
        return len({(cell.key, cell.kind) if cell else None for cell in self.cells}) == 1


def units_of(blocks: Sequence[Block], role: str = "") -> Iterator[Unit]:
    """Yield the units of some blocks."""
    for block in blocks:
        if isinstance(block, Group) and block.role in _OPEN_ROLES and block.language is None:
            yield from units_of(block.blocks, block.role)
        else:
            yield Unit(block, role)


def align(columns: Sequence[Sequence[Unit]]) -> tuple[Row, ...]:
    """Return the rows of two or three columns: those of the first in order, and between them what only others have."""
    first, others = columns[0], columns[1:]
    counterparts: list[dict[int, Unit]] = []
    unpaired: list[dict[int, list[Unit]]] = []
    for column in others:
        paired: dict[int, Unit] = {}
        extra: dict[int, list[Unit]] = {}
        at = 0
        for left, right in pair_units(first, column):
            at = at if left is None else left + 1
            if right is not None and left is not None:
                paired[left] = column[right]
            elif right is not None:
                extra.setdefault(at, []).append(column[right])
        counterparts.append(paired)
        unpaired.append(extra)
    rows: list[Row] = []
    for index in range(len(first) + 1):
        between = [column.get(index, []) for column in unpaired]
        if any(between):
            rows += _rows_without_first(between)
        if index < len(first):
            rows.append(Row((first[index], *(column.get(index) for column in counterparts))))
    return tuple(rows)


def _rows_without_first(columns: Sequence[Sequence[Unit]]) -> Iterator[Row]:
    """Yield the rows of units that the first language has not."""
    if len(columns) == 1 or not all(columns):
        return (Row((None, *cells)) for cells in zip_longest(*columns))
    return (Row((None, *row.cells)) for row in align(columns))


def pair_units(left: Sequence[Unit], right: Sequence[Unit]) -> Pairs:
    """Pair the units of two languages by index, in order; None where a unit has no counterpart."""
    if [(unit.key, unit.kind) for unit in left] == [(unit.key, unit.kind) for unit in right]:
        return [(at, at) for at in range(len(left))]
    pairs: Pairs = []
    known = frozenset(unit.key for unit in left) & frozenset(unit.key for unit in right)
    done = (0, 0)
    for anchor in (*_anchors(left, right), (len(left), len(right))):
        pairs += _between(left, right, done, anchor, known)
        if anchor[0] < len(left):
            pairs.append(anchor)
        done = (anchor[0] + 1, anchor[1] + 1)
    return pairs


def _anchors(left: Sequence[Unit], right: Sequence[Unit]) -> list[tuple[int, int]]:
    """Return the longest sequence of keys that are unique on either side and in the same order on both."""
    in_left, in_right = _unique_keys(left), _unique_keys(right)
    shared = [(at, in_right[key]) for key, at in in_left.items() if key in in_right]
    ends: list[int] = []
    chains: list[tuple[int, int | None]] = []
    last: list[int] = []
    for index, (_, place) in enumerate(shared):
        rank = bisect_left(ends, place)
        chains.append((index, last[rank - 1] if rank else None))
        ends[rank : rank + 1] = [place]
        last[rank : rank + 1] = [index]
    chain: list[tuple[int, int]] = []
    step = last[-1] if last else None
    while step is not None:
        chain.append(shared[step])
        step = chains[step][1]
    return chain[::-1]


def _unique_keys(column: Sequence[Unit]) -> dict[str, int]:
    counts = Counter(unit.key for unit in column)
    return {unit.key: at for at, unit in enumerate(column) if unit.key and counts[unit.key] == 1}


def _between(
    left: Sequence[Unit], right: Sequence[Unit], start: tuple[int, int], end: tuple[int, int], known: frozenset[str]
) -> Pairs:
    """Return the best alignment of the units between two anchors: most pairs, then the most similar."""
    rows, columns = range(start[0], end[0]), range(start[1], end[1])
    if not rows or not columns or len(rows) * len(columns) > _MOST_COMPARED:
        return list(zip_longest(rows, columns))
    best = [[0.0] * (len(columns) + 1) for _ in range(len(rows) + 1)]
    for x in range(len(rows) - 1, -1, -1):
        for y in range(len(columns) - 1, -1, -1):
            together = best[x + 1][y + 1] + _score(left[rows[x]], right[columns[y]], known)
            best[x][y] = max(together, best[x + 1][y], best[x][y + 1])
    pairs: Pairs = []
    x = y = 0
    while x < len(rows) or y < len(columns):
        if y < len(columns) and best[x][y] == best[x][y + 1]:
            pairs.append((None, columns[y]))
            y += 1
        elif x < len(rows) and best[x][y] == best[x + 1][y]:
            pairs.append((rows[x], None))
            x += 1
        else:
            pairs.append((rows[x], columns[y]))
            x, y = x + 1, y + 1
    return _first_language_first(pairs)


def _first_language_first(pairs: Pairs) -> Pairs:
    """Return the same pairs; of units without counterpart side by side, the first language's comes first."""
    ordered: Pairs = []
    waiting: Pairs = []
    for pair in pairs:
        if pair[0] is None:
            waiting.append(pair)
            continue
        if pair[1] is not None:
            ordered += waiting
            waiting = []
        ordered.append(pair)
    return ordered + waiting


def _score(left: Unit, right: Unit, known: frozenset[str]) -> float:
    """Score two units; minus infinity if their keys match right units."""
    if left.key and left.key == right.key:
        return _SAME_KEY + left.similarity(right)
    headings = isinstance(left.block, Heading), isinstance(right.block, Heading)
    if (left.key and left.key in known) or (right.key and right.key in known) or headings[0] != headings[1]:
        return _NEVER
    if left.key or right.key:
        return _LOST_KEY + left.similarity(right) if left.kind == right.kind else _NEVER
    # A part of the page that may be elsewhere must not keep a paragraph from its counterpart.
    is_text = left.kind == right.kind and not isinstance(left.block, Group)
    return (_SAME_KIND if is_text else _OTHER_KIND) + left.similarity(right)
