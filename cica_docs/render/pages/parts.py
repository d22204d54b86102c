"""The parts of a page: each answers with its blocks, or with none where the work has nothing for it."""

from collections.abc import Callable, Mapping

from cica_docs.documents.markdown.blocks import Block, Group, Heading, Table, Text
from cica_docs.render.pages.build import make_cell, make_group, make_paragraph
from cica_docs.render.pages.field_text import format_derived_field, format_field
from cica_docs.render.pages.letter import addressee, enclosure, letter_body, letterhead, number, place_date
from cica_docs.render.pages.page_data import PageData
from cica_docs.render.pages.tables import corrections, departures, items, record
from cica_docs.text.profile import profile_of
from cica_docs.values.day import parse_partial_date
from cica_docs.values.symbol import parse_symbol

Plan = Mapping[str, object]
Part = Callable[[PageData, Plan], tuple[Block, ...]]


def organisation(page: PageData, plan: Plan) -> tuple[Block, ...]:
    """Return the name of the organisation in capitals."""
    return (make_group("organisation", profile_of(page.language).in_capitals(page.organisation)),)


def kind(page: PageData, plan: Plan) -> tuple[Block, ...]:
    """Return the kind of document; for a decision, whose it is and whether it is a draft."""
    body = page.value("/body")
    if not isinstance(body, str):
        return (make_group("kind", page.kind_title),)
    wording = "draft_decision" if is_draft(page, plan) else "decision"
    return (make_group("kind", page.letterhead.form(body, wording) or page.labels.word("decisions", wording)),)


def title(page: PageData, plan: Plan) -> tuple[Block, ...]:
    """Return the title: the first heading of the document."""
    return (Group("title", (Heading(1, (Text(page.title),)),)),)


def status(page: PageData, plan: Plan) -> tuple[Block, ...]:
    """Return the status of the work."""
    return tuple(make_group("status", line) for line in format_derived_field(page, "status"))


def notice(page: PageData, plan: Plan) -> tuple[Block, ...]:
    """Return what a reader must know first: restated, an example, known from public sources only, a note."""
    labels = page.labels
    known = str(page.value("/known/as_of") or "")
    texts = (
        labels.sentence("notices", page.stale_notice, mark=labels.word("marks", "stale"))
        if page.stale_notice and is_draft(page, plan)
        else "",
        labels.word("notices", "restated") if page.value("/restated") is True else "",
        labels.word("notices", "example") if page.value("/example") is True else "",
        labels.sentence("notices", "known-acts" if page.events() else "known", on=parse_partial_date(known) or known)
        if known
        else "",
        labels.sentence("notices", "amended", symbols=labels.word("joins", "comma").join(page.amended_by))
        if page.amended_by
        else "",
        _revises(page),
        page.in_language(page.value("/known/note")),
        page.in_language(page.value("/note")),
    )
    paragraphs = tuple(make_paragraph(text) for text in texts if text)
    return (Group("notice", paragraphs),) if paragraphs else ()


def _revises(page: PageData) -> str:
    """Return what the document is to the one that it revises, corrects, adds to or follows, or ""."""
    former, form = page.value("/revises/work"), str(page.value("/revises/as") or "")
    if not isinstance(former, str) or not page.labels.has("revises", form):
        return ""
    symbol = parse_symbol(str(page.value("/symbol") or ""))
    return page.labels.sentence("revises", form, former=(symbol.amended if symbol else "") or page.names.work(former))


def facts(page: PageData, plan: Plan) -> tuple[Block, ...]:
    """Return the table of facts under the title."""
    rows = []
    for row in _rows(plan):
        value, form = str(row.get("value")), str(row.get("as", "text"))
        name = value.removeprefix("derived:")
        lines = format_derived_field(page, name) if name != value else format_field(page, page.value(value), form)
        if lines:
            rows.append((make_cell(page.labels.fact(str(row.get("label")), gender=page.gender)), make_cell(*lines)))
    return (Table((), tuple(rows), ("left", "left"), role="facts", widths=(34, 66)),) if rows else ()


def body(page: PageData, plan: Plan) -> tuple[Block, ...]:
    """Return the text itself."""
    return page.blocks


def annex(page: PageData, plan: Plan) -> tuple[Block, ...]:
    """Return the schedule of a plan as an annex on a new page."""
    inside = items(page, plan)
    return (Group("annex", inside),) if inside else ()


def is_draft(page: PageData, plan: Plan) -> bool:
    """Return whether a work is printed as a draft."""
    return page.standing.stage in drafts(plan)


def drafts(plan: Plan) -> tuple[str, ...]:
    """Return the stages in which a work of this kind is printed as a draft."""
    stages = plan.get("draft")
    return tuple(map(str, stages)) if isinstance(stages, list | tuple) else ()


def _rows(plan: Plan) -> list[Plan]:
    rows = plan.get("facts")
    return [row for row in rows if isinstance(row, Mapping)] if isinstance(rows, list | tuple) else []


PARTS: Mapping[str, Part] = {
    "letterhead": letterhead,
    "number": number,
    "enclosure": enclosure,
    "letter-body": letter_body,
    "place-date": place_date,
    "addressee": addressee,
    "organisation": organisation,
    "kind": kind,
    "title": title,
    "status": status,
    "notice": notice,
    "facts": facts,
    "body": body,
    "items": items,
    "record": record,
    "corrections": corrections,
    "annex": annex,
    "departures": departures,
}
