"""Accept or reject all changes of a marked text, and bring a text into the form in which two are compared."""

from collections.abc import Iterable, Iterator
from itertools import groupby

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
    Strong,
    Table,
    Text,
)
from cica_docs.documents.redline.atoms import runs_of

_CHANGES = (INSERTED, DELETED)
Plain = tuple[object, ...]
"""A text as nested tuples, without what does not show: spans, ids, how marks are nested."""


def accept(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the later of the two texts that a marked text holds."""
    return tuple(_resolved(blocks, INSERTED))


def reject(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the earlier of the two texts that a marked text holds."""
    return tuple(_resolved(blocks, DELETED))


def _resolved(blocks: Iterable[Block], wanted: str) -> Iterator[Block]:
    for block in blocks:
        match block:
            case Group(role, inside) if role in _CHANGES:
                if role == wanted:
                    yield from _resolved(inside, wanted)
            case Heading(level, content, id):
                yield Heading(level, _content(content, wanted), id)
            case Paragraph(content, number):
                present = block.former if block.former and wanted == DELETED else number
                yield Paragraph(_content(content, wanted), present)
            case Items(items, start):
                remaining = [item for item in items if not _is_unwanted(item, wanted)]
                if remaining or not items:
                    yield Items(tuple(tuple(_resolved(item, wanted)) for item in remaining), start)
            case Quote(inside):
                yield Quote(tuple(_resolved(inside, wanted)))
            case Group(role, inside, language):
                yield Group(role, tuple(_resolved(inside, wanted)), language)
            case Table(head, rows):
                left = [row for row in rows if not _is_unwanted([b for cell in row for b in cell.blocks], wanted)]
                yield Table(
                    _row(head, wanted),
                    tuple(_row(row, wanted) for row in left),
                    block.aligns,
                    block.role,
                    block.widths,
                    block.caption,
                )


def _is_unwanted(blocks: Iterable[Block], wanted: str) -> bool:
    """Whether an item or row is all of the other text: it has blocks, and each is marked so."""
    listed = list(blocks)
    other = DELETED if wanted == INSERTED else INSERTED
    return bool(listed) and all(isinstance(block, Group) and block.role == other for block in listed)


def _row(cells: tuple[Cell, ...], wanted: str) -> tuple[Cell, ...]:
    return tuple(Cell(tuple(_resolved(cell.blocks, wanted)), cell.language) for cell in cells)


def _content(content: Iterable[Inline], wanted: str) -> tuple[Inline, ...]:
    resolved: list[Inline] = []
    for inline in content:
        match inline:
            case Marked(kind, inside):
                resolved += _content(inside, wanted) if kind == wanted else ()
            case Emphasis(inside):
                resolved.append(Emphasis(_content(inside, wanted)))
            case Strong(inside):
                resolved.append(Strong(_content(inside, wanted)))
            case Link(target, inside):
                resolved.append(Link(target, _content(inside, wanted)))
            case Footnote(label, inside):
                resolved.append(Footnote(label, tuple(_resolved(inside, wanted))))
            case _:
                resolved.append(inline)
    return tuple(resolved)


def plain(blocks: Iterable[Block]) -> Plain:
    """Return blocks in the form in which two texts are the same: what is read, and how it is set apart."""
    return tuple(_plain(block) for block in blocks)


def _plain(block: Block) -> Plain:
    match block:
        case Heading(level, content):
            return ("heading", level, _plain_content(content))
        case Paragraph(content, number):
            return ("paragraph", _plain_content((Text(f"{number} "), *content) if number else content))
        case Items(items, start):
            return ("items", start, tuple(plain(item) for item in items))
        case Quote(inside):
            return ("quote", plain(inside))
        case Group(role, inside, language):
            return ("group", role, language, plain(inside))
        case Table(head, rows):
            every = tuple(tuple((cell.language, plain(cell.blocks)) for cell in row) for row in (head, *rows))
            return ("table", block.role, block.aligns, block.caption, every)


def _plain_content(content: Iterable[Inline]) -> Plain:
    """Return running text as runs of marks and text, and footnotes by what they say."""
    runs: list[tuple[object, ...]] = []
    shown = (run for run in runs_of(content) if run.leaf is not None or run.text)
    for (is_text, marks), group in groupby(shown, key=lambda run: (run.leaf is None, run.marks)):
        if is_text:
            runs.append((marks, "".join(run.text for run in group)))
            continue
        for run in group:
            if isinstance(run.leaf, Footnote):
                runs.append((marks, plain(run.leaf.blocks), "note"))
            else:
                runs.append((marks, "", "break"))
    return tuple(runs)
