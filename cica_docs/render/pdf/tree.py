"""An edition as plain data for the typst template; none of it is code."""

from collections.abc import Iterator
from itertools import zip_longest

from cica_docs.documents.markdown.blocks import (
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
    Marked,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
    text_of,
)
from cica_docs.render.edition import Edition
from cica_docs.render.foreign import foreign_runs
from cica_docs.render.notes import ROLE, Numbers, has_notes_beside
from cica_docs.render.origin import origin_of
from cica_docs.render.pdf.rows import row_layouts
from cica_docs.text.escape import escape_print
from cica_docs.text.profile import profile_of
from cica_docs.values.language import Language

Node = dict[str, object]

_LEAD_IN = 160


def to_typst_data(edition: Edition) -> Node:
    """Convert the edition to lists, dictionaries, strings and numbers; the same edition gives the same data."""
    writer = _Tree(edition)
    return {
        "language": _language(edition.languages[0]),
        "title": escape_print(edition.title),
        "subject": escape_print(edition.subject),
        "author": escape_print(edition.author),
        "header": escape_print(edition.header),
        "page-label": edition.page_label,
        "origin": origin_of((edition,)),
        "proof": escape_print(edition.proof),
        "marks": [escape_print(mark) for mark in edition.marks],
        "layout": edition.layout,
        "landscape": edition.landscape,
        "line-numbers": edition.has_line_numbers,
        "blocks": writer.blocks(edition.unmarked),
    }


def _language(language: Language) -> Node:
    profile = profile_of(language)
    return {"lang": language.value, "region": profile.region, "hyphenate": profile.hyphenation}


_PLACE_DATE = "place-date"


class _Tree:
    """Turns nodes into data, and keeps the outline and the footnotes of the document."""

    def __init__(self, edition: Edition) -> None:
        self._language = edition.languages[0]
        self._landscape = edition.landscape
        self._layout = edition.layout
        self._outline = 0
        self._in_cell = False
        self._notes: dict[tuple[Language, Footnote], str] = {}
        self._numbers = Numbers() if has_notes_beside(edition) else None
        self._is_in_notes = False

    def blocks(self, blocks: tuple[Block, ...]) -> list[Node]:
        return [self._block(block, following) for block, following in zip_longest(blocks, blocks[1:]) if block]

    def _block(self, block: Block, following: Block | None) -> Node:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph(content=content, number=number):
                leads = isinstance(following, Items | Quote | Table) and len(text_of(content)) <= _LEAD_IN
                node = {
                    "is": "paragraph",
                    "number": escape_print(number),
                    "content": self._inlines(content),
                    "leads": leads,
                }
                if block.former:
                    node["former"] = escape_print(block.former)
                return node | {"key": self._note_key(number)} if self._is_in_notes and number else node
            case Items(items=items, start=start):
                tight = all(len(item) == 1 and len(text_of(item)) < _LEAD_IN for item in items)
                return {"is": "items", "start": start, "tight": tight, "items": [self.blocks(item) for item in items]}
            case Quote(blocks=blocks):
                return {"is": "quote", "blocks": self.blocks(blocks)}
            case Table():
                return self._table(block)
            case Group(role=role, blocks=blocks, language=language):
                with_language = None if language is None else _language(language)
                inside = self._in(language, blocks)
                if isinstance(following, Group) and following.role == _PLACE_DATE and inside[-1]["is"] == "paragraph":
                    inside[-1]["leads"] = True  # place, date and addressee alone on a page look forgotten
                return {
                    "is": "group",
                    "role": self._role(role),
                    "in-cell": self._in_cell,
                    "language": with_language,
                    "blocks": inside,
                }
        raise AssertionError(block)

    def _role(self, role: str) -> str:
        """Return the role, with a look of its own for the text of a letter."""
        return "letter" if role == "body" and self._layout == "letter" else role

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
        self._is_in_notes = table.role == ROLE
        layouts = row_layouts(table, columns, landscape=self._landscape)
        return {
            "is": "table",
            "role": table.role,
            "columns": columns,
            "aligns": list(table.aligns),
            "widths": list(table.widths),
            "caption": escape_print(table.caption),
            "head": [self._cell(cell) for cell in table.head],
            "repeats": not any(_leads_elsewhere(cell.blocks) for cell in table.head),
            "rows": [
                {
                    "heading": layout.is_heading,
                    "kept": layout.rows_kept,
                    "breakable": layout.is_breakable,
                    "cells": [self._cell(cell) for cell in _filled(row, columns)],
                }
                for row, layout in zip(table.rows, layouts, strict=True)
            ],
        }

    def _cell(self, cell: Cell) -> Node:
        language = None if cell.language is None else _language(cell.language)
        outside, self._in_cell = self._in_cell, True
        blocks = self._in(cell.language, cell.blocks)
        self._in_cell = outside
        return {"language": language, "blocks": blocks}

    def _inlines(self, content: tuple[Inline, ...]) -> list[object]:
        return list(self._inline_nodes(content))

    def _inline_nodes(self, content: tuple[Inline, ...]) -> Iterator[object]:
        for node in content:
            match node:
                case Text(text):
                    yield from _text_nodes(escape_print(text))
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
                case Marked(kind, inside):
                    yield {"is": kind, "content": self._inlines(inside)}

    def _footnote(self, note: Footnote) -> Node:
        if self._numbers:
            number = str(self._numbers.number(self._language, note))
            return {"is": "mark", "number": number, "key": self._note_key(number)}
        known = self._notes.get((self._language, note))
        if known is not None:
            return {"is": "footnote-again", "key": known}
        key = f"note-{len(self._notes) + 1}"
        self._notes[self._language, note] = key
        return {"is": "footnote", "key": key, "blocks": self.blocks(note.blocks)}

    def _note_key(self, number: str) -> str:
        return f"note-{self._language}-{number}"


def _text_nodes(text: str) -> Iterator[object]:
    for run, script in foreign_runs(text):
        if script is None:
            yield run
        else:
            yield {"is": "foreign", "text": run, "lang": script.language, "backward": script.is_backward}


def _leads_elsewhere(node: object) -> bool:
    """Return whether a node holds a link or a footnote, which PDF/UA forbids in a repeated head."""
    match node:
        case Link() | Footnote():
            return True
        case tuple():
            return any(map(_leads_elsewhere, node))
    return _leads_elsewhere(getattr(node, "content", getattr(node, "blocks", ())))


def _filled(row: tuple[Cell, ...], columns: int) -> tuple[Cell, ...]:
    return (*row, *(Cell(()),) * (columns - len(row)))
