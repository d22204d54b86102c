"""Footnotes of a parallel edition: numbered by language, and printed side by side after the text.

Real footnotes would count through all columns, so that a note had another number than in the edition of its language;
and typst takes gigabytes over some hundred of them inside the cells of a table.
"""

from collections.abc import Iterable, Iterator, Sequence

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
    Marked,
    Paragraph,
    Quote,
    Strong,
    Table,
)
from cica_docs.render.edition import Edition
from cica_docs.values.language import Language

ROLE = "notes"


class Numbers:
    """The numbers of notes: from 1 in each language, in the order of their marks."""

    def __init__(self) -> None:
        self._known: dict[Language, dict[Footnote, int]] = {}

    def number(self, language: Language, note: Footnote) -> int:
        """Return the number of a note, the same for each of its marks."""
        known = self._known.setdefault(language, {})
        return known.setdefault(note, len(known) + 1)


def has_notes_beside(edition: Edition) -> bool:
    """Return whether the notes are printed side by side after the text, so that marks are only numbers."""
    return any(isinstance(block, Table) and block.role == ROLE for block in edition.unmarked)


def notes_table(table: Table, head: tuple[Cell, ...]) -> Table | None:
    """Return the notes of a parallel text as a table with the same columns, or None if it has none."""
    columns = [list(_column(table, at)) for at in range(len(head))]
    rows = tuple(
        tuple(
            Cell(_numbered(column[at], at + 1) if at < len(column) else (), spoken.language)
            for column, spoken in zip(columns, head, strict=True)
        )
        for at in range(max(map(len, columns)))
    )
    return Table(head, rows, table.aligns, ROLE, table.widths) if rows else None


def _column(table: Table, at: int) -> Iterator[Footnote]:
    """Yield the notes of a column in the order of their marks, then those within notes."""
    blocks = (block for row in table.rows for cell in row[at : at + 1] for block in cell.blocks)
    notes = dict.fromkeys(_in_blocks(blocks))
    pending = list(notes)
    while pending:
        within = [note for outer in pending for note in _in_blocks(outer.blocks) if note not in notes]
        pending = list(dict.fromkeys(within))
        notes |= dict.fromkeys(pending)
    return iter(notes)


def _numbered(note: Footnote, number: int) -> tuple[Block, ...]:
    first, rest = note.blocks[:1], note.blocks[1:]
    if first and isinstance(first[0], Paragraph):
        return (Paragraph(first[0].content, str(number)), *rest)
    return (Paragraph((), str(number)), *note.blocks)


def _in_blocks(blocks: Iterable[Block]) -> Iterator[Footnote]:
    for block in blocks:
        match block:
            case Heading(content=content) | Paragraph(content=content):
                yield from _in_inlines(content)
            case Items(items=items):
                for item in items:
                    yield from _in_blocks(item)
            case Quote(blocks=inside) | Group(blocks=inside):
                yield from _in_blocks(inside)
            case Table(head=head, rows=rows):
                for cell in (cell for row in (head, *rows) for cell in row):
                    yield from _in_blocks(cell.blocks)


def _in_inlines(content: Sequence[Inline]) -> Iterator[Footnote]:
    for inline in content:
        match inline:
            case Footnote():
                yield inline
            case Emphasis(inside) | Strong(inside) | Link(_, inside) | Marked(_, inside):
                yield from _in_inlines(inside)
