"""One page for a work in all its languages: one file, no script."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from cica_docs.documents.markdown.blocks import Block, Group, Heading, Items, Paragraph, Quote
from cica_docs.languages import Unit, align, units_of
from cica_docs.render.edition import Edition
from cica_docs.render.html.blocks import NOTHING, BlockWriter, number_anchor_of
from cica_docs.render.html.style import Words, build_page_policy, build_page_style, read_page_words
from cica_docs.render.origin import Origin, find_origin, origin_of
from cica_docs.render.template import Templates, fill_template
from cica_docs.render.writers import Written
from cica_docs.text.escape import escape_print

_LARGEST_HEAD = 64 * 1024


@dataclass(frozen=True)
class Row:
    """Content side by side: a unit of each language, or everything that differs as a whole."""

    cells: tuple[tuple[Unit, ...], ...]

    @property
    def is_title(self) -> bool:
        """Whether it is the title in every language."""
        return all(
            len(cell) == 1 and isinstance(cell[0].block, Heading) and cell[0].block.level == 1 for cell in self.cells
        )

    @property
    def is_page_break(self) -> bool:
        """Whether it only begins a new page."""
        return all(len(cell) == 1 and cell[0].block == Group("page-break", ()) for cell in self.cells)

    @property
    def role(self) -> str:
        """The role that all its units share, or none."""
        roles = {unit.role for cell in self.cells for unit in cell}
        return roles.pop() if len(roles) == 1 else ""


def write(editions: Sequence[Edition], templates: Templates) -> Written:
    """Write the page of a work."""
    return write_html(editions, templates), 0


def read_origin(content: bytes) -> Origin | None:
    """Read the origin in the head of the page."""
    return find_origin(content[:_LARGEST_HEAD].partition(b"</head>")[0])


@dataclass(frozen=True)
class WrittenRows:
    """The rows of a page, the widths of the columns in its tables, and whether one of them is its title."""

    rows: tuple[Markup, ...]
    widths: frozenset[int]
    has_title: bool


def write_rows(editions: Sequence[Edition], words: Words) -> WrittenRows:
    """Write the rows of the editions of a work, one cell for each language."""
    writers = [BlockWriter(edition.languages[0], dict(words[edition.languages[0]])) for edition in editions]
    rows = list(_rows(editions))
    named: set[str] = set()
    rows_html = [_row(row, writers, named) for row in rows]
    if any(writer.notes for writer in writers):
        notes = _cells("div", writers, [writer.endnotes() for writer in writers])
        rows_html.append(Markup('<div class="row">\n{}</div>\n').format(notes))
    widths = frozenset(width for writer in writers for width in writer.widths)
    return WrittenRows(tuple(rows_html), widths, any(row.is_title for row in rows))


def write_html(editions: Sequence[Edition], templates: Templates) -> bytes:
    """Write one page of the editions of a work, one for each language, the original first."""
    words = read_page_words(templates)
    written = write_rows(editions, words)
    style = build_page_style(templates, written.widths)
    return fill_template(
        templates,
        "html/page.html.j2",
        origin=origin_of(editions),
        editions=[_shown(edition) for edition in editions],
        words={str(language): spoken for language, spoken in words.items()},
        has_title=written.has_title,
        rows=written.rows,
        style=style,
        policy=build_page_policy(style),
    ).encode()


def _rows(editions: Sequence[Edition]) -> Iterator[Row]:
    """Align the editions in rows; rows whose alignment is not sure become one."""
    columns = [list(units_of(edition.unmarked)) for edition in editions]
    for is_sure, run in groupby(align(columns), lambda row: row.is_sure):
        cells = [tuple((cell,) if cell else () for cell in row.cells) for row in run]
        if is_sure:
            yield from map(Row, cells)
        else:
            yield Row(tuple(sum(column, ()) for column in zip(*cells, strict=True)))


def _shown(edition: Edition) -> dict[str, object]:
    """Return the values of an edition for the page's template."""
    return {
        "language": edition.languages[0].value,
        "title": escape_print(edition.title),
        "subject": escape_print(edition.subject),
        "author": escape_print(edition.author),
        "symbol": "" if edition.layout == "letter" else escape_print(edition.header),
        "proof": escape_print(edition.proof),
        "marks": escape_print(" · ".join(edition.marks)),
        "layout": "letter" if edition.layout == "letter" else "paper",
    }


def _row(row: Row, writers: Sequence[BlockWriter], named: set[str]) -> Markup:
    if row.is_page_break:
        return Markup('<div class="page-break"></div>\n')
    anchors = [name for name in dict.fromkeys(_anchors(row)) if name not in named]
    named.update(anchors)
    name = Markup(' id="{}"').format(anchors[0]) if anchors else NOTHING
    if row.is_title:
        titles = [unit.block for (unit,) in row.cells if isinstance(unit.block, Heading)]
        texts = [writer.inlines(title.content) for writer, title in zip(writers, titles, strict=True)]
        return Markup('<h1 class="row"{}>\n{}</h1>\n').format(name, _cells("span", writers, texts))
    further = NOTHING.join(Markup('<span class="anchor" id="{}"></span>').format(anchor) for anchor in anchors[1:])
    texts = [
        NOTHING.join(writer.block(unit.block) for unit in cell) for writer, cell in zip(writers, row.cells, strict=True)
    ]
    kind = f"row {_kind(row)}".strip()
    return Markup('<div class="{}"{}>{}\n{}</div>\n').format(kind, name, further, _cells("div", writers, texts))


def _kind(row: Row) -> str:
    """Return the class of a row in the style sheet."""
    block = row.cells[0][0].block if row.cells and row.cells[0] else None
    level = f"level-{block.level}" if isinstance(block, Heading) else ""
    return f"{row.role if row.role in ('items', 'annex') else ''} {level}".strip()


def _cells(tag: str, writers: Sequence[BlockWriter], texts: Sequence[Markup]) -> Markup:
    """Write a cell for each language."""
    return NOTHING.join(
        Markup('<{0} class="cell {1}" lang="{1}">{2}</{0}>\n').format(tag, writer.language, text)
        for writer, text in zip(writers, texts, strict=True)
    )


def _anchors(row: Row) -> Iterable[str]:
    """Yield the anchors of a row, the same in every language: sections and numbered paragraphs."""
    for cell in row.cells:
        for unit in cell:
            yield from _block_anchors(unit.block)


def _block_anchors(block: Block) -> Iterable[str]:
    match block:
        case Heading(id=name) if name:
            yield name
        case Paragraph(number=number) if number:
            yield number_anchor_of(number)
        case Quote(blocks=blocks) | Group(blocks=blocks):
            for inner in blocks:
                yield from _block_anchors(inner)
        case Items(items=items):
            for item in items:
                for inner in item:
                    yield from _block_anchors(inner)
