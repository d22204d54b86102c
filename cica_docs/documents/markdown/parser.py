"""A body as white-listed blocks with places; whatever is on no white list is a problem at its line, never lost."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from markdown_it import MarkdownIt
from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from cica_docs.documents.markdown.blocks import Block, Footnote, Items, Paragraph, Quote, Table, Text
from cica_docs.documents.markdown.builder import Builder
from cica_docs.documents.markdown.outline import FOOTNOTE_MARK
from cica_docs.documents.problem import Problem
from cica_docs.values.span import Span

# markdown-it drops text without a word below its own limit; ours is reported long before that one is reached. For each
# bracket that is not closed it looks ahead as often as this limit is high.
_PARSER_DEPTH = 30
MOST_BRACKETS = 10_000
"""Opening brackets in a body: for each that is not closed the parser looks ahead far."""
_REFERENCE = re.compile(r"^(?:[ >]|[-*+] |[0-9]{1,9}[.)] )*\[(?!\^)[^\]\n]+\]:", re.MULTILINE)
_ATTRIBUTES = re.compile(r":::|\{\{|\{%|\]\{|\{[=.]|\{[a-z:-]+=|\{#(?![a-z0-9-]{1,80}\}[ \t]*$)", re.MULTILINE)
_FOOTNOTE = re.compile(r"^ {0,3}\[\^([^\]\s]++)\]:", re.MULTILINE)
_MARKED = re.compile(r"[*_\\\[\]&]|\s$")
_SPACE = re.compile(r"[ \t]+")


@dataclass(frozen=True)
class Body:
    """The blocks of a body, and what of it could not become one."""

    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...]


def parse_body(text: str, first_line: int = 1) -> Body:
    """The body that a Markdown text is; `first_line` is the line of the file on which it begins."""
    if may_be_endless(text):
        return Body((), (Problem("too-many-brackets", Span.point(first_line), {"most": MOST_BRACKETS}),))
    builder = Builder(text.split("\n"), first_line)
    try:
        tokens = parse_tokens(text)
        builder.build(tokens)
        for problem in _dropped(_Lines(text, first_line), tokens, footnote_labels_of(builder.blocks)):
            builder.problems.add(problem)
    except RecursionError:
        builder.problems.add(Problem("nested-too-deep", Span.point(first_line)))
    return Body(tuple(builder.blocks), tuple(builder.problems.all()))


class _Lines:
    """A text in which the lines of places are looked up, and not counted each time from the beginning."""

    def __init__(self, text: str, first_line: int) -> None:
        self.text = text
        self.first_line = first_line
        self.lines = text.split("\n")
        self._starts = list(accumulate((len(line) + 1 for line in self.lines), initial=0))

    def problem(self, kind: str, match: re.Match[str], **details: object) -> Problem:
        """The problem that a match on one line is."""
        index = bisect_right(self._starts, match.start()) - 1
        line, column = index + self.first_line, match.start() - self._starts[index] + 1
        return Problem(kind, Span(line, column, line, column + match.end() - match.start()), details)


def may_be_endless(text: str) -> bool:
    """Whether a body holds more brackets than can be parsed in seconds."""
    return text.count("[") > MOST_BRACKETS


def parse_tokens(text: str) -> list[Token]:
    """The parser's tokens of a body, each with the lines that it stands on."""
    return _parser().parse(text)


def read_lone_paragraph(text: str, first_line: int, *, last: bool) -> Paragraph | None:
    """The first or the last paragraph of a body whose lines tell all, if it is one line between empty ones."""
    if last:
        start = text.rstrip().rfind("\n") + 1
        before = text[:start]
    else:
        start = len(text) - len(text.lstrip())
        start = text.rfind("\n", 0, start) + 1
        before = ""
    line, _, after = text[start:].partition("\n")
    alone = not before.strip() or before.endswith("\n\n")
    if not alone or after.partition("\n")[0].strip(" ") or not line[:1].isalpha() or _MARKED.search(line):
        return None
    number = first_line + text.count("\n", 0, start)
    return Paragraph((Text(_SPACE.sub(" ", line)),), "", Span(number, 1, number, len(line) + 1))


@cache
def _parser() -> MarkdownIt:
    # HTML is switched on so that it is seen as such and refused; no token of it reaches the tree.
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": _PARSER_DEPTH})
    # A link definition would be taken in and leave nothing behind.
    parser.enable("table").disable(["lheading", "entity", "reference"])
    # Every link becomes a token, and the builder says which may pass; left to itself the parser prints some as text.
    parser.validateLink = _every_link  # type: ignore[method-assign]
    return parser.use(footnote_plugin, inline=False)


def _every_link(url: str) -> bool:  # noqa: ARG001 - the parser's own signature
    return True


def footnote_labels_of(node: object) -> frozenset[str]:
    """The labels of all footnotes that hang on a tree, those within footnotes included."""
    match node:
        case list() | tuple():
            return frozenset[str]().union(*(footnote_labels_of(one) for one in node))
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


def _dropped(body: _Lines, tokens: list[Token], placed: frozenset[str]) -> Iterator[Problem]:
    """What the parser takes in and gives no token for, or what is no Markdown but another tool's."""
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


def _attributes(body: _Lines) -> Iterator[Problem]:
    """Attributes, unless they stand right behind code, which is refused with all that belongs to it: `…`{=typst}."""
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


def _long_rows(body: _Lines, tokens: list[Token]) -> Iterator[Problem]:
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
    cells = escapedSplit(line.strip())
    if cells and not cells[0]:
        cells = cells[1:]
    return cells[:-1] if cells and not cells[-1] else cells
