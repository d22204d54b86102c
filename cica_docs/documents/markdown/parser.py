"""Parse a body into allowed blocks with places; all other markup is a problem at its line."""

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from cica_docs.documents.markdown.blocks import Block, Paragraph, Text
from cica_docs.documents.markdown.builder import Builder
from cica_docs.documents.markdown.lost_markup import find_lost_markup
from cica_docs.documents.problem import Problem
from cica_docs.values.span import Span

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

# markdown-it silently drops text below its own limit; nesting is reported long before that. For each unclosed bracket
# it looks ahead as many times as this limit.
_PARSER_DEPTH = 30
MOST_BRACKETS = 10_000
"""Opening brackets in a body: for each unclosed one the parser looks far ahead."""
_MARKED = re.compile(r"[*_\\\[\]&]|\s$")
_SPACE = re.compile(r"[ \t]+")


class Body(NamedTuple):
    """The blocks of a body, and the problems of all other markup."""

    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...]


def parse_body(text: str, first_line: int = 1) -> Body:
    """Parse a Markdown body into the allowed blocks; `first_line` is its first line in the file."""
    if may_be_endless(text):
        return Body((), (Problem("too-many-brackets", Span.point(first_line), {"most": MOST_BRACKETS}),))
    builder = Builder(text.split("\n"), first_line)
    try:
        tokens = parse_tokens(text)
        builder.build(tokens)
        for problem in find_lost_markup(text, first_line, tokens, builder.blocks):
            builder.problems.add(problem)
    except RecursionError:
        builder.problems.add(Problem("nested-too-deep", Span.point(first_line)))
    return Body(tuple(builder.blocks), tuple(builder.problems.all()))


def may_be_endless(text: str) -> bool:
    """Whether a body has more brackets than can be parsed in seconds."""
    return text.count("[") > MOST_BRACKETS


def parse_tokens(text: str) -> "list[Token]":
    """Parse a body into the tokens of markdown-it, with their lines."""
    return _parser().parse(text)


def read_lone_paragraph(text: str, first_line: int, *, last: bool) -> Paragraph | None:
    """Read the first or last paragraph of a body that needs no parsing, if it is one line between empty lines."""
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
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    # HTML is enabled so that it is recognized and refused; none of its tokens reaches the tree.
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": _PARSER_DEPTH})
    # The parser would consume a link definition without a token.
    parser.enable("table").disable(["lheading", "entity", "reference"])
    # Every link becomes a token, which the builder accepts or refuses; otherwise the parser turns some into text.
    parser.validateLink = _every_link  # type: ignore[method-assign]
    return parser.use(footnote_plugin, inline=False)


def _every_link(url: str) -> bool:  # noqa: ARG001 - the parser's own signature
    return True
