"""The list of Coordinators and Co-coordinators of all areas on a day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from cica_docs.documents.markdown.blocks import Block, Cell, Group, Heading, Table, Text
from cica_docs.i18n.labels import Labels
from cica_docs.render.edition import Edition
from cica_docs.render.pages.build import make_cell, make_group, make_paragraph
from cica_docs.render.pages.column_widths import fit_columns
from cica_docs.text.profile import profile_of
from cica_docs.values.day import parse_partial_date


@dataclass(frozen=True)
class Coordination:
    """Who coordinates one priority area; every name is in the language of the list."""

    dimension: str
    area: str
    coordinators: tuple[str, ...] = ()
    co_coordinators: tuple[str, ...] = ()
    acting: bool = False
    """Whether the Coordinator is acting."""
    since: str = ""
    until: str = ""
    """The first and last day of the tenure, if known."""
    as_of: str = ""
    """The date of the information where no act is on record: `2023`."""
    basis: str = ""
    """Symbol of the act, or empty."""
    is_example: bool = False
    """Whether a mandate is part of a worked example."""


def compose_coordinators(rows: Iterable[Coordination], labels: Labels, organisation: str, on: date) -> Edition:
    """Compose the list, grouped by dimension in the order given."""
    title = labels.word("captions", "coordinators")
    listed = tuple(rows)
    blocks: list[Block] = [
        make_group("organisation", profile_of(labels.language).in_capitals(organisation)),
        Group("title", (Heading(1, (Text(title),)),)),
        make_group("status", labels.sentence("known", "as-of-upper", on=on)),
    ]
    is_example = any(row.is_example for row in listed)
    notices = [
        *(["example"] if is_example else []),
        *(["sources"] if any(row.as_of for row in listed) else []),
    ]
    if notices:
        blocks.append(Group("notice", tuple(make_paragraph(labels.word("notices", notice)) for notice in notices)))
    for dimension, group_rows in groupby(listed, key=lambda row: row.dimension):
        blocks += [Heading(2, (Text(dimension),)), _table(tuple(group_rows), labels)]
    return Edition(
        name=f"coordinators/{labels.language.value}",
        work="",
        languages=(labels.language,),
        title=title,
        subject=labels.word("captions", "coordinators-subject"),
        author=organisation,
        dated=on,
        unmarked=fit_columns(blocks),
        page_label=labels.page,
        marks=(labels.word("marks", "example"),) if is_example else (),
    )


def _table(rows: tuple[Coordination, ...], labels: Labels) -> Table:
    with_basis = any(row.basis for row in rows)
    columns = ("area", "coordinator", "co-coordinators", "known", *(("basis",) if with_basis else ()))
    head = tuple(make_cell(labels.word("columns", column)) for column in columns)
    widths = (27, 15, 18, 23, 17) if with_basis else (31, 18, 21, 30)
    body = tuple(tuple(_cells(row, labels, with_basis)) for row in rows)
    return Table(head, body, ("left",) * len(columns), role="coordinators", widths=widths)


def _cells(row: Coordination, labels: Labels, with_basis: bool) -> Iterator[Cell]:
    none = labels.word("known", "none")
    acting = (labels.sentence("known", "acting", name=name) for name in row.coordinators)
    yield make_cell(row.area)
    yield make_cell(*(acting if row.acting else row.coordinators or (none,)))
    yield make_cell(*(row.co_coordinators or (none,)))
    as_of = labels.sentence("known", "as-of", on=parse_partial_date(row.as_of) or row.as_of) if row.as_of else ""
    yield make_cell(labels.period(row.since, row.until) or as_of or none)
    if with_basis:
        yield make_cell(row.basis or none)
