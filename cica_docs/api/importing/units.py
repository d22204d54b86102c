"""Units of a text: the blocks of a file as it is printed, and those of a document that came back."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from cica_docs.api.importing.printed import is_printed_line, is_title
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
    text_of,
)
from cica_docs.documents.markdown.writer import BodyWriter
from cica_docs.documents.redline.atoms import atoms_of, content_of
from cica_docs.render.docx.places import LINE
from cica_docs.values.span import Span
from cica_docs.word.received import Part


class Unit(NamedTuple):
    """A block of a text, with the form in which it is the same as another one."""

    block: Block
    key: str
    span: Span | None = None
    """Its place in the file; None if it is not of the file."""
    line: int = 0
    """The line of the file that a bookmark names; 0 if none does."""
    part: Part | None = None


def file_units(printed: Sequence[Block]) -> tuple[tuple[Unit, ...], Counter[str]]:
    """Return the units of a file as they are printed, and the lines around them, which the tool writes by itself."""
    units: list[Unit] = []
    around: Counter[str] = Counter()
    for block in _joined(_flat(printed)):
        span = getattr(block, "span", None)
        if span is not None and span.line:
            units.append(Unit(block, key_of(block), span, span.line))
        else:
            around[folded(block)] += 1
    return tuple(units), around


def received_units(parts: Sequence[Part], around: Mapping[str, int]) -> tuple[tuple[Unit, ...], tuple[Part, ...]]:
    """Return the units of a document that came back, and the lines around them that are not as they were printed."""
    left = Counter(around)
    units: list[Unit] = []
    altered: list[Part] = []
    for part in parts:
        text, line = folded(part.block), _line_of(part)
        if not line and left[text] > 0:
            left[text] -= 1
        elif not line and (is_printed_line(part) or is_title(part)):
            altered.append(part)
        else:
            units.append(Unit(part.block, key_of(part.block), None, line, part))
    return tuple(units), tuple(altered)


def relabelled(parts: Iterable[Part], units: Iterable[Unit]) -> tuple[Part, ...]:
    """Return parts whose footnotes have the labels of the same notes in the file; new notes have new labels."""
    known = {note: None for unit in units for note in notes_in(unit.block)}
    labels = {_words(note): note.label for note in known}
    taken = set(labels.values())
    fresh = (str(number) for number in count(1))
    listed = tuple(parts)
    in_file = list(known)
    renamed: dict[Footnote, Footnote] = {}
    for index, note in enumerate(dict.fromkeys(note for part in listed for note in notes_in(part.block))):
        label = labels.get(_words(note), "")
        if not label and index < len(in_file) and len(in_file) == _number_of_notes(listed):
            # As many notes as before: the one in this place was reworded.
            label = in_file[index].label
        if not label:
            label = next(each for each in fresh if each not in taken)
            taken.add(label)
        renamed[note] = Footnote(label, note.blocks)
    return tuple(part._replace(block=_renamed(part.block, renamed)) for part in listed)


def _number_of_notes(parts: Sequence[Part]) -> int:
    return len({note for part in parts for note in notes_in(part.block)})


def key_of(block: Block) -> str:
    """Return a block in the one form in which it is written, with its footnotes and without what does not show."""
    writer = BodyWriter()
    text = writer.write((_bare(_renamed(block, {})),))
    return "\n\n".join(filter(None, (text, writer.write_notes())))


def folded(block: Block) -> str:
    """Return the words of a block without spaces."""
    return "".join(text_of(block).split())


def notes_in(node: object) -> Iterator[Footnote]:
    """Yield the footnotes of a block in order."""
    if isinstance(node, Footnote):
        yield node
    elif isinstance(node, tuple):
        for each in node:
            yield from notes_in(each)
    else:
        for name in ("content", "blocks", "items", "head", "rows"):
            yield from notes_in(getattr(node, name, ()))


def _words(note: Footnote) -> str:
    return "".join(text_of(note.blocks).split())


def _line_of(part: Part) -> int:
    names = (name.removeprefix(LINE) for name in part.bookmarks if name.startswith(LINE))
    return next((int(name) for name in names if name.isascii() and name.isdecimal() and len(name) < 8), 0)


def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Group):
            yield from _flat(block.blocks)
        else:
            yield block


def _joined(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks with neighbouring quotations, or lists that go on, as one: a document does not tell them apart."""
    last: Block | None = None
    for block in blocks:
        both = last and _both(last, block)
        if last is not None and both is None:
            yield last
        last = both or block
    if last is not None:
        yield last


def _both(first: Block, second: Block) -> Block | None:
    match first, second:
        case Quote(), Quote():
            return Quote(first.blocks + second.blocks, _from_to(first.span, second.span))
        case Items(), Items() if second.start == (None if first.start is None else first.start + len(first.items)):
            return Items(first.items + second.items, first.start, _from_to(first.span, second.span))
    return None


def _from_to(first: Span, last: Span) -> Span:
    return Span(first.line, first.column, last.end_line, last.end_column)


def _bare(block: Block) -> Block:
    match block:
        case Heading(level=level, content=content):
            return Heading(level, content)
        case Table(head=head, rows=rows):
            return Table(head or (rows[0] if rows else ()), rows if head else rows[1:], ())
    return block


def _renamed(block: Block, notes: Mapping[Footnote, Footnote]) -> Block:
    match block:
        case Heading(level, content, id):
            return Heading(level, _renamed_content(content, notes), id)
        case Paragraph(content, number):
            return Paragraph(_renamed_content(content, notes), number)
        case Items(items, start):
            return Items(tuple(tuple(_renamed(each, notes) for each in item) for item in items), start)
        case Quote(inside):
            return Quote(tuple(_renamed(each, notes) for each in inside))
        case Table():
            head, *rows = (tuple(_renamed_cell(cell, notes) for cell in row) for row in (block.head, *block.rows))
            return Table(head, tuple(rows), block.aligns)
    return block


def _renamed_cell(cell: Cell, notes: Mapping[Footnote, Footnote]) -> Cell:
    return Cell(tuple(_renamed(block, notes) for block in cell.blocks), cell.language)


def _renamed_content(content: tuple[Inline, ...], notes: Mapping[Footnote, Footnote]) -> tuple[Inline, ...]:
    # Neighbours that are set apart in the same way are one, as they are in a document.
    return content_of(atoms_of(_renamed_inline(inline, notes) for inline in content))


def _renamed_inline(inline: Inline, notes: Mapping[Footnote, Footnote]) -> Inline:
    match inline:
        case Footnote():
            return notes.get(inline, inline)
        case Emphasis(content):
            return Emphasis(_renamed_content(content, notes))
        case Strong(content):
            return Strong(_renamed_content(content, notes))
        case Link(target, content):
            return Link(target, _renamed_content(content, notes))
    return inline
