"""Workbooks of Office Open XML: one sheet of texts, in which nothing is a formula, number or date."""

from collections.abc import Iterable, Mapping, Sequence

from lxml import etree

from cica_docs.text.archive import pack_archive
from cica_docs.text.escape import escape_print
from cica_docs.text.terminal import cell_width

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_WORKBOOK, _SHEET, _STYLES = "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"
_BOLD = "1"
"""The index of the format of headings in the styles."""
_NARROWEST, _WIDEST = 8, 60
_MOST_CHARACTERS = 32_767
"""Characters of a cell that spreadsheets read."""

_FACE = '<sz val="11"/><name val="Calibri"/>'
_STYLE_PARTS = (
    ("fonts", (f"<font>{_FACE}</font>", f"<font><b/>{_FACE}</font>")),
    ("fills", ('<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>')),
    ("borders", ("<border/>",)),
    ("cellStyleXfs", ("<xf/>",)),
    (
        "cellXfs",
        (
            '<xf numFmtId="49" xfId="0" applyNumberFormat="1"/>',
            '<xf numFmtId="49" fontId="1" xfId="0" applyNumberFormat="1" applyFont="1"/>',
        ),
    ),
    ("cellStyles", ('<cellStyle name="Normal" xfId="0" builtinId="0"/>',)),
)


def write_workbook(name: str, rows: Sequence[Sequence[str]]) -> bytes:
    """Write rows of equal length as a workbook; the first one holds the headings."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships({"officeDocument": _WORKBOOK}),
        "xl/_rels/workbook.xml.rels": _relationships({"worksheet": "worksheets/sheet1.xml", "styles": "styles.xml"}),
        _WORKBOOK: _workbook(name),
        _SHEET: _sheet(rows),
        _STYLES: _styles(),
    }
    return pack_archive({name: _encode(root) for name, root in parts.items()})


def _encode(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _root(tag: str, namespace: str) -> etree._Element:
    return etree.Element(f"{{{namespace}}}{tag}", nsmap={None: namespace})


def _add(parent: etree._Element, tag: str, attributes: Mapping[str, str] | None = None) -> etree._Element:
    return etree.SubElement(parent, f"{{{etree.QName(parent).namespace}}}{tag}", dict(attributes or {}))


def _content_types() -> etree._Element:
    root = _root("Types", f"{_PACKAGE}/content-types")
    _add(
        root,
        "Default",
        {"Extension": "rels", "ContentType": "application/vnd.openxmlformats-package.relationships+xml"},
    )
    for part, kind in ((_WORKBOOK, "sheet.main"), (_SHEET, "worksheet"), (_STYLES, "styles")):
        _add(root, "Override", {"PartName": f"/{part}", "ContentType": f"{_TYPES}.{kind}+xml"})
    return root


def _relationships(targets: Mapping[str, str]) -> etree._Element:
    root = _root("Relationships", f"{_PACKAGE}/relationships")
    for number, (kind, target) in enumerate(targets.items(), 1):
        _add(root, "Relationship", {"Id": f"rId{number}", "Type": f"{_LINKS}/{kind}", "Target": target})
    return root


def _workbook(name: str) -> etree._Element:
    root = etree.Element(f"{{{_MAIN}}}workbook", nsmap={None: _MAIN, "r": _LINKS})
    sheet = {"name": name[:31], "sheetId": "1", f"{{{_LINKS}}}id": "rId1"}
    _add(_add(root, "sheets"), "sheet", sheet)
    return root


def _styles() -> etree._Element:
    root = _root("styleSheet", _MAIN)
    for tag, entries in _STYLE_PARTS:
        part = _add(root, tag, {"count": str(len(entries))})
        for entry in entries:
            part.append(etree.fromstring(f'<x xmlns="{_MAIN}">{entry}</x>')[0])
    return root


def _sheet(rows: Sequence[Sequence[str]]) -> etree._Element:
    root = _root("worksheet", _MAIN)
    view = _add(_add(root, "sheetViews"), "sheetView", {"workbookViewId": "0"})
    _add(view, "pane", {"ySplit": "1", "topLeftCell": "A2", "state": "frozen"})
    columns = _add(root, "cols")
    for number, cells in enumerate(zip(*rows, strict=True), 1):
        width = min(max(_NARROWEST, *map(cell_width, cells)), _WIDEST) + 2
        _add(columns, "col", {"min": str(number), "max": str(number), "width": str(width), "customWidth": "1"})
    data = _add(root, "sheetData")
    for index, row in enumerate(rows):
        _add_row(data, row, "0" if index else _BOLD)
    return root


def _add_row(data: etree._Element, cells: Iterable[str], style: str) -> None:
    line = _add(data, "row")
    for text in cells:
        cell = _add(line, "c", {"t": "inlineStr", "s": style})
        written = _add(_add(cell, "is"), "t")
        written.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        written.text = escape_print(text)[:_MOST_CHARACTERS]
