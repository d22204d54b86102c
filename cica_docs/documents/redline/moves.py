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
MOST = 100
"""Blocks of each kind among which such are looked for as were moved and changed; of a moved one all words are known."""


class Renumbered(NamedTuple):
    """A paragraph whose number alone changed."""

    former: str
    present: str


def moved_texts(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Return the texts that were moved, as they are now."""
    changed = list(_changed(blocks))
    deleted = [_words_of(text) for kind, text in changed if kind == DELETED]
    inserted = [(text, _words_of(text)) for kind, text in changed if kind == INSERTED]
    waiting = Counter(deleted)
    moved: dict[int, str] = {}
    for at, (text, words) in enumerate(inserted):
        if waiting[words] and len(words) >= _FEWEST_WORDS:
            waiting[words] -= 1
            moved[at] = text
    former = [Counter(words) for words in waiting.elements() if len(words) >= _FEWEST_WORDS][:MOST]
    for at, (text, words) in [each for each in enumerate(inserted) if each[0] not in moved][:MOST]:
        present = Counter(words)
        counterpart = next((other for other in former if overlap(other, present) >= _ALIKE), None)
        if counterpart is not None:
            former.remove(counterpart)
            moved[at] = text
    return tuple(moved[at] for at in sorted(moved))


def _words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text without its number, which changes with its place."""
    words = text.split()
    return tuple(words[1:] if words and words[0][0].isdigit() else words)


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
