"""From the paragraphs of a Word document to blocks: lists and quotations are made of the paragraphs in them."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from cica_docs.documents.markdown.blocks import (
    Block,
    Heading,
    Inline,
    Items,
    LineBreak,
    Paragraph,
    Quote,
    Text,
    text_of,
)
from cica_docs.word.numbering import ItemPlace
from cica_docs.word.received import Part

MOST_LIST_LEVELS = 4
_QUOTES = frozenset({"quote", "intense quote", "block text", "quotations", "table quote"})
_SPACE = re.compile(r"[ \t\n]+")
_NUMBER = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,3}){1,3})\.?[ \t\u00a0]+(?=\S|\Z)")
_LABEL = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){1,3}\.?")
_COUNTED = re.compile(r"[0-9]{1,9}[.)]?")
_DASH = re.compile(r"[-–—][ \t\u00a0]++")
_BULLET = re.compile(r"[•·▪●○◦■‣⁃][ \t\u00a0]*|[-–—*][\t]")


class Line(NamedTuple):
    """A paragraph as it was read."""

    content: tuple[Inline, ...]
    paragraph: int
    style: str = ""
    level: int = 0
    """Of a heading, else 0."""
    number: ItemPlace | None = None
    is_bold: bool = False
    is_centred: bool = False
    bookmarks: tuple[str, ...] = ()


class _Item(NamedTuple):
    """An item with its place in the list."""

    level: int
    number: int | None
    blocks: tuple[Block, ...]


class Flow:
    """Collects paragraphs in order."""

    def __init__(self) -> None:
        self._parts: list[Part] = []
        self._items: list[_Item] = []
        self._first: Line | None = None
        self._list_bookmarks: tuple[str, ...] = ()

    def add(self, line: Line) -> None:
        """Add a paragraph; one without text is left out."""
        content = trimmed(line.content)
        if not content:
            return
        if line.level:
            self._close_list()
            self._put(Heading(line.level, content), line)
            return
        content, item = _item_of(line, content)
        if item is not None:
            self._add_item(item, line)
        elif line.number is not None and line.number.is_continued and self._items:
            last = self._items[-1]
            self._items[-1] = last._replace(blocks=(*last.blocks, Paragraph(content)))
            self._list_bookmarks += line.bookmarks
        else:
            self._close_list()
            self._put(_paragraph(content, line), line)

    def add_block(self, part: Part) -> None:
        """Add a table."""
        self._close_list()
        self._parts.append(part)

    def parts(self) -> tuple[Part, ...]:
        """Return all blocks, neighbouring paragraphs of a quotation as one."""
        self._close_list()
        return tuple(_joined_quotes(_typed_lists(self._parts)))

    def blocks(self) -> tuple[Block, ...]:
        """Return all blocks."""
        return tuple(part.block for part in self.parts())

    def _put(self, block: Block, line: Line) -> None:
        place = (line.paragraph, line.bookmarks, line.style)
        self._parts.append(Part(block, *place, is_bold=line.is_bold, is_centred=line.is_centred))

    def _add_item(self, item: _Item, line: Line) -> None:
        if self._items and item.level == 0:
            first = next(each for each in self._items if each.level == 0)
            counted = sum(each.level == 0 for each in self._items)
            goes_on = item.number == (None if first.number is None else first.number + counted)
            if not goes_on:
                self._close_list()
        if not self._items:
            self._first = line
            item = item._replace(level=0)
        self._items.append(item)
        self._list_bookmarks += line.bookmarks

    def _close_list(self) -> None:
        if self._items and self._first is not None:
            line = self._first._replace(bookmarks=self._list_bookmarks, is_bold=False)
            for block in _nested(self._items, 0):
                self._put(block, line)
        self._items, self._first, self._list_bookmarks = [], None, ()


def _item_of(line: Line, content: tuple[Inline, ...]) -> tuple[tuple[Inline, ...], _Item | None]:
    """Return the text of a paragraph, with its label where a list cannot show it, and the item if it is one."""
    number = line.number
    if number is not None and number.is_continued:
        return content, None
    if number is not None and number.number is None:
        return content, _Item(min(number.level, MOST_LIST_LEVELS - 1), None, (Paragraph(content),))
    if number is not None and _COUNTED.fullmatch(number.label):
        return content, _Item(min(number.level, MOST_LIST_LEVELS - 1), number.number, (Paragraph(content),))
    if number is not None and number.label and not _LABEL.fullmatch(number.label):
        return (Text(f"{number.label} "), *content), None
    if (
        number is None
        and not line.bookmarks
        and isinstance(content[0], Text)
        and (bullet := _BULLET.match(_raw_start(line)))
    ):
        rest = trimmed(_without_start(line.content, bullet.end()))
        if rest:
            return rest, _Item(0, None, (Paragraph(rest),))
    return content, None


def _raw_start(line: Line) -> str:
    first = line.content[0] if line.content else None
    return first.text.lstrip() if isinstance(first, Text) else ""


def _without_start(content: tuple[Inline, ...], length: int) -> tuple[Inline, ...]:
    first = content[0]
    assert isinstance(first, Text)
    return (Text(first.text.lstrip()[length:]), *content[1:])


def _paragraph(content: tuple[Inline, ...], line: Line) -> Block:
    number = line.number.label.rstrip(".") if line.number is not None and _LABEL.fullmatch(line.number.label) else ""
    first = content[0]
    if not number and isinstance(first, Text) and (match := _NUMBER.match(first.text + ("x" if content[1:] else ""))):
        number, rest = match[1], first.text[match.end() :]
        content = (Text(rest), *content[1:]) if rest else content[1:]
    if line.style in _QUOTES:
        return Quote((Paragraph(content if not number else (Text(f"{number} "), *content)),))
    return Paragraph(content, number)


def _nested(items: list[_Item], level: int) -> list[Block]:
    """Nest items below those before them that are less deep."""
    blocks: list[Block] = []
    number, rows = items[0].number, list[tuple[Block, ...]]()
    start = 0
    while start < len(items):
        end = start + 1
        while end < len(items) and items[end].level > level:
            end += 1
        inner = _nested(items[start + 1 : end], items[start + 1].level) if end > start + 1 else []
        if rows and (items[start].number is None) != (number is None):
            blocks.append(Items(tuple(rows), number))
            number, rows = items[start].number, []
        rows.append((*items[start].blocks, *inner))
        start = end
    blocks.append(Items(tuple(rows), number))
    return blocks


def _typed_lists(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield parts with neighbouring paragraphs that begin with a dash as one list; a single one is no list.

    Those with bookmarks stay: a printed document has them, and its paragraphs are those of its file.
    """
    for is_dashed, group in groupby(parts, key=lambda part: not part.bookmarks and _dashed(part.block) is not None):
        listed = list(group)
        if not is_dashed or len(listed) == 1:
            yield from listed
            continue
        items = tuple((Paragraph(content),) for part in listed if (content := _dashed(part.block)))
        yield listed[0]._replace(block=Items(items), is_bold=False)


