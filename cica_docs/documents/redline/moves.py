"""What a marked text deletes in one place and inserts in another, and paragraphs whose number alone changed."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cica_docs.documents.markdown.blocks import (
    DELETED,
    INSERTED,
    Block,
    Group,
    Items,
    Marked,
    Paragraph,
    Quote,
    text_of,
)
from cica_docs.documents.redline.alignment import overlap

_ALIKE = 0.9
_FEWEST_WORDS = 4
"""Shorter blocks are alike by chance."""
MOST = 500
"""Blocks of each kind among which moves are looked for."""


class Renumbered(NamedTuple):
    """A paragraph whose number alone changed."""

    former: str
    present: str


def moved_texts(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Return the texts that were moved, as they are now."""
    changed = list(_changed(blocks))
    deleted = [text for kind, text in changed if kind == DELETED][:MOST]
    inserted = [text for kind, text in changed if kind == INSERTED][:MOST]
    moved = []
    for text in inserted:
        former = next((other for other in deleted if _is_same(other, text)), None)
        if former is not None:
            deleted.remove(former)
            moved.append(text)
    return tuple(moved)


def _is_same(former: str, present: str) -> bool:
    first, second = former.split(), present.split()
    return min(len(first), len(second)) >= _FEWEST_WORDS and overlap(Counter(first), Counter(second)) >= _ALIKE


def _changed(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    """Yield the kind and the text of each block that is marked whole."""
    for block in _every(blocks):
        if isinstance(block, Group) and block.role in {INSERTED, DELETED}:
            yield block.role, " ".join(text_of(block.blocks).split())


def renumbered(blocks: Iterable[Block]) -> tuple[Renumbered, ...]:
    """Return the paragraphs whose number alone changed, in order."""
    changes = []
    for block in _every(blocks):
        match block:
            case Paragraph(content, number) if block.former:
                if not any(isinstance(inline, Marked) for inline in content):
                    changes.append(Renumbered(block.former, number))
    return tuple(changes)


def _every(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        match block:
            case Items(items):
                for item in items:
                    yield from _every(item)
            case Quote(inside):
                yield from _every(inside)
            case Group(role, inside) if role not in {INSERTED, DELETED}:
                yield from _every(inside)
