"""The parts of a letter: letterhead, number, enclosure, text, place and date, addressee."""

from collections.abc import Mapping

from cica_docs.documents.markdown.blocks import Block, Group
from cica_docs.i18n.words import Sentence
from cica_docs.render.pages.build import make_group, make_lines
from cica_docs.render.pages.field_text import party_name_of
from cica_docs.render.pages.page_data import PageData
from cica_docs.text.profile import profile_of

Plan = Mapping[str, object]


def letterhead(page: PageData, plan: Plan) -> tuple[Block, ...]:
    """Return the letterhead of the sender, or its name if it has none on record."""
    sender = str(page.value("/from") or "")
    heads = page.letterhead.head(sender)
    if heads is None:
        return (make_group("letterhead", _in_capitals(page, sender)),) if sender else ()
    return tuple(Group("letterhead", (make_lines(head),), language) for language, head in heads)


def number(page: PageData, plan: Plan) -> tuple[Block, ...]:
    """Return the number of the note."""
    note_number = page.value("/number")
    return (make_group("number", page.labels.sentence("letter", "number", number=note_number)),) if note_number else ()


def enclosure(page: PageData, plan: Plan) -> tuple[Block, ...]:
    """Return the lines that name the enclosure, unless the language puts them inside the letter."""
    within = 0 if page.in_columns else _within(page)
    return () if within else _enclosure(page)


def letter_body(page: PageData, plan: Plan) -> tuple[Block, ...]:
    """Return the text of the letter, with the enclosure inside it if the language puts it there."""
    within = 0 if page.in_columns else _within(page)
    before, after = page.blocks[:within], page.blocks[within:]
    parts = (_body(before), *(_enclosure(page) if within else ()), _body(after))
    return tuple(part for part in parts if not isinstance(part, Group) or part.blocks)


def place_date(page: PageData, plan: Plan) -> tuple[Block, ...]:
    """Return place and date of the letter."""
    on, place = page.value("/date"), page.letterhead.place(str(page.value("/place") or ""))
    return (make_group("place-date", page.labels.letter_date(place, str(on))),) if on else ()


def addressee(page: PageData, plan: Plan) -> tuple[Block, ...]:
    """Return the addressee in capitals."""
    to = page.strings("/to")
    if not to:
        return ()
    lines = page.letterhead.addressee(to[0]) if len(to) == 1 else ()
    named = (line for party in to for line in page.names.ministry(party) or (party_name_of(page, party),))
    return (make_group("addressee", *(lines or map(profile_of(page.language).in_capitals, named))),)


def enclosed_pages(page: PageData) -> int | None:
    """Sum up the pages of all enclosures, counted or stated; None if one is not known."""
    total = 0
    for mapping in page.mappings("/enclosures"):
        pages = page.pages.get(str(mapping.get("work"))) if "work" in mapping else mapping.get("pages")
        if not isinstance(pages, int):
            return None
        total += pages
    return total


def _enclosure(page: PageData) -> tuple[Block, ...]:
    enclosed = page.mappings("/enclosures")
    if not enclosed:
        return ()
    many = "-many" if len(enclosed) > 1 else ""
    pages = enclosed_pages(page)
    if pages is None:
        return (make_group("enclosure", *page.labels.lines("enclosure", f"uncounted{many}")),)
    on_sheets = page.double_sided and page.labels.word("letter", "counts") == "sheets"
    count = (pages + 1) // 2 if on_sheets else pages
    counted = Sentence(page.labels.count("enclosed", count))
    return (make_group("enclosure", *page.labels.lines("enclosure", f"counted{many}", count=counted)),)


def _within(page: PageData) -> int:
    return int(page.labels.word("letter", "enclosure-after"))


def _in_capitals(page: PageData, party: str) -> str:
    return profile_of(page.language).in_capitals(party_name_of(page, party))


def _body(blocks: tuple[Block, ...]) -> Group:
    return Group("body", blocks)
