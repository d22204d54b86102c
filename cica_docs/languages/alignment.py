"""Which blocks of two or three languages belong together.

Section ids, paragraph numbers and parts of the page hold the languages together. Between these the blocks are aligned
as sequences are, by kind, length and the figures in them, so that what one language lacks moves nothing else.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest

from cica_docs.documents.markdown.blocks import Block, Group, Heading, Items, Paragraph, Table, text_of

_OPEN_ROLES = frozenset({"", "title", "body", "items", "annex", "parallel"})
"""Groups whose blocks are compared one by one; any other group is compared whole."""
_FIGURE = re.compile(r"[0-9]+|[A-Z]{2,}")
_LATIN = str.maketrans("абвгдезиіклмнопрстуфцээyc", "abvgdeziiklmnoprstufkeeik")
_LONG_WORD = re.compile(r"[a-z]{4}\w+")
_BEGINNING = 4
_MOST_COMPARED = 40_000
_SAME_KEY, _SAME_SORT, _LOST_KEY, _OTHER_SORT, _NEVER = 100.0, 2.0, 1.5, 0.6, float("-inf")

Pairs = list[tuple[int | None, int | None]]


@dataclass(frozen=True)
class Unit:
    """The smallest thing that is set beside its counterparts: a block and the role of the group it lies in."""

    block: Block
    role: str = ""

    @cached_property
    def key(self) -> str:
        """What it is known by in every language; an enclosure by nothing, as Kazakh letters name it further down."""
        match self.block:
            case Heading(id=name) if name:
                return f"section {name}"
            case Paragraph(number=number) if number:
                return f"number {number}"
            case Group(role=role) if role != "enclosure":
                return f"part {role}"
        return ""

    @cached_property
    def sort(self) -> str:
        """What sort of block it is."""
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
        """All characters of it, footnotes left out."""
        return text_of(self.block)

    @cached_property
    def figures(self) -> frozenset[str]:
        """The digits and Latin abbreviations in it, which no translation changes."""
        return frozenset(_FIGURE.findall(self.text))

    @cached_property
    def cognates(self) -> frozenset[str]:
        """How its longer words begin in Latin letters: many are the same in all three languages."""
        words = _LONG_WORD.findall(self.text.lower().translate(_LATIN))
        return frozenset(word[:_BEGINNING] for word in words)

    def likeness(self, other: "Unit") -> float:
        """From 0 to 1: how well length, figures and words that travel agree."""
        size, theirs = len(self.text) + 20, len(other.text) + 20
        shared, akin = 0.5, 0.0
        if self.figures or other.figures:
            shared = len(self.figures & other.figures) / len(self.figures | other.figures)
        if self.cognates and other.cognates:
            akin = len(self.cognates & other.cognates) / min(len(self.cognates), len(other.cognates))
        return (min(size, theirs) / max(size, theirs) + shared + akin) / 3


@dataclass(frozen=True)
class Row:
    """What stands side by side: for each language a unit, or nothing where it lacks one."""

    cells: tuple[Unit | None, ...]

    @property
    def is_sure(self) -> bool:
        """Whether every language has a unit here and all are of one kind."""
        return len({(cell.key, cell.sort) if cell else None for cell in self.cells}) == 1


def units_of(blocks: Sequence[Block], role: str = "") -> Iterator[Unit]:
    """The units that blocks consist of."""
    for block in blocks:
        if isinstance(block, Group) and block.role in _OPEN_ROLES and block.language is None:
            yield from units_of(block.blocks, block.role)
        else:
            yield Unit(block, role)


def align(columns: Sequence[Sequence[Unit]]) -> tuple[Row, ...]:
    """The rows of two or three columns: those of the first in their order, and between them what others have beside."""
    first, others = columns[0], columns[1:]
    beside: list[dict[int, Unit]] = []
    further: list[dict[int, list[Unit]]] = []
    for column in others:
        found: dict[int, Unit] = {}
        more: dict[int, list[Unit]] = {}
        at = 0
        for left, right in pair_units(first, column):
            at = at if left is None else left + 1
            if right is not None and left is not None:
                found[left] = column[right]
            elif right is not None:
                more.setdefault(at, []).append(column[right])
        beside.append(found)
        further.append(more)
    rows: list[Row] = []
    for index in range(len(first) + 1):
        extra = [more.get(index, []) for more in further]
        if any(extra):
            rows += _without_first(extra)
        if index < len(first):
            rows.append(Row((first[index], *(found.get(index) for found in beside))))
    return tuple(rows)


def _without_first(extra: Sequence[Sequence[Unit]]) -> Iterator[Row]:
    """Rows of what the first language lacks."""
    if len(extra) == 1 or not all(extra):
        lone = zip_longest(*extra)
        return (Row((None, *cells)) for cells in lone)
    return (Row((None, *row.cells)) for row in align(extra))


def pair_units(left: Sequence[Unit], right: Sequence[Unit]) -> Pairs:
    """Which unit of one language belongs to which of another, in order; nothing where there is none."""
    if [(unit.key, unit.sort) for unit in left] == [(unit.key, unit.sort) for unit in right]:
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
    """The longest run of keys that stand once on either side, in the same order on both."""
    here, there = _places(left), _places(right)
    shared = [(at, there[key]) for key, at in here.items() if key in there]
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


def _places(column: Sequence[Unit]) -> dict[str, int]:
    often = Counter(unit.key for unit in column)
    return {unit.key: at for at, unit in enumerate(column) if unit.key and often[unit.key] == 1}


def _between(
    left: Sequence[Unit], right: Sequence[Unit], start: tuple[int, int], end: tuple[int, int], known: frozenset[str]
) -> Pairs:
    """The best alignment of what stands between two anchors: most pairs, then the likest."""
    rows, columns = range(start[0], end[0]), range(start[1], end[1])
    if not rows or not columns or len(rows) * len(columns) > _MOST_COMPARED:
        return list(zip_longest(rows, columns))
    best = [[0.0] * (len(columns) + 1) for _ in range(len(rows) + 1)]
    for x in range(len(rows) - 1, -1, -1):
        for y in range(len(columns) - 1, -1, -1):
            together = best[x + 1][y + 1] + _worth(left[rows[x]], right[columns[y]], known)
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
    return _originals_first(pairs)


def _originals_first(pairs: Pairs) -> Pairs:
    """The same pairs; where both sides have something of their own, the first language's comes first."""
    ordered: Pairs = []
    held: Pairs = []
    for pair in pairs:
        if pair[0] is None:
            held.append(pair)
            continue
        if pair[1] is not None:
            ordered += held
            held = []
        ordered.append(pair)
    return ordered + held


def _worth(one: Unit, other: Unit, known: frozenset[str]) -> float:
    """How well two units suit each other; those that are known by what stands elsewhere do not."""
    if one.key and one.key == other.key:
        return _SAME_KEY + one.likeness(other)
    headings = isinstance(one.block, Heading), isinstance(other.block, Heading)
    if (one.key and one.key in known) or (other.key and other.key in known) or headings[0] != headings[1]:
        return _NEVER
    if one.key or other.key:
        return _LOST_KEY + one.likeness(other) if one.sort == other.sort else _NEVER
    # A part of the page that may stand elsewhere holds no paragraph back.
    is_text = one.sort == other.sort and not isinstance(one.block, Group)
    return (_SAME_SORT if is_text else _OTHER_SORT) + one.likeness(other)
