"""Text under negotiation on the page: what is in square brackets, whatever runs through it, is marked as proposed."""

import re
from dataclasses import replace

from cica_docs.documents.markdown.blocks import (
    PROPOSED,
    Block,
    Cell,
    Emphasis,
    Footnote,
    Group,
    Heading,
    Inline,
    Items,
    Link,
    Marked,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
)

OPENING, CLOSING = "\ue000", "\ue001"
"""Signs that no text of a register may have: after the opening bracket of a proposal, and before the closing one."""
_SIGN = re.compile(rf"(\[{OPENING}|{CLOSING}\])")


def mark_proposals(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return blocks with the text between the signs marked, brackets included, and without the signs."""
    return tuple(_block(block) for block in blocks)


def _block(block: Block) -> Block:
    match block:
        case Heading(content=content) | Paragraph(content=content):
            return replace(block, content=_Marker().inlines(content))
        case Items(items=items):
            return replace(block, items=tuple(mark_proposals(item) for item in items))
        case Quote(blocks=blocks) | Group(blocks=blocks):
            return replace(block, blocks=mark_proposals(blocks))
        case Table(head=head, rows=rows):
            return replace(block, head=_row(head), rows=tuple(_row(row) for row in rows))


def _row(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return tuple(replace(cell, blocks=mark_proposals(cell.blocks)) for cell in row)


class _Marker:
    """Marks the running text of one block; `_depth` counts the brackets that are open."""

    def __init__(self) -> None:
        self._depth = 0

    def inlines(self, content: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(marked for inline in content for marked in self._inline(inline))

    def _inline(self, inline: Inline) -> list[Inline]:
        match inline:
            case Text(text):
                return self._text(text)
            case Emphasis(content) | Strong(content) | Link(_, content) | Marked(_, content):
                return [replace(inline, content=self.inlines(content))]
            case Footnote(blocks=blocks):
                return [replace(inline, blocks=mark_proposals(blocks))]
        return [inline]

    def _text(self, text: str) -> list[Inline]:
        runs: list[tuple[bool, str]] = []
        for part in _SIGN.split(text):
            is_opening, is_closing = part == f"[{OPENING}", part == f"{CLOSING}]"
            self._depth += is_opening
            run = (self._depth > 0, "[" if is_opening else "]" if is_closing else part)
            self._depth -= is_closing
            if runs and runs[-1][0] == run[0]:
                runs[-1] = (run[0], runs[-1][1] + run[1])
            elif run[1]:
                runs.append(run)
        return [Marked(PROPOSED, (Text(run),)) if is_marked else Text(run) for is_marked, run in runs]
