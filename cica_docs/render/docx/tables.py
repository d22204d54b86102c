"""Tables of a Word document: widths, rows that stay whole, and descriptions for screen readers."""

from collections.abc import Iterator, Mapping

from cica_docs.i18n.labels import Labels
from cica_docs.i18n.translated import read_translated
from cica_docs.render.docx.elements import (
    PROPERTIES_BEFORE_KEEP,
    Element,
    W,
    make_element,
    properties_of,
    put_property,
    style_of,
)
from cica_docs.render.template import Templates
from cica_docs.text.profile import tag_of
from cica_docs.values.language import Language

_SHORT_ROW = 700
"""The most characters of a row that is never divided between pages."""
_LONGEST_CAPTION = 200
_AFTER_TABLE = 160
"""Twentieths of a point between a table and a paragraph."""
_PROPERTIES_BEFORE_SPACING = (
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "framePr",
    "widowControl",
    "numPr",
    "suppressLineNumbers",
    "pBdr",
    "shd",
    "tabs",
    "suppressAutoHyphens",
    "bidi",
)
"""What the order of the format wants before the distances of a paragraph."""
_FIRST_COLUMN = {"firstColumn": "1", "val": "0080"}
"""Word's flags for a table whose first column heads its rows."""

Words = Mapping[Language, Labels]
_BY_TAG: Mapping[str, Language] = {tag_of(language): language for language in Language}
_CAPTIONS = {"Facts": "facts", "Parallel": "parallel", "Notes": "notes"}
"""The label of a table by its style, for tables that no heading names."""


def table_words(templates: Templates, languages: tuple[Language, ...]) -> Words:
    """Read the words for tables in each language of an edition, that of the document first."""
    return {language: Labels(language, read_translated(templates, language, "labels")) for language in languages}


def set_tables(root: Element, words: Words, line: int = 0) -> None:
    """Lay out and describe all tables of a part; `line` is how wide its lines are in twentieths of a point."""
    for table, heading in list(_headed(root)):
        neighbour = table.getnext()
        if neighbour is not None and neighbour.tag == f"{W}tbl":
            table.addnext(make_element(table, "p"))
        elif neighbour is not None and neighbour.tag == f"{W}p":
            _set_apart(neighbour)
        if line:
            _set_width(table, line)
        rows = table.findall(f"{W}tr")
        for row in rows:
            _set_row(row)
        if len(rows) > 1:
            # The last row alone on a page looks forgotten.
            _keep_with_next(rows[-2])
        _describe(table, heading, words)


def _headed(root: Element) -> Iterator[tuple[Element, str]]:
    """Yield each table with the heading above it."""
    holders = dict.fromkeys(table.getparent() for table in root.iter(f"{W}tbl"))
    for holder in holders:
        heading = ""
        for child in holder:
            if child.tag == f"{W}tbl":
                yield child, heading
            elif child.tag == f"{W}p" and style_of(child).startswith("Heading"):
                heading = _text(child)


def _describe(table: Element, heading: str, words: Words) -> None:
    """Add a caption and a description in the table's language; mark the first column of facts as headers."""
    properties = table.find(f"{W}tblPr")
    kind = str(properties.find(f"{W}tblStyle").get(f"{W}val"))
    labels = words[_language(table, words)]
    first = table.find(f"{W}tr")
    has_head = first is not None and first.find(f"{W}trPr/{W}tblHeader") is not None
    caption = labels.word("tables", _CAPTIONS[kind]) if kind in _CAPTIONS else heading or labels.word("tables", "other")
    if has_head:
        columns = [_text(cell) for cell in first.findall(f"{W}tc")]
        description = labels.sentence("tables", "columns", columns="; ".join(column for column in columns if column))
    else:
        description = labels.word("tables", "rows" if kind == "Facts" else "headless")
    for name, text in (("tblCaption", caption), ("tblDescription", description)):
        element = make_element(table, name)
        element.set(f"{W}val", text if len(text) <= _LONGEST_CAPTION else f"{text[: _LONGEST_CAPTION - 1]}…")
        properties.append(element)
    if kind == "Facts":
        look = properties.find(f"{W}tblLook")
        for name, value in _FIRST_COLUMN.items():
            look.set(f"{W}{name}", value)


def _language(table: Element, words: Words) -> Language:
    """Return the language of a table's first words, else that of the document."""
    tags = (str(element.get(f"{W}val")) for element in table.iter(f"{W}lang"))
    spoken = next((_BY_TAG[tag] for tag in tags if tag in _BY_TAG), None)
    return spoken if spoken and spoken in words else next(iter(words))


def _text(node: Element) -> str:
    paragraphs = node.iter(f"{W}p") if node.tag != f"{W}p" else [node]
    return " ".join(
        " ".join("".join(text.text or "" for text in paragraph.iter(f"{W}t")) for paragraph in paragraphs).split()
    )


def _set_width(table: Element, line: int) -> None:
    """Make a table as wide as the line; if its columns have shares, give each cell its width, as Word requires.

    In a list it begins further in, and is narrower by as much.
    """
    indent = table.find(f"{W}tblPr/{W}tblInd")
    line -= 0 if indent is None else int(indent.get(f"{W}w"))
    columns = table.findall(f"{W}tblGrid/{W}gridCol")
    shares = [int(column.get(f"{W}w")) for column in columns]
    for column, width in zip(columns, shares, strict=True):
        column.set(f"{W}w", str(line * width // max(1, sum(shares))))
    whole: Element = table.find(f"{W}tblPr/{W}tblW")
    if whole.get(f"{W}type") == "auto":
        whole.set(f"{W}type", "pct" if indent is None else "dxa")
        whole.set(f"{W}w", "5000" if indent is None else str(line))
        return
    for row in table.findall(f"{W}tr"):
        for cell, column in zip(row.findall(f"{W}tc"), columns, strict=False):
            share = make_element(cell, "tcW")
            share.set(f"{W}w", column.get(f"{W}w"))
            share.set(f"{W}type", "dxa")
            cell.find(f"{W}tcPr").insert(0, share)


def _set_row(row: Element) -> None:
    """Keep a short row whole, and a row of headings with the next row."""
    paragraphs = list(row.iter(f"{W}p"))
    longest = max((len("".join(cell.itertext())) for cell in row.findall(f"{W}tc")), default=0)
    if longest <= _SHORT_ROW:
        properties = row.find(f"{W}trPr")
        if properties is None:
            properties = make_element(row, "trPr")
            row.insert(0, properties)
        if properties.find(f"{W}cantSplit") is None:
            properties.insert(0, make_element(row, "cantSplit"))
    is_head = row.find(f"{W}trPr/{W}tblHeader") is not None
    if is_head or any(style_of(paragraph).startswith("Heading") for paragraph in paragraphs):
        _keep_with_next(row)


def _set_apart(paragraph: Element) -> None:
    """Leave room between a table and the paragraph after it, unless its style leaves more."""
    if not style_of(paragraph).startswith("Heading"):
        spacing = put_property(properties_of(paragraph), "spacing", _PROPERTIES_BEFORE_SPACING)
        spacing.set(f"{W}before", str(_AFTER_TABLE))


def _keep_with_next(row: Element) -> None:
    for paragraph in row.iter(f"{W}p"):
        put_property(properties_of(paragraph), "keepNext", PROPERTIES_BEFORE_KEEP)
