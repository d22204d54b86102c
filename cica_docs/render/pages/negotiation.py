"""Pages of a negotiation: the ledger of proposals, and the table of comments side by side."""

from typing import NamedTuple

from cica_docs.documents.markdown.blocks import Block, Cell, Group, Heading, Paragraph, Strong, Table, Text
from cica_docs.i18n.labels import Labels
from cica_docs.render.edition import Edition
from cica_docs.render.pages.build import make_cell, make_group, make_paragraph
from cica_docs.text.profile import profile_of

_LEDGER_WIDTHS = (16, 62, 22)
_TABLE_WIDTHS = (22, 13, 27, 19, 19)


class PageHead(NamedTuple):
    """What stands above a table: whose it is, of what, and its marks."""

    folder: str
    work: str
    title: str
    symbol: str
    organisation: str
    is_example: bool


class LedgerRow(NamedTuple):
    """A proposal: where it is, its wordings each with the States, and since when it has been there."""

    place: str
    wordings: tuple[str, ...]
    since: str


class CommentRow(NamedTuple):
    """A comment: the delegation and the day, what it asks for, why, and the answer; each a cell."""

    who: Cell
    asked: Cell
    reason: Cell
    answer: Cell


class CommentPart(NamedTuple):
    """The comments on one place, with the number or title of the place and the draft there."""

    title: str
    draft: tuple[Block, ...]
    rows: tuple[CommentRow, ...]


def compose_ledger(head: PageHead, rows: tuple[LedgerRow, ...], labels: Labels, dated: Edition) -> Edition:
    """Compose the ledger of one language; `dated` is the edition of the work, which has its day."""
    titles = tuple(make_cell(labels.word("ledger", key)) for key in ("place", "proposals", "since"))
    table = Table(
        titles,
        tuple((make_cell(row.place), make_cell(*row.wordings), make_cell(row.since)) for row in rows),
        ("left", "left", "left"),
        role="items",
        widths=_LEDGER_WIDTHS,
    )
    blocks: tuple[Block, ...] = (table,) if rows else (make_paragraph(labels.word("ledger", "nothing")),)
    return _page(head, "ledger", blocks, labels, dated)


def compose_comments(head: PageHead, parts: tuple[CommentPart, ...], labels: Labels, dated: Edition) -> Edition:
    """Compose the comparative table in one language: a place, then each delegation beside the others."""
    keys = ("paragraph", "delegation", "text", "reason", "answer")
    titles = tuple(make_cell(labels.word("comments", key)) for key in keys)
    rows = tuple(
        (_place(part) if position == 0 else Cell(()), row.who, row.asked, row.reason, row.answer)
        for part in parts
        for position, row in enumerate(part.rows)
    )
    table = Table(titles, rows, ("left",) * len(keys), role="items", widths=_TABLE_WIDTHS)
    return _page(head, "comments", (table,), labels, dated, landscape=True)


def _place(part: CommentPart) -> Cell:
    title = (Paragraph((Strong((Text(part.title),)),)),) if part.title else ()
    return Cell((*title, *part.draft))


def _page(
    head: PageHead, key: str, blocks: tuple[Block, ...], labels: Labels, dated: Edition, *, landscape: bool = False
) -> Edition:
    title = labels.sentence(key, "title", title=head.title)
    notices = (labels.word("notices", "example"),) if head.is_example else ()
    return Edition(
        name=f"{head.folder}/{labels.language.value}",
        work=head.work,
        languages=(labels.language,),
        title=title,
        subject=labels.word(key, "subject"),
        author=head.organisation,
        dated=dated.dated,
        unmarked=(
            make_group("organisation", profile_of(labels.language).in_capitals(head.organisation)),
            make_group("kind", labels.word(key, "kind")),
            Group("title", (Heading(1, (Text(title),)),)),
            Group("notice", tuple(make_paragraph(text) for text in (*notices, labels.word(key, "scope")))),
            *blocks,
        ),
        header=head.symbol,
        page_label=labels.page,
        marks=tuple(labels.word("marks", mark) for mark in ("example",) if head.is_example),
        landscape=landscape,
    )
