"""Compare two bodies block by block: which blocks translate each other, and what is built otherwise."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from textwrap import shorten
from typing import NamedTuple

from cica_docs.documents.markdown.blocks import (
    NOWHERE,
    Block,
    Footnote,
    Group,
    Heading,
    Inline,
    Items,
    Link,
    Paragraph,
    Quote,
    Table,
    text_of,
)
from cica_docs.languages.alignment import Unit, pair_units
from cica_docs.languages.compare.proposals import differing_proposals, without_states
from cica_docs.languages.pairs import TranslationPair
from cica_docs.register.works import Work
from cica_docs.values.span import Place, Span

_MOST_QUOTED = 48


class Passage(NamedTuple):
    """A text that is compared in one piece: a title, heading, paragraph, list item, cell or footnote."""

    text: str
    span: Span
    links: tuple[str, ...] = ()
    list_group: int = 0
    """The list of bullets or table that it belongs to, whose parts each language may order by its alphabet."""


class StructuralDifference(NamedTuple):
    """Where a translation is built differently: the kind of thing, how it differs, and the place on both sides."""

    kind: str
    variant: str
    in_translation: Place
    in_source: Place
    details: Mapping[str, object]
    work: Work


class StructureComparer:
    """Walks through the blocks of a source and its translation, and collects passages and differences."""

    def __init__(self, pair: TranslationPair) -> None:
        self.passages: list[tuple[Passage, Passage]] = []
        self.differences: list[StructuralDifference] = []
        self._pair = pair
        self._list_group = 0
        self._last_list_group = 0

    def compare(
        self, source: Sequence[Block], translation: Sequence[Block], in_translation: Span, in_source: Span
    ) -> None:
        """Compare blocks of the source with those of the translation, which lie within the places named."""
        sources, translations = [Unit(block) for block in source], [Unit(block) for block in translation]
        missing: list[tuple[Unit, Span]] = []
        extra: list[tuple[Unit, Span]] = []
        for left, right in pair_units(sources, translations):
            if left is not None and right is not None:
                in_translation, in_source = span_of(translations[right].block), span_of(sources[left].block)
                self._compare_units(sources[left], translations[right])
            elif left is not None:
                missing.append((sources[left], in_translation))
            elif right is not None:
                extra.append((translations[right], in_source))
        if missing or extra:
            self._report_unpaired(missing, extra)

    def _compare_units(self, source: Unit, translation: Unit) -> None:
        in_translation, in_source = span_of(translation.block), span_of(source.block)
        if source.key != translation.key:
            self._report_renamed(source, translation)
        match source.block, translation.block:
            case (Heading() | Paragraph()) as left, (Heading() | Paragraph()) as right if type(left) is type(right):
                self._compare_texts(left, right)
                if source.kind != translation.kind:
                    self._report("kind", "", in_translation, in_source)
            case Items() as left, Items() as right if source.kind == translation.kind:
                with self._in_list_group(is_free=left.start is None):
                    self._compare_items(left, right)
            case Quote() as left, Quote() as right:
                self.compare(left.blocks, right.blocks, in_translation, in_source)
            case Table() as left, Table() as right:
                with self._in_list_group(is_free=True):
                    self._compare_tables(left, right)
            case _:
                self._report("kind", "", in_translation, in_source)

    @contextmanager
    def _in_list_group(self, *, is_free: bool) -> Iterator[None]:
        """Give a number to a list or table that each language may order for itself, unless it lies within one."""
        before = self._list_group
        if is_free and not before:
            self._last_list_group += 1
            self._list_group = self._last_list_group
        yield
        self._list_group = before

    def _compare_texts(self, source: Heading | Paragraph, translation: Heading | Paragraph) -> None:
        (left, left_footnotes), (right, right_footnotes) = map(self._passage_of, (source, translation))
        names = self._pair.delegations
        self.passages.append(
            (
                left._replace(text=without_states(left.text, names)),
                right._replace(text=without_states(right.text, names)),
            )
        )
        if differing := differing_proposals(self._pair, left.text, right.text):
            self._report("bracket", "", translation.span, source.span, differing)
        if len(left_footnotes) != len(right_footnotes):
            variant = "missing" if len(left_footnotes) > len(right_footnotes) else "extra"
            footnotes = {"count": len(right_footnotes), "meant": len(left_footnotes)}
            self._report("footnote", variant, translation.span, source.span, footnotes)
        else:
            for original, translated in zip(left_footnotes, right_footnotes, strict=True):
                self.compare(original.blocks, translated.blocks, translation.span, source.span)

    def _passage_of(self, block: Heading | Paragraph) -> tuple[Passage, list[Footnote]]:
        """Return the passage of a heading or paragraph, and its footnotes."""
        inlines = list(_inlines(block.content))
        links = tuple(inline.target for inline in inlines if isinstance(inline, Link))
        passage = Passage(text_of(block.content), block.span, links, self._list_group)
        return passage, [inline for inline in inlines if isinstance(inline, Footnote)]

    def _compare_items(self, source: Items, translation: Items) -> None:
        left, right = source.items, translation.items
        pairs = pair_units([Unit(Quote(item)) for item in left], [Unit(Quote(item)) for item in right])
        unpaired = next((pair for pair in pairs if None in pair), None)
        if unpaired:
            at_left, at_right = unpaired
            in_translation = translation.span if at_right is None else _first_span(right[at_right], translation.span)
            in_source = source.span if at_left is None else _first_span(left[at_left], source.span)
            item = right[at_right or 0] if at_left is None else left[at_left]
            details = {"count": len(right), "meant": len(left), "text": _shorten(Unit(Quote(item)))}
            self._report("items", "missing" if len(right) < len(left) else "extra", in_translation, in_source, details)
        for at_left, at_right in pairs:
            if at_left is not None and at_right is not None:
                places = _first_span(right[at_right], translation.span), _first_span(left[at_left], source.span)
                self.compare(left[at_left], right[at_right], *places)

    def _compare_tables(self, source: Table, translation: Table) -> None:
        rows, columns = (len(source.rows), len(translation.rows)), (len(source.head), len(translation.head))
        if rows[0] != rows[1] or columns[0] != columns[1]:
            details = {"rows": rows[1], "columns": columns[1], "meant_rows": rows[0], "meant_columns": columns[0]}
            self._report("table", "", translation.span, source.span, details)
        if columns[0] != columns[1]:
            return
        left, right = [source.head, *source.rows], [translation.head, *translation.rows]
        units = [
            [Unit(Quote(tuple(block for cell in row for block in cell.blocks))) for row in table]
            for table in (left, right)
        ]
        for at_left, at_right in pair_units(*units):
            if at_left is not None and at_right is not None:
                for cell, counterpart in zip(left[at_left], right[at_right], strict=False):
                    self.compare(cell.blocks, counterpart.blocks, translation.span, source.span)

    def _report_unpaired(self, missing: Sequence[tuple[Unit, Span]], extra: Sequence[tuple[Unit, Span]]) -> None:
        """Report what only one side has, each with the block beside it on the other side; what both have was moved."""
        places = {unit.key: span_of(unit.block) for unit, _ in extra if unit.key}
        moved = {unit.key for unit, _ in missing} & set(places)
        for is_missing, units in ((True, missing), (False, extra)):
            level = 0
            for unit, beside in units:
                block, own = unit.block, span_of(unit.block)
                if isinstance(block, Heading) and (not level or block.level <= level):
                    level = block.level
                elif level:
                    continue  # lies in the section that is reported
                if unit.key in moved:
                    if is_missing:
                        self._report_unit(unit, "moved", places[unit.key], own)
                elif is_missing:
                    self._report_unit(unit, "missing", _end_of(beside), own)
                else:
                    self._report_unit(unit, "extra", own, _end_of(beside))

    def _report_unit(self, unit: Unit, variant: str, in_translation: Span, in_source: Span) -> None:
        name, text = unit.key.partition(" ")[2], _shorten(unit)
        if isinstance(unit.block, Heading):
            details = {"name": name or text, "level": unit.block.level}
            self._report("section", variant, in_translation, in_source, details)
        else:
            variant = variant if name else f"{variant}-unnumbered"
            self._report("paragraph", variant, in_translation, in_source, {"name": name, "text": text})

    def _report_renamed(self, source: Unit, translation: Unit) -> None:
        """Report two units that translate each other under different ids or numbers."""
        name, meant = translation.key.partition(" ")[2], source.key.partition(" ")[2]
        details: dict[str, object] = {"name": name or _shorten(translation), "meant": meant or _shorten(source)}
        places = span_of(translation.block), span_of(source.block)
        if isinstance(source.block, Heading):
            self._report("section", "renamed", *places, {**details, "level": source.block.level})
        else:
            variant = "renumbered" if name and meant else "number-added" if name else "number-lost"
            self._report("paragraph", variant, *places, details)

    def _report(
        self,
        kind: str,
        variant: str,
        in_translation: Span,
        in_source: Span,
        details: Mapping[str, object] | None = None,
    ) -> None:
        places = self._pair.in_translation(in_translation), self._pair.in_source(in_source)
        self.differences.append(StructuralDifference(kind, variant, *places, details or {}, self._pair.work))


def span_of(block: Block) -> Span:
    """Return where a block is in its file."""
    return NOWHERE if isinstance(block, Group) else block.span


def _inlines(content: Sequence[Inline]) -> Iterator[Inline]:
    """Yield the inlines of a text at every depth, footnotes without their own text."""
    for inline in content:
        yield inline
        yield from _inlines(getattr(inline, "content", ()))


def _end_of(span: Span) -> Span:
    """Return the last line of a span, after which something is missing."""
    return Span(span.end_line, span.column if span.line == span.end_line else 1, span.end_line, span.end_column)


def _first_span(blocks: Sequence[Block], default: Span) -> Span:
    return next((span_of(block) for block in blocks), default)


def _shorten(unit: Unit) -> str:
    """Return the first words of a unit."""
    return shorten(unit.text, _MOST_QUOTED, placeholder=" …")
