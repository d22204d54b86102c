"""Split a document into segments: the smallest units of translation, each with its place.

The ids come from the structure alone (section ids, paragraph numbers, order below these), so corresponding segments
of two languages have the same ids.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from cica_docs.documents.document import Document
from cica_docs.documents.markdown.outline import NUMBER
from cica_docs.documents.markdown.parser import parse_tokens

if TYPE_CHECKING:
    from markdown_it.token import Token

TITLE = "title"
_ID = re.compile(r"(?<![ \t])[ \t]*+\{#([a-z0-9-]{1,80})\}[ \t]*$")
_SPACE = re.compile(r"[ \t]+")
_BEFORE_CELLS = re.compile(r"(?:[\s>]|[-*+] |[0-9]{1,9}[.)] )*")
_UNFIT = re.compile(r"[^A-Za-z0-9._-]")

Piece = tuple[int, int]
"""The offsets in the file of its first character and of its end; always on one line."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A title, heading, paragraph, list item, table cell, footnote or quotation, as Markdown on one line."""

    id: str
    kind: str
    text: str
    """A hard line break is a backslash and a line feed."""
    section: str
    """The id of its section."""
    line: int
    """The line of the file on which its block begins."""
    pieces: tuple[Piece, ...]


def read_segments(document: Document) -> tuple[Segment, ...]:
    """Split a document into segments, its title first; empty if front matter and body cannot be separated."""
    if not document.is_parted:
        return ()
    return (*_title(document), *_Reader(document).read())


def _title(document: Document) -> Iterator[Segment]:
    title = document.get("/title")
    if isinstance(title, str) and title:
        span = document.front.value_at("/title")
        starts = _starts(document.source.text)
        piece = (starts[span.line - 1] + span.column - 1, starts[span.end_line - 1] + span.end_column - 1)
        yield Segment(TITLE, TITLE, title, "", span.line, (piece,))


def _starts(text: str) -> list[int]:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts


