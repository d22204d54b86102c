"""The block tree as pandoc's JSON; only this module gives anything a style, and only by its role."""

from collections.abc import Iterable, Sequence
from typing import Any

from cica_docs.documents.markdown.blocks import (
    DELETED,
    INSERTED,
    PROPOSED,
    Block,
    Cell,
    Emphasis,
    Footnote,
    Group,
    Heading,
    Inline,
    Items,
    LineBreak,
    Link,
    Marked,
    Paragraph,
    Quote,
    Remark,
    Strong,
    Table,
    Text,
    text_of,
)
from cica_docs.render.docx.comments import commented, number_comments
from cica_docs.render.docx.foreign import text_nodes
from cica_docs.render.docx.notes import FOOTNOTE, Counting
from cica_docs.render.docx.places import SECTION, places_of, without_places
from cica_docs.render.docx.tracked import CLASSES, track_text, tracked
from cica_docs.render.edition import REMARKS, Edition
from cica_docs.render.notes import has_notes_beside
from cica_docs.text.escape import escape_print
from cica_docs.text.profile import tag_of
from cica_docs.values.address import is_allowed
from cica_docs.values.language import SOURCE_LANGUAGE, Language

Node = dict[str, Any]
Json = Node | list[Any] | str | int | float | None

PARAGRAPH_STYLES = {
    "letterhead": "Letterhead",
    "number": "Note Number",
    "enclosure": "Enclosure",
    "place-date": "Place and Date",
    "addressee": "Addressee",
    "organisation": "Organisation",
    "kind": "Kind",
    "status": "Status",
    "notice": "Notice",
}
TABLE_STYLES = {
    "facts": "Facts",
    "items": "Ruled",
    "coordinators": "Ruled",
    "parallel": "Parallel",
    "notes": "Notes",
}
PAGE_BREAK = "Page Break"
NO_BREAK_SPACE = "\u00a0"
"""Keeps pandoc from dropping a paragraph that has nothing to say."""
NUMBERED = "Numbered Paragraph"
PROPOSED_STYLE = "Proposed"
CELL = "Table Text"
CELL_LABEL = "Table Label"
CELL_NUMBERED = "Table Numbered"
CELL_QUOTE = "Table Quote"
_ALIGNS = {"left": "AlignLeft", "center": "AlignCenter", "right": "AlignRight"}
_DEEPEST_HEADING = 6


def build_tree(edition: Edition, version: Sequence[int]) -> Node:
    """Build a pandoc document of the given API version; its only metadata is the language."""
    language = edition.languages[0] if edition.languages else SOURCE_LANGUAGE
    counting = Counting(language, beside=has_notes_beside(edition))
    marked = _blocks(edition.unmarked, "")
    blocks = counting.counted(marked if edition.blob else without_places(marked))
    number_comments(blocks)
    return {
        "pandoc-api-version": list(version),
        "meta": {"lang": {"t": "MetaString", "c": tag_of(language)}},
        "blocks": blocks,
    }


def _blocks(blocks: Iterable[Block], style: str) -> list[Node]:
    return [node for block in blocks for node in _block(block, style)]


def _block(block: Block, style: str) -> list[Node]:
    match block:
        case Heading(level=level, content=content, id=id):
            place = places_of(block.span, f"{SECTION}{id.replace('-', '_')}" if id else "")
            return [_node("Header", [min(level, _DEEPEST_HEADING), _attributes(), [*place, *_inlines(content)]])]
        case Paragraph():
            return [_paragraph(block, style)]
        case Items():
            return [_items(block, style)]
        case Quote(blocks=quoted):
            return [_node("BlockQuote", _blocks(quoted, CELL_QUOTE if _is_in_cell(style) else ""))]
        case Table():
            return [_table(block)]
        case Group():
            return _group(block, style)


def _group(group: Group, style: str) -> list[Node]:
    if group.role == REMARKS:
        return []
    nodes = _blocks(group.blocks, PARAGRAPH_STYLES.get(group.role, style))
    if group.role in CLASSES:
        return [track_text(node, group.role) for node in nodes]
    if group.role in ("annex", "page-break"):
        nodes = [_styled(PAGE_BREAK, [_node("Para", [_text(NO_BREAK_SPACE)])]), *nodes]
    return _spoken(group.language, nodes)


def _paragraph(paragraph: Paragraph, style: str) -> Node:
    content = _inlines(paragraph.content)
    if not _is_in_cell(style):
        content = [*places_of(paragraph.span), *content]
    if not paragraph.number:
        node = _node("Para", content)
        return _styled(style, [node]) if style else node
    numbered = [*_number(paragraph), _node("Str", "\t"), *content]
    return _styled(CELL_NUMBERED if _is_in_cell(style) else NUMBERED, [_node("Para", numbered)])


