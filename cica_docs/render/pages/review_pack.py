"""The material for a year's review on a day: scope, contributions, a sheet for each area, proposals, follow-ups."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import ceil

from cica_docs.documents.markdown.blocks import Block, Cell, Emphasis, Group, Heading, Items, Paragraph, Table, Text
from cica_docs.i18n.labels import Labels
from cica_docs.render.edition import Edition
from cica_docs.render.pages.build import make_cell, make_group, make_paragraph
from cica_docs.render.pages.column_widths import fit_columns
from cica_docs.text.profile import profile_of

_MOST_COLUMNS = 4
_AREA_WIDTH = 28

Fact = tuple[str, tuple[str, ...]]
"""A label and its lines."""


@dataclass(frozen=True)
class Schedule:
    """The items of one action plan: its title, how many are in each status, and a row for each item."""

    title: str
    counts: str
    rows: tuple[tuple[str, str, str, str], ...]
    """Activity, dates, status, outcome."""


@dataclass(frozen=True)
class AreaSheet:
    """The record of one priority area; every text is in the language of the material."""

    id: str
    name: str
    facts: tuple[Fact, ...]
    schedules: tuple[Schedule, ...]
    measures: tuple[str, ...]


@dataclass(frozen=True)
class Given:
    """The state of one contribution: in full, and in a word."""

    text: str = ""
    word: str = ""


@dataclass(frozen=True)
class Matrix:
    """Contributions: states across, areas down; an empty cell means none expected and none received."""

    codes: tuple[str, ...]
    states: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Given, ...]], ...]


@dataclass(frozen=True)
class Material:
    """The content of the document in one language."""

    year: int
    scope: tuple[Fact, ...]
    matrix: Matrix
    sheets: tuple[AreaSheet, ...]
    follow_ups: tuple[tuple[str, str, tuple[str, ...]], ...]
    """Area by area: its id, its name, the matters."""
    proposals: tuple[str, ...] = ()
    """The open proposals on the Catalogue, each with who proposes it and its stage."""
    is_example: bool = False


def compose_review_pack(material: Material, labels: Labels, organisation: str, on: date) -> Edition:
    """Compose the document of one language."""
    title = labels.sentence("review-pack", "title", year=material.year)
    notices = [
        labels.word("review-pack", "draft"),
        *([labels.word("notices", "example")] if material.is_example else []),
    ]
    blocks: tuple[Block, ...] = (
        make_group("organisation", profile_of(labels.language).in_capitals(organisation)),
        make_group("kind", labels.word("review-pack", "kind")),
        Group("title", (Heading(1, (Text(title),)),)),
        make_group("status", labels.sentence("known", "as-of-upper", on=on)),
        Group("notice", tuple(make_paragraph(text) for text in notices)),
        _heading(2, labels.word("review-pack", "scope"), "scope"),
        _facts(material.scope),
        _heading(2, labels.word("review-pack", "contributions"), "contributions"),
        *_matrix(material.matrix, labels),
        _heading(2, labels.word("review-pack", "sheets"), "areas"),
        *(block for sheet in material.sheets for block in _sheet(sheet, labels)),
        _heading(2, labels.word("review-pack", "proposals"), "proposals"),
        *_proposals(material, labels),
        _heading(2, labels.word("review-pack", "follow-ups"), "follow-ups"),
        *_follow_ups(material, labels),
    )
    return Edition(
        name=f"review-pack/{material.year}/{labels.language.value}",
        work="",
        languages=(labels.language,),
        title=title,
        subject=labels.word("review-pack", "subject"),
        author=organisation,
        dated=on,
        unmarked=fit_columns(blocks),
        page_label=labels.page,
        marks=(labels.word("marks", "example"),) if material.is_example else (),
    )


def _heading(level: int, text: str, id: str) -> Heading:
    return Heading(level, (Text(text),), id)


def _facts(facts: tuple[Fact, ...]) -> Table:
    rows = tuple((make_cell(label), make_cell(*lines)) for label, lines in facts)
    return Table((), rows, ("left", "left"), role="facts", widths=(30, 70))


def _matrix(matrix: Matrix, labels: Labels) -> Iterator[Block]:
    """Yield a table for every few states, without the areas for which none of them has a contribution."""
    if not matrix.states:
        yield make_paragraph(labels.word("review-pack", "no-contributions"))
    # Tables of about the same number of states.
    size = ceil(len(matrix.states) / max(ceil(len(matrix.states) / _MOST_COLUMNS), 1))
    for start in range(0, len(matrix.states), size or 1):
        states = matrix.states[start : start + size]
        rows = [(area, cells[start : start + size]) for area, cells in matrix.rows]
        head = (make_cell(labels.word("columns", "area")), *(make_cell(state) for state in states))
        body = tuple(
            (make_cell(area), *(_said(cell.text) for cell in cells))
            for area, cells in rows
            if any(cell.text for cell in cells)
        )
        share = (100 - _AREA_WIDTH) // len(states)
        yield Table(
            head, body, ("left",) * len(head), role="items", widths=(100 - share * len(states), *[share] * len(states))
        )


def _said(text: str) -> Cell:
    return make_cell(text) if text else Cell(())


def _sheet(sheet: AreaSheet, labels: Labels) -> Iterator[Block]:
    yield _heading(3, sheet.name, f"area-{sheet.id}")
    yield _facts(sheet.facts)
    columns = ("activity", "dates", "status", "outcome")
    head = tuple(make_cell(labels.word("columns", column)) for column in columns)
    for plan in sheet.schedules:
        yield Paragraph((Emphasis((Text(plan.title),)), Text(f" ({plan.counts})" if plan.counts else "")))
        rows = tuple(tuple(_said(text) for text in row) for row in plan.rows)
        yield Table(head, rows, ("left",) * 4, role="items", widths=(34, 28, 18, 20))
    if sheet.measures:
        yield Paragraph((Emphasis((Text(labels.word("facts", "measures")),)),))
        yield Items(tuple((make_paragraph(text),) for text in sheet.measures))


def _proposals(material: Material, labels: Labels) -> Iterator[Block]:
    if material.proposals:
        yield Items(tuple((make_paragraph(text),) for text in material.proposals))
    else:
        yield make_paragraph(labels.word("review-pack", "no-proposals"))


def _follow_ups(material: Material, labels: Labels) -> Iterator[Block]:
    if not material.follow_ups:
        yield make_paragraph(labels.word("review-pack", "no-follow-ups"))
        return
    yield make_paragraph(labels.word("review-pack", "follow-ups-note"))
    for id, area, lines in material.follow_ups:
        yield _heading(3, area, f"follow-up-{id}")
        yield Items(tuple((make_paragraph(line),) for line in lines))
