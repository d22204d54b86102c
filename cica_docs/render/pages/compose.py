"""From a work in one language to the edition that the writers print."""

from collections.abc import Mapping

from cica_docs.render.edition import Edition
from cica_docs.render.pages.page_data import PageData
from cica_docs.render.pages.parts import PARTS, is_draft
from cica_docs.render.pages.stale_marks import mark_stale


def compose(sheet: PageData, plan: Mapping[str, object]) -> Edition:
    """Compose the edition of a work; `plan` is the parsed `templates/<kind>/print.yaml`."""
    parts = plan["parts"]
    assert isinstance(parts, list | tuple)
    blocks = tuple(block for part in parts for block in PARTS[str(part)](sheet, plan))
    return Edition(
        name=f"{sheet.work}/{sheet.language.value}",
        work=sheet.work,
        languages=(sheet.language,),
        title=sheet.title,
        subject=sheet.kind_title,
        author=sheet.organisation,
        dated=sheet.dated,
        unmarked=mark_stale(blocks, sheet.stale, sheet.labels.word("marks", "stale"))
        if is_draft(sheet, plan)
        else blocks,
        header=header_symbol_of(sheet),
        page_label=sheet.labels.page,
        marks=marks_of(sheet, plan),
        layout=str(plan.get("layout", "paper")),
    )


def header_symbol_of(sheet: PageData) -> str:
    """Return the text at the head of every page: the symbol, or the number of a note."""
    written, number = sheet.value("/symbol"), sheet.value("/number")
    if written:
        return str(written)
    return sheet.labels.sentence("letter", "number", number=number) if number else ""


def marks_of(sheet: PageData, plan: Mapping[str, object]) -> tuple[str, ...]:
    """Return the marks across the page: draft, example."""
    draft = is_draft(sheet, plan)
    example = sheet.value("/example") is True
    return tuple(sheet.labels.word("marks", mark) for mark, is_so in (("draft", draft), ("example", example)) if is_so)
