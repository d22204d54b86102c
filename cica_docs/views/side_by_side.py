"""The languages of a work side by side on a terminal, paragraph by paragraph."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.markdown.blocks import Block, Heading, Items, Quote, Table, Text, text_of
from cica_docs.languages import Unit, align
from cica_docs.register.works import Work
from cica_docs.render.pages.stale_marks import mark_stale
from cica_docs.text.escape import escape_terminal
from cica_docs.text.terminal import pad
from cica_docs.translations.staleness import staleness_notice_of, translation_of
from cica_docs.values.language import Language

MARK = "◆"
_GAP = " │ "
_MIN_WIDTH = 16
_MAX_CHARACTERS = 40_000


def format_side_by_side(corpus: Corpus, work: Work, languages: Sequence[Language], width: int) -> Iterator[str]:
    """Yield the lines of a table with a column for each language; stale paragraphs begin with a mark."""
    cells = max((width - len(_GAP) * (len(languages) - 1)) // len(languages), _MIN_WIDTH)
    rule = "─┼─".join("─" * cells for _ in languages)
    yield from _row([str(language) for language in languages], cells)
    yield rule
    columns = [[Unit(block) for block in _column(corpus, work, language)] for language in languages]
    for row in align(columns):
        yield from _row([_text(unit.block) if unit else "" for unit in row.cells], cells)
        yield rule


def _row(texts: Sequence[str], cells: int) -> Iterator[str]:
    wrapped = [list(_lines(text, cells)) for text in texts]
    for parts in zip_longest(*wrapped, fillvalue=""):
        yield _GAP.join(pad(part, cells) for part in parts).rstrip()


def _lines(text: str, cells: int) -> Iterator[str]:
    for line in text.split("\n"):
        yield from textwrap.wrap(escape_terminal(line, _MAX_CHARACTERS), cells, break_on_hyphens=False) or [""]


def _column(corpus: Corpus, work: Work, language: Language) -> Iterator[Block]:
    document: Document = work.documents[language]
    lines: tuple[int, ...] = ()
    if document is not work.original and document.is_readable:
        lines, _ = staleness_notice_of(translation_of(corpus, work, language))
    title = (Heading(1, (Text(str(document.get("/title") or "")),)),)
    yield from _flat(mark_stale((*title, *document.body.blocks), lines, MARK))


def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks with lists split into items."""
    for block in blocks:
        if isinstance(block, Items):
            for at, item in enumerate(block.items):
                yield Items((item,), None if block.start is None else block.start + at)
        else:
            yield block


def _text(block: Block) -> str:
    match block:
        case Heading(level=level):
            return f"{'#' * level} {text_of(block)}"
        case Items(items=items, start=start):
            sign = "-" if start is None else f"{start}."
            return "\n".join(f"{sign} {text_of(item)}" for item in items)
        case Quote():
            return "\n".join(f"> {line}" for line in text_of(block).split("\n"))
        case Table(head=head, rows=rows):
            return "\n".join(" | ".join(text_of(cell.blocks) for cell in row) for row in (head, *rows))
    return text_of(block)
