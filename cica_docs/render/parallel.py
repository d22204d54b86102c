"""The parallel edition: two or three languages in columns, paragraph beside paragraph."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from cica_docs.documents.blocks import Block, Cell, Group, Heading, Items, Paragraph, Table, text_of
from cica_docs.render.edition import Edition
from cica_docs.render.phrase import labelled, paragraph
from cica_docs.render.source import Sheet
from cica_docs.render.view import view

Row = tuple[Block | None, ...]


def parallel(sheets: Sequence[Sheet], plan: Mapping[str, object]) -> Edition:
    """One edition out of the languages of a work, in the order given; the first is the document's language."""
    editions = [view(replace(sheet, in_columns=True), plan) for sheet in sheets]
    languages = tuple(sheet.language for sheet in sheets)
    heads = _letterheads(editions)
    columns = [tuple(_flat(edition.blocks)) for edition in editions]
    names = tuple(
        Cell((paragraph(sheet.labels.word("languages", sheet.language.value)),), sheet.language) for sheet in sheets
    )
    rows = tuple(
        tuple(Cell(() if block is None else (block,), language) for block, language in zip(row, languages, strict=True))
        for row in aligned(columns)
    )
    table = Table(names, rows, ("left",) * len(sheets), role="parallel")
    first = editions[0]
    return replace(
        first,
        name=f"{first.work}/parallel",
        languages=languages,
        blocks=(*heads, table),
        page_label=first.page_label,
        marks=tuple(dict.fromkeys(mark for edition in editions for mark in edition.marks)),
        layout="paper",
        landscape=True,
    )


def aligned(columns: Sequence[Sequence[Block]]) -> list[Row]:
    """Rows of blocks that belong together; where one language lacks some, its cell is empty and nothing is lost.

    Headings by their id, numbered paragraphs by their number and the parts of the page by their role hold the
    columns together; between two of these the blocks are paired one by one.
    """
    rows: list[Row] = []
    done = [0] * len(columns)
    for anchor, block in enumerate(columns[0]):
        places = [_find(column, _key(block), start) for column, start in zip(columns, done, strict=True)]
        if any(place is None for place in places) or places[0] != anchor:
            continue
        known = [place for place in places if place is not None]
        rows += zip_longest(*(column[start:place] for column, start, place in zip(columns, done, known, strict=True)))
        rows.append(tuple(column[place] for column, place in zip(columns, known, strict=True)))
        done = [place + 1 for place in known]
    rows += zip_longest(*(column[start:] for column, start in zip(columns, done, strict=True)))
    return rows


def _key(block: Block) -> str:
    match block:
        case Heading(id=name) if name:
            return f"heading {name}"
        case Paragraph(number=number) if number:
            return f"number {number}"
        case Group(role=role):
            return f"part {role}"
    return ""


def _find(column: Sequence[Block], key: str, start: int) -> int | None:
    return next((at for at in range(start, len(column)) if key and _key(column[at]) == key), None)


def _flat(blocks: tuple[Block, ...]) -> list[Block]:
    """The blocks of an edition as a column: the text unwrapped, lists item by item, facts as lines."""
    column: list[Block] = []
    for block in blocks:
        match block:
            case Group(role="letterhead"):
                continue
            case Group(role="body" | "annex", blocks=inside):
                column += _flat(inside)
            case Group(role="title", blocks=inside):
                column += inside
            case Table(role="facts", rows=rows):
                column += [
                    labelled(text_of(label.blocks), text_of(value.blocks).replace("\n", "; ")) for label, value in rows
                ]
            case Table(role="items" | "record", head=head, rows=rows):
                column += [_row_as_text(head, row) for row in rows]
            case Items(items=items, start=start):
                column += [Items((item,), None if start is None else start + at) for at, item in enumerate(items)]
            case _:
                column.append(block)
    return column


def _row_as_text(head: tuple[Cell, ...], row: tuple[Cell, ...]) -> Block:
    lines = [
        labelled(text_of(label.blocks), text_of(value.blocks).replace("\n", "; "))
        for label, value in zip(head, row, strict=True)
        if value.blocks
    ]
    return Group("row", tuple(lines))


def _letterheads(editions: Sequence[Edition]) -> tuple[Block, ...]:
    found = (block for edition in editions for block in edition.blocks)
    return tuple(dict.fromkeys(block for block in found if isinstance(block, Group) and block.role == "letterhead"))
