"""An edition as plain data, for the typst template: nothing in it is code."""

from collections.abc import Iterator

from cica_docs.documents.blocks import (
    Block,
    Cell,
    Emphasis,
    Footnote,
    Group,
    Heading,
    Inline,
    Items,
    LineBreak,
    Link,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
    text_of,
)
from cica_docs.render.edition import Edition
from cica_docs.values.language import Language
from cica_docs.values.printable import is_unsafe

Node = dict[str, object]

_LINES_KEPT_TOGETHER = 14
_CHARACTERS_A_LINE = {False: 0.9, True: 1.4}
_LEAD_IN = 160


def as_data(edition: Edition) -> Node:
    """The edition in lists, dictionaries, strings and numbers; the same edition gives the same data."""
    writer = _Tree(edition)
    return {
        "language": _language(edition.languages[0]),
        "title": shown(edition.title),
        "subject": shown(edition.subject),
        "author": shown(edition.author),
        "header": shown(edition.header),
        "page-label": edition.page_label,
        "marks": [shown(mark) for mark in edition.marks],
        "layout": edition.layout,
        "landscape": edition.landscape,
        "blocks": writer.blocks(edition.blocks),
    }


def shown(text: str) -> str:
    """The text with every character written out that would hide or reorder what is read."""
    if text.isprintable():
        return text
    return "".join(_written(character) if is_unsafe(character) else character for character in text)


def _written(character: str) -> str:
    return " " if character in "\t\n\r" else character.encode("unicode_escape").decode("ascii")


def _language(language: Language) -> Node:
    return {"lang": language.value, "region": language.region}


class _Tree:
    """Turns nodes into data, and keeps what runs through a whole document: outline and footnotes."""

    def __init__(self, edition: Edition) -> None:
        self._language = edition.languages[0]
        self._landscape = edition.landscape
        self._outline = 0
        self._notes: dict[tuple[Language, Footnote], str] = {}

    def blocks(self, blocks: tuple[Block, ...]) -> list[Node]:
        return [self._block(block, following) for block, following in zip(blocks, (*blocks[1:], None), strict=True)]

    def _block(self, block: Block, following: Block | None) -> Node:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph(content=content, number=number):
                leads = isinstance(following, Items | Quote | Table) and len(text_of(content)) <= _LEAD_IN
                return {"is": "paragraph", "number": shown(number), "content": self._inlines(content), "leads": leads}
            case Items(items=items, start=start):
                tight = all(len(item) == 1 and len(text_of(item)) < _LEAD_IN for item in items)
                return {"is": "items", "start": start, "tight": tight, "items": [self.blocks(item) for item in items]}
            case Quote(blocks=blocks):
                return {"is": "quote", "blocks": self.blocks(blocks)}
            case Table():
                return self._table(block)
            case Group(role=role, blocks=blocks, language=language):
                with_language = None if language is None else _language(language)
                return {"is": "group", "role": role, "language": with_language, "blocks": self._in(language, blocks)}
        raise AssertionError(block)

    def _in(self, language: Language | None, blocks: tuple[Block, ...]) -> list[Node]:
        outside, self._language = self._language, language or self._language
        inside = self.blocks(blocks)
        self._language = outside
        return inside

    def _heading(self, heading: Heading) -> Node:
        # PDF/UA: the first heading is of level 1 and none skips a level, whatever an author wrote.
        self._outline = min(heading.level, self._outline + 1)
        content = self._inlines(heading.content)
        return {"is": "heading", "level": self._outline, "look": heading.level, "content": content}

    def _table(self, table: Table) -> Node:
        columns = max(len(row) for row in (table.head, *table.rows))
        return {
            "is": "table",
            "role": table.role,
            "columns": columns,
            "aligns": list(table.aligns),
            "widths": list(table.widths),
            "caption": shown(table.caption),
            "head": [self._cell(cell) for cell in table.head],
            "rows": [self._row(table, columns, row) for row in table.rows],
        }

    def _row(self, table: Table, columns: int, row: tuple[Cell, ...]) -> Node:
        full = (*row, *(Cell(()),) * (columns - len(row)))
        widths = table.widths or (100 // columns,) * columns
        lines = max((_lines(cell, width, self._landscape) for cell, width in zip(full, widths, strict=True)), default=0)
        return {
            "heading": any(isinstance(block, Heading) for cell in row for block in cell.blocks),
            "breakable": lines > _LINES_KEPT_TOGETHER,
            "cells": [self._cell(cell) for cell in full],
        }

    def _cell(self, cell: Cell) -> Node:
        language = None if cell.language is None else _language(cell.language)
        return {"language": language, "blocks": self._in(cell.language, cell.blocks)}

    def _inlines(self, content: tuple[Inline, ...]) -> list[object]:
        return list(self._inline_nodes(content))

    def _inline_nodes(self, content: tuple[Inline, ...]) -> Iterator[object]:
        for node in content:
            match node:
                case Text(text):
                    yield shown(text)
                case LineBreak():
                    yield {"is": "break"}
                case Emphasis(inside):
                    yield {"is": "emphasis", "content": self._inlines(inside)}
                case Strong(inside):
                    yield {"is": "strong", "content": self._inlines(inside)}
                case Link(target, inside):
                    yield {"is": "link", "target": target, "content": self._inlines(inside)}
                case Footnote():
                    yield self._footnote(node)

    def _footnote(self, note: Footnote) -> Node:
        known = self._notes.get((self._language, note))
        if known is not None:
            return {"is": "footnote-again", "key": known}
        key = f"note-{len(self._notes) + 1}"
        self._notes[self._language, note] = key
        return {"is": "footnote", "key": key, "blocks": self.blocks(note.blocks)}


def _lines(cell: Cell, width: int, landscape: bool) -> float:
    """About how many lines a cell takes, from its width in percent of the page."""
    a_line = max(width * _CHARACTERS_A_LINE[landscape], 1)
    return sum(len(line) // a_line + 1 for line in text_of(cell.blocks).split("\n"))
