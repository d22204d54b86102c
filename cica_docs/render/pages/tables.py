"""Tables made from the front matter: the schedule of a plan, the record of a work, its departures."""

from collections.abc import Iterator, Mapping

from cica_docs.documents.acts.record import Correction
from cica_docs.documents.markdown.blocks import Block, Cell, Group, Heading, Paragraph, Table, Text
from cica_docs.render.pages.build import make_cell
from cica_docs.render.pages.field_text import format_field
from cica_docs.render.pages.page_data import Departure, PageData

Plan = Mapping[str, object]


def items(page: PageData, plan: Plan) -> tuple[Block, ...]:
    """Return a list of the front matter, such as a schedule, as a table with the columns of the print plan."""
    tables = plan.get("tables")
    table = tables.get("items") if isinstance(tables, Mapping) else None
    if not isinstance(table, Mapping):
        return ()
    columns = [column for column in table["columns"] if isinstance(column, Mapping)]
    listed = page.mappings(str(table["from"]))
    if not listed:
        return ()
    head = tuple(make_cell(page.labels.word("columns", str(column["label"]))) for column in columns)
    rows = tuple(
        tuple(_item(page, column, index, item) for column in columns) for index, item in enumerate(listed, start=1)
    )
    widths = tuple(int(column["width"]) for column in columns)
    heading = Heading(2, (Text(page.labels.word("captions", str(table.get("caption", "items")))),))
    return (heading, Table(head, rows, ("left",) * len(columns), role="items", widths=widths))


def record(page: PageData, plan: Plan) -> tuple[Block, ...]:
    """Return the acts on record in the order of the register: day, act, by whom, document."""
    acts = page.events()
    if not acts:
        return ()
    labels = page.labels
    head = tuple(make_cell(labels.word("columns", key)) for key in ("day", "event", "by", "reference"))
    rows = tuple(tuple(_act(page, act)) for act in acts)
    heading = Heading(2, (Text(labels.word("captions", "record")),))
    return (heading, Table(head, rows, ("left",) * 4, role="record", widths=(22, 30, 26, 22)))


def corrections(page: PageData, plan: Plan) -> tuple[Block, ...]:
    """Return the corrections of the record: when and by whom, what was recorded, what was done, why."""
    if not page.corrections and not page.edits:
        return ()
    labels = page.labels
    head = tuple(make_cell(labels.word("columns", key)) for key in ("corrected", "recorded", "in-fact", "grounds"))
    rows = {place: tuple(_correction(page, plan, correction)) for place, correction in page.corrections.items()}
    rows |= {place: tuple(_edit(page, act)) for place, act in page.edits.items()}
    heading = Heading(2, (Text(labels.word("captions", "corrections")),))
    return (
        heading,
        Table(
            head, tuple(rows[place] for place in sorted(rows)), ("left",) * 4, role="record", widths=(20, 24, 24, 32)
        ),
    )


def departures(page: PageData, plan: Plan) -> tuple[Block, ...]:
    """Return an annex of departures: what is recommended, the reason, by whom, until when."""
    if not page.departures:
        return ()
    labels = page.labels
    head = tuple(make_cell(labels.word("columns", key)) for key in ("recommended", "reason", "by", "valid-until"))
    rows = tuple(tuple(_departure(page, departure)) for departure in page.departures)
    heading = Heading(2, (Text(labels.word("captions", "departures")),))
    return (Group("annex", (heading, Table(head, rows, ("left",) * 4, role="record", widths=(38, 30, 16, 16)))),)


def _item(page: PageData, column: Plan, index: int, item: Mapping[str, object]) -> Cell:
    match column.get("value"):
        case "number":
            return make_cell(str(index))
        case "heading":
            headings = (block for block in page.blocks if isinstance(block, Heading) and block.id == item.get("id"))
            heading = next(headings, None)
            return Cell((Paragraph(heading.content),)) if heading else make_cell(str(item.get("id", "")))
        case "period":
            return make_cell(*_dates(page, item))
    several = column.get("values")
    parts = several if isinstance(several, list | tuple) else [column]
    lines = [
        line for part in parts for line in format_field(page, item.get(str(part["value"])), str(part.get("as", "text")))
    ]
    return make_cell(page.labels.word("joins", "comma").join(lines)) if several and lines else make_cell(*lines)


