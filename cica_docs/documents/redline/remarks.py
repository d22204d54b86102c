"""Put remarks on a marked text: on its title, and on its first change.

None is put on a line that is inserted or deleted whole: the remark would be left behind where the line goes.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from cica_docs.documents.markdown.blocks import (
    DELETED,
    INSERTED,
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
    Remark,
    Strong,
    Table,
)

_Line = Heading | Paragraph
Wanted = Callable[[_Line], bool]
"""Whether a line of text is the one to remark on."""


def put_remark(blocks: Sequence[Block], lines: Sequence[str], *wanted: Wanted) -> tuple[Block, ...]:
    """Return the blocks with a remark on the first line that is wanted most, or on the very first if none is."""
    if not lines:
        return tuple(blocks)
    for choice in (*wanted, _is_any):
        putting = _Putting(Remark(tuple(lines)), choice)
        remarked = putting.blocks(blocks)
        if putting.is_put:
            return remarked
    return tuple(blocks)


def _is_any(line: _Line) -> bool:
    return bool(line.content)


def is_title(line: _Line) -> bool:
    """Whether a line is the title of the document."""
    return isinstance(line, Heading) and line.level == 1


def is_changed(line: _Line) -> bool:
    """Whether a line of text has a change."""
    return _has_change(line.content)


def _has_change(content: Iterable[Inline]) -> bool:
    for inline in content:
        match inline:
            case Marked():
                return True
            case Emphasis(inside) | Strong(inside) | Link(_, inside) if _has_change(inside):
                return True
            case Footnote(_, blocks) if any(_is_changed_block(block) for block in blocks):
                return True
    return False


def _is_changed_block(block: Block) -> bool:
    match block:
        case Heading(content=content) | Paragraph(content=content):
            return _has_change(content)
        case Group(role, inside):
            return role in {INSERTED, DELETED} or any(map(_is_changed_block, inside))
        case Quote(inside):
            return any(map(_is_changed_block, inside))
        case Items(items):
            return any(_is_changed_block(each) for item in items for each in item)
        case Table(head, rows):
            return any(_is_changed_block(each) for row in (head, *rows) for cell in row for each in cell.blocks)


class _Putting:
    """Walks through blocks until the remark is put."""

    def __init__(self, remark: Remark, wanted: Wanted) -> None:
        self._remark = remark
        self._wanted = wanted
        self.is_put = False

    def blocks(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        """Return blocks, with the remark if it belongs on one of them."""
        return tuple(block if self.is_put else self._block(block) for block in blocks)

    def _block(self, block: Block) -> Block:
        match block:
            case Heading() | Paragraph():
                if not self._wanted(block):
                    return block
                self.is_put = True
                return replace(block, content=(self._remark, *block.content))
            case Items(items):
                return replace(block, items=tuple(self.blocks(item) for item in items))
            case Quote(inside):
                return replace(block, blocks=self.blocks(inside))
            case Group(role, inside):
                return block if role in {INSERTED, DELETED} else replace(block, blocks=self.blocks(inside))
            case Table(head, rows):
                return replace(block, head=self._row(head), rows=tuple(map(self._row, rows)))

    def _row(self, cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return tuple(replace(cell, blocks=self.blocks(cell.blocks)) for cell in cells)
