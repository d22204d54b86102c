"""Find markup for which the parser gives no token, and markup of other tools, so that no part of a text is lost."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from cica_docs.documents.markdown.blocks import Block, Footnote, Items, Quote, Table
from cica_docs.documents.markdown.unparsed import FOOTNOTE_MARK
from cica_docs.documents.problem import Problem
from cica_docs.values.span import Span

if TYPE_CHECKING:
    from markdown_it.token import Token

_REFERENCE = re.compile(r"^(?:[ >]|[-*+] |[0-9]{1,9}[.)] )*\[(?!\^)[^\]\n]+\]:", re.MULTILINE)
_ATTRIBUTES = re.compile(r":::|\{\{|\{%|\]\{|\{[=.]|\{[a-z:-]+=|\{#(?![a-z0-9-]{1,80}\}[ \t]*$)", re.MULTILINE)
_FOOTNOTE = re.compile(r"^ {0,3}\[\^([^\]\s]++)\]:", re.MULTILINE)


def find_lost_markup(
    text: str, first_line: int, tokens: "Sequence[Token]", blocks: Sequence[Block]
) -> Iterator[Problem]:
    """Yield link definitions, attributes, footnotes without a mark or a text, and rows that are too long."""
    body, placed = _Lines(text, first_line), footnote_labels_of(blocks)
    for match in _REFERENCE.finditer(body.text):
        yield body.problem("reference", match)
    yield from _attributes(body)
    known: set[str] = set()
    for match in _FOOTNOTE.finditer(body.text):
        if match[1] in known:
            yield body.problem("footnote-twice", match, label=match[1])
        elif match[1] not in placed:
            yield body.problem("footnote-unused", match, label=match[1])
        known.add(match[1])
    for match in FOOTNOTE_MARK.finditer(body.text):
        if match[1] not in known:
            yield body.problem("footnote-undefined", match, label=match[1])
    yield from _long_rows(body, tokens)


class _Lines:
    """A text with the starts of its lines, so that places are looked up by bisection."""

    def __init__(self, text: str, first_line: int) -> None:
        self.text = text
        self.first_line = first_line
        self.lines = text.split("\n")
        self._starts = list(accumulate((len(line) + 1 for line in self.lines), initial=0))

    def problem(self, kind: str, match: re.Match[str], **details: object) -> Problem:
        """Make a problem of a match on one line."""
        index = bisect_right(self._starts, match.start()) - 1
        line, column = index + self.first_line, match.start() - self._starts[index] + 1
        return Problem(kind, Span(line, column, line, column + match.end() - match.start()), details)


def footnote_labels_of(node: object) -> frozenset[str]:
    """Collect the labels of all footnotes in a tree, nested ones included."""
    match node:
        case list() | tuple():
            return frozenset[str]().union(*(footnote_labels_of(child) for child in node))
        case Footnote(label, blocks):
            return footnote_labels_of(blocks) | {label}
        case Table(head=head, rows=rows):
            return footnote_labels_of([cell.blocks for row in (head, *rows) for cell in row])
        case Items(items=items):
            return footnote_labels_of(items)
        case Quote(blocks=blocks):
            return footnote_labels_of(blocks)
        case _:
            return footnote_labels_of(getattr(node, "content", ()))


def _attributes(body: _Lines) -> Iterator[Problem]:
    """Yield attributes, except directly after code, which is refused together with them: `…`{=typst}."""
    last = 0
    for match in _ATTRIBUTES.finditer(body.text):
        start = body.text.rfind("\n", 0, match.start()) + 1
        kind = "heading-id" if match[0] == "{#" and body.text.startswith("#", start) else "attributes"
        problem = body.problem(kind, match)
        if kind == "attributes":
            is_known, last = problem.span.line == last, problem.span.line
            if is_known or body.text.endswith("`", start, match.start()):
                continue
        yield problem


def _long_rows(body: _Lines, tokens: "Sequence[Token]") -> Iterator[Problem]:
    columns = 0
    for token in tokens:
        if token.type == "thead_open" and token.map:
            columns = len(_cells(body.lines[token.map[0]]))
        if token.type == "tr_open" and token.map and columns:
            cells = len(_cells(body.lines[token.map[0]]))
            if cells > columns:
                details = {"cells": cells, "columns": columns}
                yield Problem("table-row", Span.point(token.map[0] + body.first_line), details)


def _cells(line: str) -> list[str]:
    from markdown_it.rules_block.table import escapedSplit

    cells = escapedSplit(line.strip())
    if cells and not cells[0]:
        cells = cells[1:]
    return cells[:-1] if cells and not cells[-1] else cells