def _number(paragraph: Paragraph) -> list[Node]:
    number = [_text(paragraph.number)]
    if not paragraph.former:
        return number
    return [tracked([_text(paragraph.former)], DELETED), tracked(number, INSERTED)]


def _is_in_cell(style: str) -> bool:
    return style in (CELL, CELL_LABEL, CELL_QUOTE)


def _items(items: Items, style: str) -> Node:
    nodes = [_item(item, style) for item in items.items]
    if items.start is None:
        return _node("BulletList", nodes)
    return _node("OrderedList", [[items.start, _node("Decimal"), _node("Period")], nodes])


def _item(item: Sequence[Block], style: str) -> list[Node]:
    """Build an item of a list; a single paragraph is set close to its neighbours."""
    nodes = _blocks(item, style)
    tight = [_node("Plain", node["c"]) if node["t"] == "Para" else node for node in nodes]
    return tight if sum(isinstance(block, Paragraph) for block in item) <= 1 else nodes


def _table(table: Table) -> Node:
    columns = max([len(table.aligns), len(table.head), *(len(row) for row in table.rows)], default=0)
    aligns = [*table.aligns, *[""] * columns][:columns]
    known = len(table.widths) == columns and sum(table.widths) > 0
    total = sum(table.widths) if known else 1
    widths = [_node("ColWidth", width / total) for width in table.widths] if known else None
    specifications = [
        [_node(_ALIGNS.get(align, "AlignDefault")), widths[index] if widths else _node("ColWidthDefault")]
        for index, align in enumerate(aligns)
    ]
    labelled = table.role == "facts"
    head = [_row(table.head, columns, CELL_LABEL)] if any(text_of(cell.blocks).strip() for cell in table.head) else []
    body = [_row(row, columns, CELL, first=CELL_LABEL if labelled else CELL) for row in table.rows]
    caption = [_node("Plain", [_text(table.caption)])] if table.caption else []
    return _node(
        "Table",
        [
            ["", [], [["custom-style", TABLE_STYLES.get(table.role, "Ruled")]]],
            [None, caption],
            specifications,
            [_attributes(), head],
            [[_attributes(), 0, [], body]],
            [_attributes(), []],
        ],
    )


def _row(cells: Sequence[Cell], columns: int, style: str, first: str = "") -> list[Any]:
    padded = [*cells, *[Cell(())] * (columns - len(cells))]
    return [
        _attributes(),
        [_cell(cell, first if first and index == 0 else style) for index, cell in enumerate(padded)],
    ]


def _cell(cell: Cell, style: str) -> list[Any]:
    return [_attributes(), _node("AlignDefault"), 1, 1, _spoken(cell.language, _blocks(cell.blocks, style))]


def _inlines(content: Sequence[Inline]) -> list[Node]:
    if content and isinstance(content[0], Remark):
        return commented(content[0], _inlines(content[1:]))
    return [node for inline in content for node in _inline(inline)]


def _inline(inline: Inline) -> list[Node]:
    match inline:
        case Text(text):
            return text_nodes(text) if text else []
        case LineBreak():
            return [_node("LineBreak")]
        case Emphasis(content):
            return [_node("Emph", _inlines(content))]
        case Strong(content):
            return [_node("Strong", _inlines(content))]
        case Link(target, content):
            nodes = _inlines(content)
            return [_node("Link", [_attributes(), nodes, [target, ""]])] if is_allowed(target) else nodes
        case Footnote(blocks=blocks):
            return [_node("Note", _blocks(blocks, "")) | {FOOTNOTE: inline}]
        case Marked(kind, content):
            nodes = _inlines(content)
            return (
                [_node("Span", [["", [], [["custom-style", PROPOSED_STYLE]]], nodes])]
                if kind == PROPOSED
                else [tracked(nodes, kind)]
            )
        case Remark():
            return []


def _spoken(language: Language | None, blocks: list[Node]) -> list[Node]:
    """Mark the blocks with their language, if one is given."""
    return blocks if language is None else [_node("Div", [["", [], [["lang", tag_of(language)]]], blocks])]


def _styled(style: str, blocks: list[Node]) -> Node:
    return _node("Div", [["", [], [["custom-style", style]]], blocks])


def _text(text: str) -> Node:
    return _node("Str", escape_print(text))


def _attributes() -> list[Any]:
    return ["", [], []]


def _node(kind: str, content: Json = None) -> Node:
    return {"t": kind} if content is None else {"t": kind, "c": content}
