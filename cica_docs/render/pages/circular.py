"""The page of a circular: what is new in the register, document by document."""

from datetime import date
from typing import NamedTuple

from cica_docs.documents.markdown.blocks import Block, Group, Heading, Table, Text
from cica_docs.i18n.labels import Labels
from cica_docs.render.edition import Edition
from cica_docs.render.pages.build import make_cell, make_group, make_paragraph
from cica_docs.render.pages.column_widths import fit_columns
from cica_docs.text.profile import profile_of


class CircularEntry(NamedTuple):
    """What is new of one document, in words of one language."""

    title: str
    reference: str
    """Its symbol or number, else its name in the register."""
    changes: tuple[str, ...]


class CircularPart(NamedTuple):
    """The entries of one kind of document."""

    kind: str
    entries: tuple[CircularEntry, ...]


class Circular(NamedTuple):
    """What is new from one day to another; every text is in the language of the circular."""

    since: date
    until: date
    parts: tuple[CircularPart, ...]
    is_example: bool = False


def compose_circular(circular: Circular, labels: Labels, organisation: str) -> Edition:
    """Compose the document of one language."""
    title = labels.sentence("circular", "title", period=labels.period(circular.since, circular.until))
    notices = (*([labels.word("notices", "example")] if circular.is_example else ()), labels.word("circular", "scope"))
    blocks: tuple[Block, ...] = (
        make_group("organisation", profile_of(labels.language).in_capitals(organisation)),
        make_group("kind", labels.word("circular", "kind")),
        Group("title", (Heading(1, (Text(title),)),)),
        make_group("status", labels.sentence("known", "as-of-upper", on=circular.until)),
        Group("notice", tuple(make_paragraph(text) for text in notices)),
        *(block for number, part in enumerate(circular.parts, 1) for block in _part(part, labels, number)),
        *(() if circular.parts else (make_paragraph(labels.word("circular", "nothing")),)),
    )
    return Edition(
        name=f"circular/{circular.until.isoformat()}/{labels.language.value}",
        work="",
        languages=(labels.language,),
        title=title,
        subject=labels.word("circular", "subject"),
        author=organisation,
        dated=circular.until,
        unmarked=fit_columns(blocks),
        page_label=labels.page,
        marks=(labels.word("marks", "example"),) if circular.is_example else (),
    )


def _part(part: CircularPart, labels: Labels, number: int) -> tuple[Block, ...]:
    head = (make_cell(labels.word("circular", "document")), make_cell(labels.word("circular", "news")))
    rows = tuple((make_cell(entry.title, entry.reference), make_cell(*entry.changes)) for entry in part.entries)
    table = Table(head, rows, ("left", "left"), role="items", widths=(45, 55))
    return (Heading(2, (Text(part.kind),), f"kind-{number}"), table)
