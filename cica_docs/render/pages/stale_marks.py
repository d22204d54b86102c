"""Paragraphs and footnotes of a draft that render an earlier text of the original, marked where they begin."""

from collections.abc import Iterable
from dataclasses import replace

from cica_docs.documents.markdown.blocks import (
    Block,
    Cell,
    Emphasis,
    Footnote,
    Group,
    Heading,
    Inline,
    Items,
    Link,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
)

TITLE = 0
"""The line number of the title, which is on no line of the body."""


def mark_stale(blocks: Iterable[Block], lines: tuple[int, ...], mark: str) -> tuple[Block, ...]:
    """Put a mark before each paragraph, heading, footnote and row that begins on one of the lines.

    The mark is a character of the text, so that print, screen and screen readers all have it.
    """
    return tuple(_marked(block, frozenset(lines), (Strong((Text(f"{mark}\u00a0"),)),)) for block in blocks)


def _marked(block: Block, lines: frozenset[int], mark: tuple[Inline, ...]) -> Block:
    match block:
        case Heading(level=1) if block.span.line == 0:
            return replace(block, content=(*mark, *block.content)) if TITLE in lines else block
        case Heading() | Paragraph():
            content = tuple(_noted(inline, lines, mark) for inline in block.content)
            is_stale = block.span.line in lines - {TITLE}
            return replace(block, content=(*mark, *content) if is_stale else content)
        case Items(items=items):
            return replace(block, items=tuple(_all(item, lines, mark) for item in items))
        case Quote(blocks=inside) | Group(blocks=inside):
            return replace(block, blocks=_all(inside, lines, mark))
        case Table(role="", head=head, rows=rows):
            return replace(block, head=_row(head, lines, mark), rows=tuple(_row(row, lines, mark) for row in rows))
    return block


def _noted(inline: Inline, lines: frozenset[int], mark: tuple[Inline, ...]) -> Inline:
    """Mark the footnotes inside some text."""
    match inline:
        case Footnote(blocks=blocks):
            return replace(inline, blocks=_all(blocks, lines, mark))
        case Emphasis(content=content) | Strong(content=content) | Link(content=content):
            return replace(inline, content=tuple(_noted(inner, lines, mark) for inner in content))
    return inline


def _row(row: tuple[Cell, ...], lines: frozenset[int], mark: tuple[Inline, ...]) -> tuple[Cell, ...]:
    """Mark the first cell of a row, since only its line is known."""
    return tuple(
        replace(cell, blocks=_all(cell.blocks, lines, mark)) if at == 0 else cell for at, cell in enumerate(row)
    )


def _all(blocks: Iterable[Block], lines: frozenset[int], mark: tuple[Inline, ...]) -> tuple[Block, ...]:
    return tuple(_marked(block, lines, mark) for block in blocks)