def _dates(page: PageData, item: Mapping[str, object]) -> tuple[str, ...]:
    since, until = item.get("from"), item.get("to")
    if until is None or until == since:
        return format_field(page, since, "day")
    return format_field(page, {"from": since, "to": until}, "period")


def _act(page: PageData, act: Mapping[str, object]) -> Iterator[Cell]:
    yield make_cell(*format_field(page, act.get("on"), "day"))
    yield make_cell(*format_field(page, act.get("kind"), "label:events"), *_extent(page, act))
    yield make_cell(*format_field(page, act.get("by"), "party"))
    reference = act.get("ref")
    yield make_cell(*format_field(page, reference, "work" if _is_work(reference) else "text"))


def _correction(page: PageData, plan: Plan, correction: Correction) -> Iterator[Cell]:
    act = correction.act.data
    yield _done(page, act)
    if correction.former_facts:
        now = {name: page.value(f"/{name}") for name in correction.former_facts}
        yield make_cell(*_facts(page, plan, correction.former_facts))
        yield make_cell(*_facts(page, plan, now))
        yield make_cell(*format_field(page, act.get("reason"), "texts"))
        return
    for key, counted in (("unrecorded", correction.corrected), ("not-done", correction.done)):
        lines = _particulars(page, counted.data) if counted else (page.labels.word("corrections", key),)
        yield make_cell(*lines)
    yield make_cell(*format_field(page, act.get("reason"), "texts"))


def _edit(page: PageData, act: Mapping[str, object]) -> Iterator[Cell]:
    yield _done(page, act)
    yield make_cell(*format_field(page, act.get("kind"), "label:events"))
    yield make_cell(page.labels.sentence("corrections", "words", number=act.get("words")))
    yield make_cell(*format_field(page, act.get("reason"), "texts"))


def _done(page: PageData, act: Mapping[str, object]) -> Cell:
    return make_cell(*format_field(page, act.get("on"), "day"), *format_field(page, act.get("by"), "party"))


def _facts(page: PageData, plan: Plan, facts: Mapping[str, object]) -> Iterator[str]:
    """Yield each field with its value, as the table under the title has it where it has it."""
    rows = plan.get("facts")
    forms = {str(row.get("value")): row for row in rows if isinstance(row, Mapping)} if isinstance(rows, list) else {}
    for name, value in facts.items():
        row = forms.get(f"/{name}", {})
        form = str(row.get("as") or ("period" if isinstance(value, Mapping) and "from" in value else "text"))
        key = str(row.get("label") or name.replace("_", "-"))
        label = page.labels.fact(key, gender=page.gender, otherwise=name)
        lines = format_field(page, value, form) or (page.labels.word("known", "none"),)
        yield from (f"{label}: {lines[0]}", *lines[1:])


def _particulars(page: PageData, act: Mapping[str, object]) -> Iterator[str]:
    """Yield what an act is, when and by whom it was done, what it fixes and its reference."""
    reference = "work" if _is_work(act.get("ref")) else "text"
    forms = {"kind": "label:events", "on": "day", "by": "party", "channel": "channel", "ref": reference}
    for name, form in forms.items():
        yield from format_field(page, act.get(name), form)
    yield from _extent(page, act)


def _extent(page: PageData, act: Mapping[str, object]) -> Iterator[str]:
    """Yield the period or last day that an act fixes."""
    yield from format_field(page, act.get("tenure"), "period")
    if act.get("until"):
        yield from format_field(page, {"until": act.get("until")}, "period")


def _is_work(reference: object) -> bool:
    return isinstance(reference, str) and reference.islower() and reference.count("/") == 1


def _departure(page: PageData, departure: Departure) -> Iterator[Cell]:
    clause = page.labels.sentence(
        "clauses", "preamble" if departure.clause == "preamble" else "clause", clause=departure.clause
    )
    yield make_cell(f"{departure.says} ({clause})" if departure.clause else departure.says)
    yield make_cell(departure.reason)
    yield make_cell(*format_field(page, departure.by, "party"))
    yield (
        make_cell(*format_field(page, departure.until, "day"))
        if departure.until
        else make_cell(page.labels.word("known", "none"))
    )
