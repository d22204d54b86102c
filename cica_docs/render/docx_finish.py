"""What pandoc leaves to be done on a Word document: tabs, rows that stay whole, breaks, the addressee's place."""

from collections.abc import Iterator, Mapping
from typing import Any

from cica_docs.render.archive import archive, parts

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DOCUMENT = "word/document.xml"
_SHORT_ROW = 700
"""Characters in a row that is not to be parted by a page's end; longer ones may be."""
_FRAME = {"w": "6800", "hSpace": "0", "wrap": "notBeside", "vAnchor": "margin", "hAnchor": "margin"}
_FRAME_PLACE = {"xAlign": "left", "yAlign": "bottom"}
_AFTER_STYLE = ("pStyle",)
_AFTER_KEEP = ("pStyle", "keepNext", "keepLines")

Element = Any


def finished(written: bytes, properties: Mapping[str, str]) -> bytes:
    """The document as it goes out, with its properties in place and its parts in a fixed order."""
    from lxml import etree  # noqa: PLC0415 - only a printing of DOCX needs it

    found = parts(written)
    plain = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    for name in ("word/document.xml", "word/footnotes.xml"):
        if name in found:
            root = etree.fromstring(found[name], plain)
            _set_tabs(root)
            if name == _DOCUMENT:
                _set_document(root)
            found[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    found |= {name: text.encode() for name, text in properties.items()}
    return archive(found)


def _set_document(root: Element) -> None:
    _set_page_breaks(root)
    _set_tables(root)
    _place_addressee(root)


def _set_tabs(root: Element) -> None:
    """Tab characters become Word's tabs."""
    for run in [text.getparent() for text in root.iter(f"{_W}t") if "\t" in (text.text or "")]:
        for text in list(run.findall(f"{_W}t")):
            for index, piece in enumerate((text.text or "").split("\t")):
                if index:
                    text.addprevious(_made(text, "tab"))
                if piece:
                    part = _made(text, "t")
                    part.text = piece
                    part.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                    text.addprevious(part)
            run.remove(text)


def _set_page_breaks(root: Element) -> None:
    """A paragraph that only stands for a new page hands that to the next, or holds the break itself before a table."""
    for paragraph in list(_styled(root, "PageBreak")):
        follower = paragraph.getnext()
        if follower is not None and follower.tag == f"{_W}p" and _style(follower) != "PageBreak":
            _put(_properties(follower), "pageBreakBefore", _AFTER_KEEP)
            paragraph.getparent().remove(paragraph)
        else:
            _put(_properties(paragraph), "pageBreakBefore", _AFTER_KEEP)
            for run in paragraph.findall(f"{_W}r"):
                paragraph.remove(run)


def _set_tables(root: Element) -> None:
    line = _line_width(root)
    for table in root.iter(f"{_W}tbl"):
        neighbour = table.getnext()
        if neighbour is not None and neighbour.tag == f"{_W}tbl":
            table.addnext(_made(table, "p"))
        _set_width(table, line)
        for row in table.findall(f"{_W}tr"):
            _set_row(row)


def _line_width(root: Element) -> int:
    """The width of a line between the margins, in twentieths of a point."""
    section = root.find(f"{_W}body/{_W}sectPr")
    page, margins = section.find(f"{_W}pgSz"), section.find(f"{_W}pgMar")
    return int(page.get(f"{_W}w")) - int(margins.get(f"{_W}left")) - int(margins.get(f"{_W}right"))


def _set_width(table: Element, line: int) -> None:
    """A table fills the line; where its columns have shares of it, each cell says its width, as Word wants it."""
    columns = table.findall(f"{_W}tblGrid/{_W}gridCol")
    given = [int(column.get(f"{_W}w")) for column in columns]
    for column, width in zip(columns, given, strict=True):
        column.set(f"{_W}w", str(line * width // max(1, sum(given))))
    width = table.find(f"{_W}tblPr/{_W}tblW")
    if width.get(f"{_W}type") == "auto":
        width.set(f"{_W}type", "pct")
        width.set(f"{_W}w", "5000")
        return
    for row in table.findall(f"{_W}tr"):
        for cell, column in zip(row.findall(f"{_W}tc"), columns, strict=False):
            share = _made(cell, "tcW")
            share.set(f"{_W}w", column.get(f"{_W}w"))
            share.set(f"{_W}type", "dxa")
            cell.find(f"{_W}tcPr").insert(0, share)


def _set_row(row: Element) -> None:
    """A short row stays whole; a row of headings stays with the next one."""
    paragraphs = list(row.iter(f"{_W}p"))
    longest = max((len("".join(cell.itertext())) for cell in row.findall(f"{_W}tc")), default=0)
    if longest <= _SHORT_ROW:
        properties = row.find(f"{_W}trPr")
        if properties is None:
            properties = _made(row, "trPr")
            row.insert(0, properties)
        if properties.find(f"{_W}cantSplit") is None:
            properties.insert(0, _made(row, "cantSplit"))
    is_head = row.find(f"{_W}trPr/{_W}tblHeader") is not None
    if is_head or any(_style(paragraph).startswith("Heading") for paragraph in paragraphs):
        for paragraph in paragraphs:
            _put(_properties(paragraph), "keepNext", _AFTER_STYLE)


def _place_addressee(root: Element) -> None:
    """The addressee stands at the lower left of page one: in a frame that hangs on the first paragraph of the text.

    A frame belongs to the page of the paragraph after it, so it moves up; as a style's property LibreOffice ignores it.
    """
    lines = [line for line in _styled(root, "Addressee") if line.getparent().tag == f"{_W}body"]
    if not lines:
        return
    body = lines[0].getparent()
    first = next((block for block in body if block.tag == f"{_W}p" and _style(block) not in _ABOVE_TEXT), None)
    for line in lines:
        frame = _put(_properties(line), "framePr", _AFTER_KEEP)
        for name, value in (_FRAME | _FRAME_PLACE).items():
            frame.set(f"{_W}{name}", value)
        if first is not None:
            first.addprevious(line)


_ABOVE_TEXT = ("Letterhead", "NoteNumber", "Enclosure", "Addressee")


def _styled(root: Element, style: str) -> Iterator[Element]:
    return (paragraph for paragraph in root.iter(f"{_W}p") if _style(paragraph) == style)


def _style(paragraph: Element) -> str:
    found = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if found is None else str(found.get(f"{_W}val", ""))


def _properties(paragraph: Element) -> Element:
    """The properties of a paragraph, made where there are none."""
    found = paragraph.find(f"{_W}pPr")
    if found is None:
        found = _made(paragraph, "pPr")
        paragraph.insert(0, found)
    return found


def _put(properties: Element, name: str, after: tuple[str, ...]) -> Element:
    """The named property, put behind those that the order of the format wants before it."""
    found = properties.find(f"{_W}{name}")
    if found is None:
        found = _made(properties, name)
        properties.insert(sum(child.tag in {f"{_W}{each}" for each in after} for child in properties), found)
    return found


def _made(beside: Element, name: str) -> Element:
    return beside.makeelement(f"{_W}{name}", {}, None)
