"""A translation as a Word table: a row for each text, its source locked, its translation open, and its status.

The status is read by its first sign, so that words in any language may follow it. A translation that is out of date
has none: whoever overlooks the column still gets the new text taken.
"""

from collections.abc import Mapping
from functools import partial
from typing import Any

from lxml import etree

from cica_docs.i18n.words import Words
from cica_docs.text.archive import pack_archive
from cica_docs.text.profile import tag_of
from cica_docs.translations.bilingual import XML_SPACE, format_record
from cica_docs.translations.units import Exchange, Unit
from cica_docs.values.language import Language
from cica_docs.word.package import W

RECORD, ROWS = "cica-translation", "cica-rows"
"""Properties of the file: what it was made from, and the ids of its rows."""
DONE, UNFINISHED, UNMARKED = "✓", "…", "—"
_STATUSES = {DONE: "done", UNFINISHED: "unfinished", UNMARKED: "unmarked"}
_OFFICE = "application/vnd.openxmlformats-officedocument."
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_PARTS = {"word/document.xml": "wordprocessingml.document.main", "docProps/custom.xml": "custom-properties"}
_WIDTHS = (1900, 5750, 5750, 1730)
"""Of the columns, in twentieths of a point; together a line of a page across."""
_PAGE = {"w": "16838", "h": "11906", "orient": "landscape"}
_MARGINS = {"top": "850", "right": "850", "bottom": "850", "left": "850", "header": "400", "footer": "400"}
_ROOM = {"top": "40", "left": "100", "bottom": "40", "right": "100"}
"""Between the border of a cell and its text."""
_FONT, _TEXT, _SMALL = "Times New Roman", 22, 17
"""The typeface, and sizes in half points."""
_GREY, _SHADE, _HEAD = "595959", "F2F2F2", "D9E2EC"
_MOST_PROPERTY = 200
"""How many ids one property holds: readers refuse very long ones."""


def write_word_table(exchange: Exchange, words: Words) -> bytes:
    """Write units as a Word document with headings and advice in the language of the words."""
    words = Words(words.language, words.part("translate", "table"))
    root = etree.Element(f"{W}document", nsmap={"w": W[1:-1]})
    body = _add(root, "body")
    tell = partial(_add_text, language=words.language)
    tell(_add(body, "p"), words.sentence("title", path=exchange.path), size=_TEXT + 6, is_bold=True)
    for line in words.lines("advice"):
        tell(_add(body, "p"), line, size=_SMALL + 2)
    table = _add_table(body, words)
    for unit in exchange.units:
        _add_row(table, unit, exchange, words)
    _add(body, "p")  # Word wants a paragraph after a table.
    section = _add(body, "sectPr")
    _add(section, "pgSz", _PAGE)
    _add(section, "pgMar", _MARGINS | {"gutter": "0"})
    custom = _properties(exchange)
    parts = {"word/document.xml": root, "docProps/custom.xml": custom, **_package()}
    return pack_archive({name: _encode(part) for name, part in parts.items()})