def _dashed(block: Block) -> tuple[Inline, ...] | None:
    """Return the text behind the dash with which a paragraph begins; None if it begins with none."""
    if not isinstance(block, Paragraph) or block.number or not block.content:
        return None
    first = block.content[0]
    match = _DASH.match(first.text) if isinstance(first, Text) else None
    return trimmed(_without_start(block.content, match.end())) or None if match else None


def _joined_quotes(parts: Iterable[Part]) -> Iterable[Part]:
    for is_quote, group in groupby(parts, key=lambda part: isinstance(part.block, Quote)):
        quoted = list(group)
        if not is_quote:
            yield from quoted
            continue
        blocks = tuple(block for part in quoted if isinstance(part.block, Quote) for block in part.block.blocks)
        bookmarks = tuple(name for part in quoted for name in part.bookmarks)
        yield quoted[0]._replace(block=Quote(blocks), bookmarks=bookmarks)


def trimmed(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Fold white space, and drop it and line breaks at both ends; empty if nothing is left."""
    inlines = [Text(_SPACE.sub(" ", each.text)) if isinstance(each, Text) else each for each in content]
    while inlines and _is_blank(inlines[0]):
        del inlines[0]
    while inlines and _is_blank(inlines[-1]):
        del inlines[-1]
    if not inlines:
        return ()
    if isinstance(inlines[0], Text):
        inlines[0] = Text(inlines[0].text.lstrip(" "))
    if isinstance(inlines[-1], Text):
        inlines[-1] = Text(inlines[-1].text.rstrip(" "))
    return tuple(inlines)


def _is_blank(inline: Inline) -> bool:
    if isinstance(inline, LineBreak):
        return True
    return not text_of(inline).strip() and not _holds_note(inline)


def _holds_note(inline: Inline) -> bool:
    return hasattr(inline, "label") or any(map(_holds_note, getattr(inline, "content", ())))
