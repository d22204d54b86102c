"""What pandoc leaves to be done on a Word document: tabs, rows that stay whole, breaks, the addressee's place."""

from collections.abc import Iterator, Mapping
from datetime import date

from cica_docs.render.docx.comments import sign_comments
from cica_docs.render.docx.elements import (
    PROPERTIES_BEFORE_KEEP,
    Element,
    W,
    make_element,
    properties_of,
    put_property,
    style_of,
)
from cica_docs.render.docx.foreign import set_foreign_runs
from cica_docs.render.docx.revisions import set_revisions
from cica_docs.render.docx.styles import drop_dangling
from cica_docs.render.docx.tables import Words, set_tables
from cica_docs.text.archive import pack_archive, unpack_archive

_DOCUMENT = "word/document.xml"
_STYLES = "word/styles.xml"
_COMMENTS = "word/comments.xml"
_TEXTS = (_DOCUMENT, "word/footnotes.xml")
_PARTS = (
    *_TEXTS,
    _COMMENTS,
    _STYLES,
    "word/numbering.xml",
    *(f"word/{name}{part}.xml" for name in ("header", "footer") for part in "12"),
)
_FRAME = {"w": "6800", "hSpace": "0", "wrap": "notBeside", "vAnchor": "margin", "hAnchor": "margin"}
_FRAME_PLACE = {"xAlign": "left", "yAlign": "bottom"}
_AFTER_KEEP = ("pStyle", "keepNext", "keepLines")


def finish_docx(content: bytes, properties: Mapping[str, str], words: Words, author: str, on: date) -> bytes:
    """Finish what pandoc wrote: replace its properties, pack its parts in a fixed order, and sign tracked changes."""
    from lxml import etree  # noqa: PLC0415 - only a printing of DOCX needs it

    parts = unpack_archive(content)
    plain = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    roots = {name: etree.fromstring(parts[name], plain) for name in _PARTS if name in parts}
    for name, root in roots.items():
        if name in _TEXTS:
            _set_tabs(root)
            _level_first_paragraphs(root)
            set_foreign_runs(root)
        if name == _DOCUMENT:
            _set_page_breaks(root)
            set_tables(root, words, _line_width(root))
            _hold_place_and_date(root)
            _place_addressee(root)
        elif name in _TEXTS:
            set_tables(root, words)
    set_revisions((roots[name] for name in _TEXTS if name in roots), author, on)
    drop_dangling(roots[_STYLES], roots.values())
    sign_comments(roots[_COMMENTS], author, on)
    for name in (*_TEXTS, _COMMENTS, _STYLES):
        if name in roots:
            parts[name] = etree.tostring(roots[name], xml_declaration=True, encoding="UTF-8", standalone=True)
    parts |= {name: text.encode() for name, text in properties.items()}
    return pack_archive(parts)


def _set_tabs(root: Element) -> None:
    """Turn tab characters into Word's tabs."""
    for run in [text.getparent() for text in root.iter(f"{W}t") if "\t" in (text.text or "")]:
        for text in list(run.findall(f"{W}t")):
            for index, piece in enumerate((text.text or "").split("\t")):
                if index:
                    text.addprevious(make_element(text, "tab"))
                if piece:
                    part = make_element(text, "t")
                    part.text = piece
                    part.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                    text.addprevious(part)
            run.remove(text)


def _level_first_paragraphs(root: Element) -> None:
    """Give the first paragraph below a heading the style of all others: which one is first may be what changed."""
    for paragraph in _styled(root, "FirstParagraph"):
        paragraph.find(f"{W}pPr/{W}pStyle").set(f"{W}val", "BodyText")


def _set_page_breaks(root: Element) -> None:
    """Move each page break to the paragraph after it; before a table it stays a paragraph of its own."""
    for paragraph in list(_styled(root, "PageBreak")):
        follower = paragraph.getnext()
        if follower is not None and follower.tag == f"{W}p" and style_of(follower) != "PageBreak":
            put_property(properties_of(follower), "pageBreakBefore", _AFTER_KEEP)
            paragraph.getparent().remove(paragraph)
        else:
            put_property(properties_of(paragraph), "pageBreakBefore", _AFTER_KEEP)
            for run in paragraph.findall(f"{W}r"):
                paragraph.remove(run)


def _line_width(root: Element) -> int:
    """Return the width of a line between the margins, in twentieths of a point."""
    section = root.find(f"{W}body/{W}sectPr")
    page, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    return int(page.get(f"{W}w")) - int(margins.get(f"{W}left")) - int(margins.get(f"{W}right"))


def _place_addressee(root: Element) -> None:
    """Put the addressee at the lower left of page one, in a frame anchored to the first paragraph of the text.

    A frame belongs to the page of the paragraph after it, so it moves up; as a style's property LibreOffice ignores it.
    """
    lines = [line for line in _styled(root, "Addressee") if line.getparent().tag == f"{W}body"]
    if not lines:
        return
    body = lines[0].getparent()
    first = next((block for block in body if block.tag == f"{W}p" and style_of(block) not in _ABOVE_TEXT), None)
    for line in lines:
        frame = put_property(properties_of(line), "framePr", _AFTER_KEEP)
        for name, value in (_FRAME | _FRAME_PLACE).items():
            frame.set(f"{W}{name}", value)
        if first is not None:
            first.addprevious(line)


def _hold_place_and_date(root: Element) -> None:
    """Keep the last paragraph of a letter on the page of its place and date."""
    for line in _styled(root, "PlaceandDate"):
        before = line.getprevious()
        if before is not None and before.tag == f"{W}p":
            put_property(properties_of(before), "keepNext", PROPERTIES_BEFORE_KEEP)


_ABOVE_TEXT = ("Letterhead", "NoteNumber", "Enclosure", "Addressee")


def _styled(root: Element, style: str) -> Iterator[Element]:
    return (paragraph for paragraph in root.iter(f"{W}p") if style_of(paragraph) == style)
