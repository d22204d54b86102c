"""A translation held against its original block by block: what renders what, and what is built otherwise."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from textwrap import shorten

from cica_docs.documents.markdown.blocks import (
    NOWHERE,
    Block,
    Cell,
    Group,
    Heading,
    Items,
    Paragraph,
    Quote,
    Table,
)
from cica_docs.languages.alignment import Unit, pair_units
from cica_docs.languages.compare.passages import Passage, footnotes_of, passage_of
from cica_docs.values.span import Span

_MOST_QUOTED = 48


@dataclass(frozen=True)
class StructuralDifference:
    """Where an edition is built differently: what sort of thing, how it differs, and where it stands on both sides."""

    sort: str
    variant: str
    here: Span
    there: Span
    details: Mapping[str, object]


class StructureComparer:
    """Goes through both editions at once."""

    def __init__(self) -> None:
        self.passages: list[tuple[Passage, Passage]] = []
        self.differences: list[StructuralDifference] = []
        self.series = 0
        self.last_series = 0

    def compare(self, theirs: Sequence[Block], ours: Sequence[Block], here: Span, there: Span) -> None:
        """Compare the blocks of the original with those of the translation; both stand within the places named."""
        left, right = [Unit(block) for block in theirs], [Unit(block) for block in ours]
        lone: dict[bool, list[tuple[Unit, Span]]] = {True: [], False: []}
        for one, other in pair_units(left, right):
            if one is not None and other is not None:
                here, there = span_of(right[other].block), span_of(left[one].block)
                self._both(left[one], right[other])
            elif one is not None:
                lone[True].append((left[one], here))
            elif other is not None:
                lone[False].append((right[other], there))
        self._lone(lone[True], lone[False])

    def _lone(self, missing: Sequence[tuple[Unit, Span]], extra: Sequence[tuple[Unit, Span]]) -> None:
        """What only one of them has; what both have in different places has been moved."""
        places = {unit.key: span_of(unit.block) for unit, _ in extra if unit.key}
        moved = {unit.key for unit, _ in missing} & set(places)
        for is_missing, units in ((True, missing), (False, extra)):
            level = 0
            for unit, beside in units:
                block, own = unit.block, span_of(unit.block)
                if isinstance(block, Heading) and (not level or block.level <= level):
                    level = block.level
                elif level:
                    continue
                if unit.key in moved:
                    if is_missing:
                        self._differ(unit, "moved", places[unit.key], own)
                elif is_missing:
                    self._differ(unit, "missing", _end(beside), own)
                else:
                    self._differ(unit, "extra", own, _end(beside))

    def _differ(self, unit: Unit, variant: str, here: Span, there: Span) -> None:
        """Note what only one of them has, or has elsewhere."""
        name, text = unit.key.partition(" ")[2], _shortened(unit)
        if isinstance(unit.block, Heading):
            details = {"name": name or text, "level": unit.block.level}
            self.differences.append(StructuralDifference("section", variant, here, there, details))
        else:
            variant = variant if name else f"{variant}-unnumbered"
            self.differences.append(
                StructuralDifference("paragraph", variant, here, there, {"name": name, "text": text})
            )

    def _both(self, one: Unit, other: Unit) -> None:
        here, there = span_of(other.block), span_of(one.block)
        if one.key != other.key:
            name, meant = other.key.partition(" ")[2], one.key.partition(" ")[2]
            details: dict[str, object] = {"name": name or _shortened(other), "meant": meant or _shortened(one)}
            if isinstance(one.block, Heading):
                details["level"] = one.block.level
                self.differences.append(StructuralDifference("section", "renamed", here, there, details))
            else:
                variant = "renumbered" if name and meant else "number-added" if name else "number-lost"
                self.differences.append(StructuralDifference("paragraph", variant, here, there, details))
        match one.block, other.block:
            case (Heading() | Paragraph()) as theirs, (Heading() | Paragraph()) as ours if type(theirs) is type(ours):
                self._texts(theirs, ours)
                if one.sort != other.sort:
                    self._kind(one, other)
            case Items() as theirs, Items() as ours if one.sort == other.sort:
                self._in_series(theirs.start is None, partial(self._items, theirs, ours))
            case Quote() as theirs, Quote() as ours:
                self.compare(theirs.blocks, ours.blocks, here, there)
            case Table() as theirs, Table() as ours:
                self._in_series(True, partial(self._tables, theirs, ours))
            case _:
                self._kind(one, other)

    def _kind(self, one: Unit, other: Unit) -> None:
        self.differences.append(StructuralDifference("kind", "", span_of(other.block), span_of(one.block), {}))

    def _in_series(self, is_free: bool, compare: Callable[[], None]) -> None:
        before = self.series
        if is_free and not before:
            self.last_series += 1
            self.series = self.last_series
        compare()
        self.series = before

    def _items(self, theirs: Items, ours: Items) -> None:
        left, right = theirs.items, ours.items
        pairs = pair_units([Unit(Quote(item)) for item in left], [Unit(Quote(item)) for item in right])
        lone = next(((one, other) for one, other in pairs if one is None or other is None), None)
        if lone:
            here = ours.span if lone[1] is None else _first(right[lone[1]], ours.span)
            there = theirs.span if lone[0] is None else _first(left[lone[0]], theirs.span)
            item = right[lone[1] or 0] if lone[0] is None else left[lone[0]]
            details = {"count": len(right), "meant": len(left), "text": _shortened(Unit(Quote(item)))}
            variant = "missing" if len(right) < len(left) else "extra"
            self.differences.append(StructuralDifference("items", variant, here, there, details))
        for one, other in pairs:
            if one is not None and other is not None:
                self.compare(left[one], right[other], _first(right[other], ours.span), _first(left[one], theirs.span))

    def _tables(self, theirs: Table, ours: Table) -> None:
        shapes = [(len(table.rows), len(table.head)) for table in (theirs, ours)]
        if shapes[0] != shapes[1]:
            details = {"rows": shapes[1][0], "columns": shapes[1][1], "meant_rows": shapes[0][0]}
            details["meant_columns"] = shapes[0][1]
            self.differences.append(StructuralDifference("table", "", ours.span, theirs.span, details))
        if shapes[0][1] == shapes[1][1]:
            left, right = [theirs.head, *theirs.rows], [ours.head, *ours.rows]
            for one, other in pair_units([_as_unit(row) for row in left], [_as_unit(row) for row in right]):
                if one is not None and other is not None:
                    for cell, counterpart in zip(left[one], right[other], strict=False):
                        self.compare(cell.blocks, counterpart.blocks, ours.span, theirs.span)

    def _texts(self, theirs: Heading | Paragraph, ours: Heading | Paragraph) -> None:
        left, right = passage_of(theirs, self.series), passage_of(ours, self.series)
        self.passages.append((left, right))
        marks = [text.text.count("[") for text in (left, right)]
        if marks[0] != marks[1]:
            details = {"count": marks[1], "meant": marks[0]}
            self.differences.append(StructuralDifference("bracket", "", ours.span, theirs.span, details))
        there, here = list(footnotes_of(theirs.content)), list(footnotes_of(ours.content))
        if len(there) != len(here):
            variant = "missing" if len(there) > len(here) else "extra"
            details = {"count": len(here), "meant": len(there)}
            self.differences.append(StructuralDifference("footnote", variant, ours.span, theirs.span, details))
        else:
            for one, other in zip(there, here, strict=True):
                self.compare(one.blocks, other.blocks, ours.span, theirs.span)


def span_of(block: Block) -> Span:
    """Where a block stands."""
    return NOWHERE if isinstance(block, Group) else block.span


def _end(span: Span) -> Span:
    """The last line of what something should follow."""
    return Span(span.end_line, span.column if span.line == span.end_line else 1, span.end_line, span.end_column)


def _first(blocks: Sequence[Block], otherwise: Span) -> Span:
    return next((span_of(block) for block in blocks), otherwise)


def _shortened(unit: Unit) -> str:
    """The first words of a block."""
    return shorten(unit.text, _MOST_QUOTED, placeholder=" …")


def _as_unit(row: Sequence[Cell]) -> Unit:
    return Unit(Quote(tuple(block for cell in row for block in cell.blocks)))
