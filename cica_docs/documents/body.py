"""A body as white-listed blocks with places; whatever is on no white list is a problem at its line, never lost."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from cica_docs.documents.blocks import Block, Footnote, Items, Paragraph, Quote, Table, Text
from cica_docs.documents.builder import Builder
from cica_docs.documents.outline import FOOTNOTE_MARK
from cica_docs.documents.problem import Problem
from cica_docs.values.span import Span

# markdown-it drops text without a word below its own limit; ours is reported long before that one is reached.
_PARSER_DEPTH = 100
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


def read_body(text: str, first_line: int = 1) -> Body:
    """The body that a Markdown text is; `first_line` is the line of the file on which it begins."""
    builder = Builder(text.split("\n"), first_line)
    try:
        tokens = parsed(text)
        builder.build(tokens)
        builder.problems += _dropped(text, tokens, first_line, footnote_labels(builder.blocks))
    except RecursionError:
        builder.problems.append(Problem("nested-too-deep", Span.point(first_line)))
    problems = sorted(set_aside_doubles(builder.problems), key=lambda problem: problem.span)
    problems = [problem for problem in problems if not _belongs(problem, text, first_line)]
    return Body(tuple(builder.blocks), tuple(problems))


def parsed(text: str) -> list[Token]:
    """The parser's tokens of a body, each with the lines that it stands on."""
    return _parser().parse(text)


def lone_paragraph(text: str, first_line: int, *, last: bool) -> Paragraph | None:
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


def set_aside_doubles(problems: list[Problem]) -> list[Problem]:
    """The problems without those that say the same of the same line."""
    seen: dict[tuple[str, int], Problem] = {}
    for problem in problems:
        seen.setdefault((problem.kind, problem.span.line), problem)
    return list(seen.values())


def _belongs(problem: Problem, text: str, first_line: int) -> bool:
    """Whether attributes stand right behind code, which is refused with all that belongs to it: `…`{=typst}."""
    line = text.split("\n")[problem.span.line - first_line] if problem.kind == "attributes" else ""
    return line[: problem.span.column - 1].endswith("`")


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


def footnote_labels(node: object) -> frozenset[str]:
    """The labels of all footnotes that hang on a tree, those within footnotes included."""
    match node:
        case list() | tuple():
            return frozenset[str]().union(*(footnote_labels(one) for one in node))
        case Footnote(label, blocks):
            return footnote_labels(blocks) | {label}
        case Table(head=head, rows=rows):
            return footnote_labels([cell.blocks for row in (head, *rows) for cell in row])
        case Items(items=items):
            return footnote_labels(items)
        case Quote(blocks=blocks):
            return footnote_labels(blocks)
        case _:
            return footnote_labels(getattr(node, "content", ()))


def _dropped(text: str, tokens: list[Token], first_line: int, placed: frozenset[str]) -> Iterator[Problem]:
    """What the parser takes in and gives no token for, or what is no Markdown but another tool's."""
    for match in _REFERENCE.finditer(text):
        yield _problem("reference", text, match, first_line)
    for match in _ATTRIBUTES.finditer(text):
        line = text.rfind("\n", 0, match.start()) + 1
        kind = "heading-id" if match[0] == "{#" and text.startswith("#", line) else "attributes"
        yield _problem(kind, text, match, first_line)
    known: set[str] = set()
    for match in _FOOTNOTE.finditer(text):
        if match[1] in known:
            yield _problem("footnote-twice", text, match, first_line, label=match[1])
        elif match[1] not in placed:
            yield _problem("footnote-unused", text, match, first_line, label=match[1])
        known.add(match[1])
    for match in FOOTNOTE_MARK.finditer(text):
        if match[1] not in known:
            yield _problem("footnote-undefined", text, match, first_line, label=match[1])
    yield from _long_rows(text.split("\n"), tokens, first_line)


def _long_rows(lines: list[str], tokens: list[Token], first_line: int) -> Iterator[Problem]:
    columns = 0
    for token in tokens:
        if token.type == "thead_open" and token.map:
            columns = len(_cells(lines[token.map[0]]))
        if token.type == "tr_open" and token.map and columns:
            cells = len(_cells(lines[token.map[0]]))
            if cells > columns:
                details = {"cells": cells, "columns": columns}
                yield Problem("table-row", Span.point(token.map[0] + first_line), details)


def _cells(line: str) -> list[str]:
    cells = escapedSplit(line.strip())
    if cells and not cells[0]:
        cells = cells[1:]
    return cells[:-1] if cells and not cells[-1] else cells


def _problem(kind: str, text: str, match: re.Match[str], first_line: int, **details: object) -> Problem:
    line = text.count("\n", 0, match.start())
    column = match.start() - (text.rfind("\n", 0, match.start()) + 1)
    width = match.end() - match.start()
    span = Span(line + first_line, column + 1, line + first_line, column + 1 + width)
    return Problem(kind, span, details)
