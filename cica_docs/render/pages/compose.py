"""From a work in one language to the edition that the writers print."""

from collections.abc import Mapping

from cica_docs.render.edition import Edition
from cica_docs.render.pages.column_widths import fit_columns
from cica_docs.render.pages.page_data import PageData
from cica_docs.render.pages.parts import PARTS, is_draft
from cica_docs.render.pages.stale_marks import mark_stale


def compose(page: PageData, plan: Mapping[str, object]) -> Edition:
    """Compose the edition of a work; `plan` is the parsed `templates/<kind>/print.yaml`."""
    parts = plan["parts"]
    assert isinstance(parts, list | tuple)
    blocks = fit_columns(block for part in parts for block in PARTS[str(part)](page, plan))
    return Edition(
        name=f"{page.work}/{page.language.value}",
        work=page.work,
        languages=(page.language,),
        title=page.title,
        subject=page.kind_title,
        author=page.organisation,
        dated=page.dated,
        unmarked=mark_stale(blocks, page.stale, page.labels.word("marks", "stale")) if is_draft(page, plan) else blocks,
        header=header_symbol_of(page),
        page_label=page.labels.page,
        marks=marks_of(page, plan),
        layout=str(plan.get("layout", "paper")),
    )


def header_symbol_of(page: PageData) -> str:
    """Return the text at the head of every page: the symbol, or the number of a note."""
    symbol, number = page.value("/symbol"), page.value("/number")
    if symbol:
        return str(symbol)
    return page.labels.sentence("letter", "number", number=number) if number else ""


def marks_of(page: PageData, plan: Mapping[str, object]) -> tuple[str, ...]:
    """Return the marks across the page: draft, example. A text with a place to fill in is a draft at any stage."""
    draft = is_draft(page, plan) or page.is_unfinished
    example = page.value("/example") is True
    return tuple(page.labels.word("marks", mark) for mark, is_so in (("draft", draft), ("example", example)) if is_so)
