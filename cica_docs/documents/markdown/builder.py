"""Build blocks from the flat tokens of markdown-it; only the kinds named in this module pass."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cica_docs.documents.markdown.blocks import (
    Block,
    Cell,
    Heading,
    Inline,
    Items,
    Paragraph,
    Quote,
    Table,
    Text,
    text_of,
)
from cica_docs.documents.markdown.inline import InlineReader
from cica_docs.documents.markdown.outline import NUMBER
from cica_docs.documents.problem import Problem, Problems
from cica_docs.values.span import Span

if TYPE_CHECKING:
    from markdown_it.token import Token

MOST_LIST_DEPTH = 4
MOST_QUOTE_DEPTH = 2
_MOST_REPEATED = 100_000
"""Tokens of footnotes, counted once for each reference."""
_ID = re.compile(r"(?<![ \t])[ \t]*+\{#([a-z0-9-]{1,80})\}[ \t]*$")
_REFUSED_BLOCKS = {"html_block": "html", "code_block": "code", "fence": "code", "hr": "rule"}


class Builder:
    """Builds the blocks of one body and collects the problems."""

    def __init__(self, lines: Sequence[str], first_line: int) -> None:
        self.lines = lines
        self.first_line = first_line
        self.problems = Problems()
        self.blocks: list[Block] = []
        self._notes: dict[int, tuple[Block, ...]] = {}
        self._sizes: dict[int, int] = {}
        self._repeated = 0
        self._tokens: Sequence[Token] = ()
        self._next = 0
        self._depth = {"list": 0, "quote": 0, "note": 0}

    def build(self, tokens: "Sequence[Token]") -> None:
        """Read all tokens; footnotes first, since the blocks with their marks contain them."""
        tokens = [token for token in tokens if token.type != "footnote_anchor"]
        start = next((i for i, token in enumerate(tokens) if token.type == "footnote_block_open"), len(tokens))
        self._tokens, self._next = tokens, start
        while self._next < len(tokens):
            token = self._take()
            if token.type == "footnote_open":
                self._depth["note"] = 1
                first, id = self._next, token.meta["id"]
                self._notes[id] = self._until("footnote_close")
                self._sizes[id] = sum(1 + len(token.children or ()) for token in tokens[first : self._next])
        self._depth["note"] = 0
        self._tokens, self._next = tokens[:start], 0
        while self._next < start:
            self.blocks.extend(self._block())

    def _take(self) -> "Token":
        token = self._tokens[self._next]
        self._next += 1
        return token

    def _until(self, closing: str) -> tuple[Block, ...]:
        blocks: list[Block] = []
        while self._tokens[self._next].type != closing:
            blocks.extend(self._block())
        self._next += 1
        return tuple(blocks)

    def _block(self) -> Iterator[Block]:
        token = self._take()
        match token.type:
            case "heading_open":
                yield self._heading(token)
            case "paragraph_open":
                inline = self._take()
                self._take()
                yield self._paragraph(inline)
            case "bullet_list_open" | "ordered_list_open":
                yield self._items(token)
            case "blockquote_open":
                blocks = self._nested("quote", MOST_QUOTE_DEPTH, token, "blockquote_close")
                if not blocks:
                    self._refuse("quote-empty", self._span(token))
                yield Quote(blocks, self._span(token))
            case "table_open":
                yield self._table(token)
            case kind:
                self._refuse(_REFUSED_BLOCKS.get(kind, "markup"), self._span(token))

    def _nested(self, kind: str, most: int, token: "Token", closing: str) -> tuple[Block, ...]:
        self._depth[kind] += 1
        if self._depth[kind] == most + 1:
            self._refuse("nested-too-deep", self._span(token), most=most)
        blocks = self._until(closing)
        self._depth[kind] -= 1
        return blocks

    def _items(self, token: "Token") -> Items:
        self._depth["list"] += 1
        if self._depth["list"] == MOST_LIST_DEPTH + 1:
            self._refuse("nested-too-deep", self._span(token), most=MOST_LIST_DEPTH)
        closing = token.type.replace("_open", "_close")
        items: list[tuple[Block, ...]] = []
        while (item := self._take()).type != closing:
            items.append(self._until("list_item_close"))
            if not items[-1]:
                self._refuse("item-empty", self._span(item))
        self._depth["list"] -= 1
        start = int(token.attrs.get("start", 1)) if token.type.startswith("ordered") else None
        return Items(tuple(items), start, self._span(token))

    def _heading(self, token: "Token") -> Heading:
        content = self._inlines(self._take())
        self._take()
        level, span = int(token.tag[1]), self._span(token)
        if any(self._depth.values()):
            self._refuse("heading-inside", span)
        if not 2 <= level <= 4:
            self._refuse("heading-level", span, level=level)
        id = ""
        if content and isinstance(content[-1], Text) and (match := _ID.search(content[-1].text)):
            id = match[1]
            content = (*content[:-1], Text(content[-1].text[: match.start()]))
        if not text_of(content).strip():
            self._refuse("heading-empty", span)
        return Heading(level, content, id, span)

    def _paragraph(self, inline: "Token") -> Paragraph:
        content = self._inlines(inline)
        number = ""
        top = not any(self._depth.values())
        if top and content and isinstance(content[0], Text):
            # Before emphasis or a link the text may be the number alone.
            match = NUMBER.match(content[0].text + ("x" if content[1:] else ""))
            if match:
                number, rest = match[1], content[0].text[match.end() :]
                content = (Text(rest), *content[1:]) if rest else content[1:]
        return Paragraph(content, number, self._span(inline))

    def _table(self, token: "Token") -> Table:
        head: tuple[Cell, ...] = ()
        rows: list[tuple[Cell, ...]] = []
        aligns: list[str] = []
        cells: list[Cell] = []
        row = token
        while (part := self._take()).type != "table_close":
            if part.type == "tr_open":
                cells, row = [], part
            elif part.type in {"th_open", "td_open"}:
                inline = self._take()
                cells.append(Cell((Paragraph(self._inlines(inline), "", self._span(row)),)))
                if part.type == "th_open":
                    aligns.append(str(part.attrs.get("style", "")).removeprefix("text-align:"))
            elif part.type == "tr_close":
                if head:
                    rows.append(tuple(cells))
                else:
                    head = tuple(cells)
        return Table(head, tuple(rows), tuple(aligns), span=self._span(token))

    def _inlines(self, token: "Token") -> tuple[Inline, ...]:
        return tuple(InlineReader(token, self._note, self._refuse_inline, in_note=bool(self._depth["note"])).read())

    def _note(self, number: int) -> tuple[Block, ...] | None:
        """Return the blocks of a footnote; None if its repetitions would exceed the limit."""
        self._repeated += self._sizes.get(number, 0)
        return self._notes.get(number, ()) if self._repeated <= _MOST_REPEATED else None

    def _refuse_inline(self, kind: str, token: "Token", line: int, text: str) -> None:
        """Report a refused inline at its line of the block."""
        index = (token.map[0] if token.map else 0) + line
        source = self.lines[index] if index < len(self.lines) else ""
        column = max(source.find(text.partition("\n")[0]), 0) if text else 0
        width = max(len(text.partition("\n")[0]), 1)
        number = index + self.first_line
        self._refuse(kind, Span(number, column + 1, number, column + 1 + width))

    def _refuse(self, kind: str, span: Span, **details: object) -> None:
        self.problems.add(Problem(kind, span, details))

    def _span(self, token: "Token") -> Span:
        first, last = token.map or (0, 1)
        while last - 1 > first and not self.lines[min(last, len(self.lines)) - 1].strip():
            last -= 1
        start = self.lines[first] if first < len(self.lines) else ""
        column = len(start) - len(start.lstrip()) + 1
        end = self.lines[last - 1] if last - 1 < len(self.lines) else ""
        return Span(first + self.first_line, column, last - 1 + self.first_line, len(end) + 1)