class _Reader:
    """Walks the tokens of a body and tracks the section, list or table that the next id names."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.lines = self.text.split("\n")
        self.starts = [start + len(document.source.text) - len(self.text) for start in _starts(self.text)]
        self.first_line = document.body_line
        self.section = ""
        self.anchor = "start"
        self.counts: Counter[str] = Counter()
        self.taken: Counter[str] = Counter()
        self.path: list[list[str | int]] = []

    def read(self) -> Iterator[Segment]:
        """Yield the segments of the body, footnotes last."""
        tokens = parse_tokens(self.text)
        for at, token in enumerate(tokens):
            self._follow(token)
            if token.type == "tr_open":
                yield from self._cells(token, tokens[at:])
            elif token.type in {"heading_open", "paragraph_open"}:
                yield from self._lines(token.type, tokens[at + 1])

    def _follow(self, token: "Token") -> None:
        """Track the lists, quotations, tables and footnotes that a token opens or closes."""
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                nested = bool(self.path) and self.path[-1][0] == "list"
                self.path.append(["list", "" if nested else f"list-{self._count('list')}", 0, 0])
            case "list_item_open":
                self.path[-1][2] = int(self.path[-1][2]) + 1
                self.path[-1][3] = 0
            case "blockquote_open":
                self.path.append(["quote", f"quote-{self._count('quote')}", 0, 0])
            case "table_open":
                self.path.append(["table", f"table-{self._count('table')}", -1, 0])
            case "footnote_open":
                self.section = ""
                self.path.append(["footnote", f"note-{_UNFIT.sub('-', str(token.meta.get('label', '')))}", 0, 0])
            case "bullet_list_close" | "ordered_list_close" | "blockquote_close" | "table_close" | "footnote_close":
                self.path.pop()

    def _count(self, kind: str) -> int:
        self.counts[f"{self.anchor} {kind}"] += 1
        return self.counts[f"{self.anchor} {kind}"]

    def _lines(self, opening: str, inline: "Token") -> Iterator[Segment]:
        pieces = list(self._pieces(inline, is_heading=opening == "heading_open"))
        if not pieces:
            return
        first = self.text_at(pieces[0])
        if opening == "heading_open":
            name = _ID.search(first)
            if name:
                pieces[0] = (pieces[0][0], pieces[0][0] + name.start())
                self.section = self.anchor = name[1]
            id, kind = (
                f"{self.anchor}:heading" if name else f"{self.anchor}:heading-{self._count('heading')}",
                "heading",
            )
        elif not self.path and (number := NUMBER.match(first)):
            pieces[0] = (pieces[0][0] + number.end(), pieces[0][1])
            self.anchor = id = self._unique(f"p{number[1]}")
            yield self._segment(id, "paragraph", pieces, inline)
            return
        else:
            id, kind = self._below()
        yield self._segment(self._unique(id), kind, pieces, inline)

    def _below(self) -> tuple[str, str]:
        """Return the id of the next paragraph and its kind."""
        if not self.path:
            return f"{self.anchor}:par-{self._count('par')}", "paragraph"
        inner = self.path[-1]
        inner[3] = int(inner[3]) + 1
        paragraph = f".par-{inner[3]}" if int(inner[3]) > 1 else ""
        kind = {"list": "item", "quote": "quote", "footnote": "footnote"}.get(str(self.path[0][0]), "paragraph")
        prefix = "" if self.path[0][0] == "footnote" else f"{self.anchor}:"
        return f"{prefix}{self._steps()}{paragraph}", kind

    def _steps(self) -> str:
        """Return the steps from the last heading or number to the current block."""
        return "".join(f"{name}.{at}" if kind in {"list", "table"} else str(name) for kind, name, at, _ in self.path)

    def _unique(self, id: str) -> str:
        self.taken[id] += 1
        return id if self.taken[id] == 1 else f"{id}:again-{self.taken[id]}"

    def text_at(self, piece: Piece) -> str:
        """Return the characters of a piece."""
        start, end = (offset - self.starts[0] for offset in piece)
        return self.text[start:end]

    def _pieces(self, inline: "Token", *, is_heading: bool) -> Iterator[Piece]:
        first = inline.map[0] if inline.map else 0
        for at, content in enumerate(inline.content.split("\n")):
            wanted = content.strip()
            line = self.lines[first + at] if first + at < len(self.lines) else ""
            column = line.find(wanted, 2) if is_heading else len(line.rstrip()) - len(wanted)
            if wanted and column >= 0 and line.startswith(wanted, column):
                start = self.starts[first + at] + column
                yield start, start + len(wanted)

    def _segment(self, id: str, kind: str, pieces: Sequence[Piece], block: "Token") -> Segment:
        texts = [_SPACE.sub(" ", self.text_at(piece)) for piece in pieces]
        text = texts[0]
        for before, after in pairwise(texts):
            text += ("\n" if before.endswith("\\") else " ") + after
        line = (block.map[0] if block.map else 0) + self.first_line
        return Segment(id, kind, text.strip(), self.section, line, tuple(pieces))

    def _cells(self, row: "Token", tokens: "Sequence[Token]") -> Iterator[Segment]:
        table = self.path[-1]
        table[2] = int(table[2]) + 1
        number = row.map[0] if row.map else 0
        line = self.lines[number]
        within = next(at for at, token in enumerate(tokens) if token.type == "tr_close")
        columns = sum(token.type in {"th_open", "td_open"} for token in tokens[:within])
        for column, (start, end) in enumerate(_split(line)[:columns], 1):
            if end > start:
                piece = (self.starts[number] + start, self.starts[number] + end)
                yield self._segment(self._unique(f"{self.anchor}:{self._steps()}.{column}"), "cell", [piece], row)


def _split(line: str) -> list[Piece]:
    """Return the offsets of the cells of a row without white space at their ends."""
    begins = _BEFORE_CELLS.match(line)
    at = begins.end() if begins else 0
    bars = [i for i in range(at, len(line)) if line[i] == "|" and line[i - 1 : i] != "\\"]
    bounds = [at - 1, *bars, len(line)]
    cells = list(zip((bound + 1 for bound in bounds), bounds[1:], strict=False))
    if cells and not line[slice(*cells[0])].strip():
        cells = cells[1:]
    if cells and not line[slice(*cells[-1])].strip():
        cells = cells[:-1]
    return [_trimmed(line, *cell) for cell in cells]


def _trimmed(line: str, start: int, end: int) -> Piece:
    text = line[start:end]
    return (start + len(text) - len(text.lstrip()), start + len(text.rstrip())) if text.strip() else (start, start)
