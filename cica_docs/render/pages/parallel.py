"""The parallel edition: two or three languages in columns, paragraph beside paragraph."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cica_docs.documents.markdown.blocks import Block, Cell, Group, Items, Table, text_of
from cica_docs.i18n.labels import Labels
from cica_docs.languages import Unit, align
from cica_docs.render.edition import Edition
from cica_docs.render.notes import notes_table
from cica_docs.render.pages.build import make_labelled, make_paragraph
from cica_docs.render.pages.compose import compose
from cica_docs.render.pages.page_data import PageData
from cica_docs.text.profile import profile_of

_BETWEEN_LABELS = " · "


def compose_parallel(pages: Sequence[PageData], plan: Mapping[str, object]) -> Edition:
    """Compose a parallel edition of the languages of a work; the first is the document's language."""
    return join_editions(
        [compose(replace(page, in_columns=True), plan) for page in pages], [page.labels for page in pages]
    )


def join_editions(editions: Sequence[Edition], labels: Sequence[Labels]) -> Edition:
    """Join the editions of several languages, each with its labels, into a parallel one."""
    languages = tuple(spoken.language for spoken in labels)
    heads = _letterheads(editions)
    columns = [[Unit(block) for block in _flat(edition.unmarked)] for edition in editions]
    names = tuple(Cell((make_paragraph(profile_of(spoken.language).name),), spoken.language) for spoken in labels)
    rows = tuple(
        tuple(
            Cell((unit.block,) if unit else (), language) for unit, language in zip(row.cells, languages, strict=True)
        )
        for row in align(columns)
    )
    table = Table(names, rows, ("left",) * len(editions), role="parallel")
    notes = notes_table(
        table, tuple(Cell((make_paragraph(label.word("captions", "notes")),), label.language) for label in labels)
    )
    first = editions[0]
    return replace(
        first,
        name=f"{first.name.rpartition('/')[0]}/parallel",
        languages=languages,
        unmarked=(*heads, table, notes) if notes else (*heads, table),
        page_label=_BETWEEN_LABELS.join(dict.fromkeys(edition.page_label for edition in editions)),
        marks=tuple(dict.fromkeys(mark for edition in editions for mark in edition.marks)),
        layout="paper",
        landscape=True,
        blob="",
    )


def _flat(blocks: tuple[Block, ...]) -> list[Block]:
    """Flatten the blocks of an edition into a column: groups opened, lists item by item, facts as lines."""
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
                    make_labelled(text_of(label.blocks), text_of(value.blocks).replace("\n", "; "))
                    for label, value in rows
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
        make_labelled(text_of(label.blocks), text_of(value.blocks).replace("\n", "; "))
        for label, value in zip(head, row, strict=True)
        if value.blocks
    ]
    return Group("row", tuple(lines))


def _letterheads(editions: Sequence[Edition]) -> tuple[Block, ...]:
    blocks = (block for edition in editions for block in edition.unmarked)
    return tuple(dict.fromkeys(block for block in blocks if isinstance(block, Group) and block.role == "letterhead"))