def _add_table(body: Any, words: Words) -> Any:
    table = _add(body, "tbl")
    properties = _add(table, "tblPr")
    _add(properties, "tblW", {"w": str(sum(_WIDTHS)), "type": "dxa"})
    borders = _add(properties, "tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        _add(borders, side, {"val": "single", "sz": "4", "space": "0", "color": "A6A6A6"})
    _add(properties, "tblLayout", {"type": "fixed"})
    room = _add(properties, "tblCellMar")
    for side, distance in _ROOM.items():
        _add(room, side, {"w": distance, "type": "dxa"})
    grid = _add(table, "tblGrid")
    for width in _WIDTHS:
        _add(grid, "gridCol", {"w": str(width)})
    head = _add(table, "tr")
    marks = _add(head, "trPr")
    _add(marks, "cantSplit")
    _add(marks, "tblHeader")
    for column, width in zip(("id", "source", "target", "status"), _WIDTHS, strict=True):
        cell = _add_cell(head, width, _HEAD)
        _add_text(_add(cell, "p"), words.word(f"columns.{column}"), words.language, size=_SMALL + 2, is_bold=True)
    return table


def _add_row(table: Any, unit: Unit, exchange: Exchange, words: Words) -> None:
    row = _add(table, "tr")
    _add(_add(row, "trPr"), "cantSplit")
    id, source, target, status = (_add_cell(row, width, shade) for width, shade in zip(_WIDTHS, _shades(), strict=True))
    _add_text(_locked(_add(id, "p")), unit.id, exchange.source_language, size=_SMALL, color=_GREY)
    _add_text(_locked(_add(source, "p")), unit.source, exchange.source_language)
    notes = {"was": unit.was, "terms": "; ".join(unit.hints), "draft": unit.draft}
    for kind, text in notes.items():
        if text:
            note = words.fill("{kind}: ", {"kind": words.word(f"notes.{kind}")}) + text
            _add_text(_add(source, "p"), note, words.language, size=_SMALL, color=_GREY)
    _add_text(_add(target, "p"), unit.target, exchange.language)
    mark = UNFINISHED if unit.is_suggested else DONE if unit.target and not unit.is_stale else UNMARKED
    _add_status(_add(status, "p"), mark, words)


def _shades() -> tuple[str, ...]:
    return _SHADE, _SHADE, "", ""


def _add_cell(row: Any, width: int, shade: str) -> Any:
    cell = _add(row, "tc")
    properties = _add(cell, "tcPr")
    _add(properties, "tcW", {"w": str(width), "type": "dxa"})
    if shade:
        _add(properties, "shd", {"val": "clear", "color": "auto", "fill": shade})
    return cell


def _locked(paragraph: Any) -> Any:
    """Add a control whose text cannot be edited, and return what holds the text."""
    control = _add(paragraph, "sdt")
    _add(_add(control, "sdtPr"), "lock", {"val": "sdtContentLocked"})
    return _add(control, "sdtContent")


def _add_status(paragraph: Any, mark: str, words: Words) -> None:
    control = _add(paragraph, "sdt")
    properties = _add(control, "sdtPr")
    _add(properties, "lock", {"val": "sdtLocked"})
    choices = _add(properties, "dropDownList")
    named = {sign: f"{sign} {words.word(f'statuses.{key}')}" for sign, key in _STATUSES.items()}
    for sign, text in named.items():
        _add(choices, "listItem", {"displayText": text, "value": sign})
    _add_text(_add(control, "sdtContent"), named[mark], words.language, size=_SMALL + 2)


def _add_text(
    parent: Any, text: str, language: Language, *, size: int = _TEXT, color: str = "", is_bold: bool = False
) -> None:
    """Add a run; with a break between the lines of a text."""
    run = _add(parent, "r")
    properties = _add(run, "rPr")
    _add(properties, "rFonts", dict.fromkeys(("ascii", "hAnsi", "cs"), _FONT))
    if is_bold:
        _add(properties, "b")
    if color:
        _add(properties, "color", {"val": color})
    _add(properties, "sz", {"val": str(size)})
    _add(properties, "lang", {"val": tag_of(language)})
    for number, line in enumerate(text.split("\n")):
        if number:
            _add(run, "br")
        written = _add(run, "t")
        written.set(XML_SPACE, "preserve")
        written.text = line


def _add(parent: Any, name: str, attributes: Mapping[str, str] | None = None) -> Any:
    return etree.SubElement(parent, f"{W}{name}", {f"{W}{key}": value for key, value in (attributes or {}).items()})


def _properties(exchange: Exchange) -> Any:
    ids = [unit.id for unit in exchange.units]
    named = {RECORD: format_record(exchange)}
    for start in range(0, len(ids), _MOST_PROPERTY):
        named[f"{ROWS}-{start // _MOST_PROPERTY + 1}"] = " ".join(ids[start : start + _MOST_PROPERTY])
    root = etree.Element(f"{{{_PROPERTIES}}}Properties", nsmap={None: _PROPERTIES, "vt": _VALUES})
    for number, (name, value) in enumerate(named.items(), 2):
        attributes = {"fmtid": _FORMAT_ID, "pid": str(number), "name": name}
        entry = etree.SubElement(root, f"{{{_PROPERTIES}}}property", attributes)
        etree.SubElement(entry, f"{{{_VALUES}}}lpwstr").text = value
    return root


def _package() -> dict[str, Any]:
    """Return the parts that say what the others are."""
    listed = f"{_PACKAGE}/content-types"
    name = f"{{{listed}}}"
    types = etree.Element(f"{name}Types", nsmap={None: listed})
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    etree.SubElement(types, f"{name}Default", {"Extension": "rels", "ContentType": relations})
    etree.SubElement(types, f"{name}Default", {"Extension": "xml", "ContentType": "application/xml"})
    for path, kind in _PARTS.items():
        etree.SubElement(types, f"{name}Override", {"PartName": f"/{path}", "ContentType": f"{_OFFICE}{kind}+xml"})
    space = f"{_PACKAGE}/relationships"
    relationships = etree.Element(f"{{{space}}}Relationships", nsmap={None: space})
    for number, (path, kind) in enumerate(zip(_PARTS, ("officeDocument", "custom-properties"), strict=True), 1):
        attributes = {"Id": f"rId{number}", "Type": f"{_RELATIONS}/{kind}", "Target": path}
        etree.SubElement(relationships, f"{{{space}}}Relationship", attributes)
    return {"[Content_Types].xml": types, "_rels/.rels": relationships}


def _encode(root: Any) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
