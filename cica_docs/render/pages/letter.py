"""The parts of a letter: letterhead, number, enclosure, text, place and date, addressee."""

from collections.abc import Mapping

from cica_docs.documents.markdown.blocks import Block, Group
from cica_docs.render.pages.build import make_group, make_lines
from cica_docs.render.pages.field_text import party_name_of
from cica_docs.render.pages.page_data import PageData

Plan = Mapping[str, object]


def letterhead(sheet: PageData, plan: Plan) -> tuple[Block, ...]:
    """Return the letterhead of the sender, or its name if it has none on record."""
    sender = str(sheet.value("/from") or "")
    heads = sheet.labels.letterhead(sender)
    if heads is None:
        return (make_group("letterhead", party_name_of(sheet, sender).upper()),) if sender else ()
    return tuple(Group("letterhead", (make_lines(head),), language) for language, head in heads)


def number(sheet: PageData, plan: Plan) -> tuple[Block, ...]:
    """Return the number of the note, with no space after its sign."""
    written = sheet.value("/number")
    return (make_group("number", sheet.labels.sentence("letter", "number", number=written)),) if written else ()


def enclosure(sheet: PageData, plan: Plan) -> tuple[Block, ...]:
    """Return the lines that name the enclosure, unless the language puts them inside the letter."""
    within = 0 if sheet.in_columns else _within(sheet)
    return () if within else _enclosure(sheet)


def letter_body(sheet: PageData, plan: Plan) -> tuple[Block, ...]:
    """Return the text of the letter, with the enclosure inside it if the language puts it there."""
    within = 0 if sheet.in_columns else _within(sheet)
    before, after = sheet.blocks[:within], sheet.blocks[within:]
    parts = (_body(before), *(_enclosure(sheet) if within else ()), _body(after))
    return tuple(part for part in parts if not isinstance(part, Group) or part.blocks)


def place_date(sheet: PageData, plan: Plan) -> tuple[Block, ...]:
    """Return place and date of the letter."""
    place, on = sheet.value("/place"), sheet.value("/date")
    return (make_group("place-date", sheet.labels.letter_date(str(place), str(on))),) if place and on else ()


def addressee(sheet: PageData, plan: Plan) -> tuple[Block, ...]:
    """Return the addressee in capitals."""
    to = sheet.strings("/to")
    if not to:
        return ()
    known = len(to) == 1 and sheet.labels.has("addressees", to[0])
    names = sheet.labels.lines("addressees", to[0]) if known else [party_name_of(sheet, one).upper() for one in to]
    return (make_group("addressee", *names),)


def enclosed_pages(sheet: PageData) -> int | None:
    """Sum up the pages of all enclosures, counted or stated; None if one is not known."""
    total = 0
    for mapping in sheet.mappings("/enclosures"):
        pages = sheet.pages.get(str(mapping.get("work"))) if "work" in mapping else mapping.get("pages")
        if not isinstance(pages, int):
            return None
        total += pages
    return total


def _enclosure(sheet: PageData) -> tuple[Block, ...]:
    enclosed = sheet.mappings("/enclosures")
    if not enclosed:
        return ()
    many = "-many" if len(enclosed) > 1 else ""
    pages = enclosed_pages(sheet)
    if pages is None:
        return (make_group("enclosure", *sheet.labels.lines("enclosure", f"uncounted{many}")),)
    on_sheets = sheet.double_sided and sheet.labels.word("letter", "counts") == "sheets"
    count = (pages + 1) // 2 if on_sheets else pages
    return (make_group("enclosure", *sheet.labels.lines("enclosure", f"counted{many}", count=count)),)


def _within(sheet: PageData) -> int:
    return int(sheet.labels.word("letter", "enclosure-after"))


def _body(blocks: tuple[Block, ...]) -> Group:
    return Group("body", blocks)
