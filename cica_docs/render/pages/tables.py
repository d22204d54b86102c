"""Tables made from the front matter: the schedule of a plan, the record of a work, what it departs from."""

from collections.abc import Iterator, Mapping

from cica_docs.documents.markdown.blocks import Block, Cell, Group, Heading, Paragraph, Table, Text
from cica_docs.render.pages.build import make_cell
from cica_docs.render.pages.field_text import format_field
from cica_docs.render.pages.page_data import Departure, PageData

Plan = Mapping[str, object]


def items(sheet: PageData, plan: Plan) -> tuple[Block, ...]:
    """Return a list of the front matter, such as a schedule, as a table with the columns of the print plan."""
    tables = plan.get("tables")
    table = tables.get("items") if isinstance(tables, Mapping) else None
    if not isinstance(table, Mapping):
        return ()
    columns = [column for column in table["columns"] if isinstance(column, Mapping)]
    listed = sheet.mappings(str(table["from"]))
    if not listed:
        return ()
    head = tuple(make_cell(sheet.labels.word("columns", str(column["label"]))) for column in columns)
    rows = tuple(
        tuple(_item(sheet, column, index, item) for column in columns) for index, item in enumerate(listed, start=1)
    )
    widths = tuple(int(column["width"]) for column in columns)
    heading = Heading(2, (Text(sheet.labels.word("captions", str(table.get("caption", "items")))),))
    return (heading, Table(head, rows, ("left",) * len(columns), role="items", widths=widths))


def record(sheet: PageData, plan: Plan) -> tuple[Block, ...]:
    """Return the acts on record in the order of the register: day, act, by whom, document."""
    acts = sheet.events()
    if not acts:
        return ()
    labels = sheet.labels
    head = tuple(make_cell(labels.word("columns", key)) for key in ("day", "event", "by", "reference"))
    rows = tuple(tuple(_act(sheet, act)) for act in acts)
    heading = Heading(2, (Text(labels.word("captions", "record")),))
    return (heading, Table(head, rows, ("left",) * 4, role="record", widths=(22, 30, 26, 22)))


def departures(sheet: PageData, plan: Plan) -> tuple[Block, ...]:
    """Return an annex of departures: what is recommended, the reason, by whom, until when."""
    if not sheet.departures:
        return ()
    labels = sheet.labels
    head = tuple(make_cell(labels.word("columns", key)) for key in ("recommended", "reason", "by", "valid-until"))
    rows = tuple(tuple(_departure(sheet, departure)) for departure in sheet.departures)
    heading = Heading(2, (Text(labels.word("captions", "departures")),))
    return (Group("annex", (heading, Table(head, rows, ("left",) * 4, role="record", widths=(38, 30, 16, 16)))),)


def _item(sheet: PageData, column: Plan, index: int, item: Mapping[str, object]) -> Cell:
    match column.get("value"):
        case "number":
            return make_cell(str(index))
        case "heading":
            found = (block for block in sheet.blocks if isinstance(block, Heading) and block.id == item.get("id"))
            heading = next(found, None)
            return Cell((Paragraph(heading.content),)) if heading else make_cell(str(item.get("id", "")))
        case "period":
            return make_cell(*_dates(sheet, item))
    several = column.get("values")
    parts = several if isinstance(several, list | tuple) else [column]
    return make_cell(
        *(
            line
            for part in parts
            for line in format_field(sheet, item.get(str(part["value"])), str(part.get("as", "text")))
        )
    )


def _dates(sheet: PageData, item: Mapping[str, object]) -> tuple[str, ...]:
    since, until = item.get("from"), item.get("to")
    if until is None or until == since:
        return format_field(sheet, since, "day")
    return format_field(sheet, {"from": since, "to": until}, "period")


def _act(sheet: PageData, act: Mapping[str, object]) -> Iterator[Cell]:
    yield make_cell(*format_field(sheet, act.get("on"), "day"))
    yield make_cell(*format_field(sheet, act.get("kind"), "label:events"), *_extent(sheet, act))
    yield make_cell(*format_field(sheet, act.get("by"), "party"))
    reference = act.get("ref")
    yield make_cell(*format_field(sheet, reference, "work" if _is_work(reference) else "text"))


def _extent(sheet: PageData, act: Mapping[str, object]) -> Iterator[str]:
    """Yield the period or last day that an act fixes."""
    yield from format_field(sheet, act.get("tenure"), "period")
    if act.get("until"):
        yield from format_field(sheet, {"until": act.get("until")}, "period")


def _is_work(reference: object) -> bool:
    return isinstance(reference, str) and reference.islower() and reference.count("/") == 1


def _departure(sheet: PageData, one: Departure) -> Iterator[Cell]:
    clause = sheet.labels.sentence("clauses", "preamble" if one.clause == "preamble" else "clause", clause=one.clause)
    yield make_cell(f"{one.says} ({clause})" if one.clause else one.says)
    yield make_cell(one.reason)
    yield make_cell(*format_field(sheet, one.by, "party"))
    yield (
        make_cell(*format_field(sheet, one.until, "day"))
        if one.until
        else make_cell(sheet.labels.word("known", "none"))
    )
