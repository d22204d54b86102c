"""Word documents as tests read them: what they say, all changes accepted or rejected, and what is wrong with them."""

import io
from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

from docx_integrity import check
from lxml import etree
from openxml_audit import OpenXmlValidator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENT, FOOTNOTES, NUMBERING = "word/document.xml", "word/footnotes.xml", "word/numbering.xml"
INSERTED, DELETED = "ins", "del"
_LEAVES = (f"{W}t", f"{W}delText", f"{W}tab", f"{W}br", f"{W}footnoteReference")
Parts = dict[str, Any]


def faults_of(content: bytes) -> list[str]:
    """What two other programs find wrong with a document: against the schemas, and what leads nowhere."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "document.docx")
        path.write_bytes(content)
        found = [str(error.description) for error in OpenXmlValidator(max_errors=20).validate(str(path)).errors]
        return found + [str(finding) for finding in check(str(path))]


def parts_of(content: bytes) -> Parts:
    """The parts of a document that hold text or say how it is numbered."""
    with ZipFile(io.BytesIO(content)) as archive:
        names = set(archive.namelist())
        return {
            name: etree.fromstring(archive.read(name)) for name in (DOCUMENT, FOOTNOTES, NUMBERING) if name in names
        }


def resolved(parts: Parts, kept: str) -> Parts:
    """The parts with all changes accepted (`INSERTED` kept) or rejected, by the words of the standard."""
    return {name: _resolve(deepcopy(root), kept) for name, root in parts.items()}


def _resolve(root: Any, kept: str) -> Any:
    gone = DELETED if kept == INSERTED else INSERTED
    for row in [row for row in root.iter(f"{W}tr") if row.find(f"{W}trPr/{W}{gone}") is not None]:
        table = row.getparent()
        table.remove(row)
        if table.find(f"{W}tr") is None:
            table.getparent().remove(table)
    marked = [each for each in root.iter(f"{W}p") if each.find(f"{W}pPr/{W}rPr/{W}{gone}") is not None]
    for change in [each for each in root.iter(f"{W}{gone}") if each.getparent().tag not in {f"{W}rPr", f"{W}trPr"}]:
        change.getparent().remove(change)
    for paragraph in marked:
        _join_with_next(paragraph)
    return root


def _join_with_next(paragraph: Any) -> None:
    """Remove the mark of a paragraph: what is left of its text goes to the next one, with which it becomes one."""
    following = paragraph.getnext()
    if following is not None and following.tag == f"{W}p":
        at = 0 if following.find(f"{W}pPr") is None else 1
        for left in reversed([child for child in paragraph if child.tag != f"{W}pPr"]):
            following.insert(at, left)
    paragraph.getparent().remove(paragraph)


def lines_of(parts: Parts, *, with_looks: bool = True) -> list[tuple[str, ...]]:
    """The paragraphs that have text: where, the style, the kind of list, and the text with bold, italics and notes."""
    notes = {
        str(note.get(f"{W}id")): " / ".join(_text(paragraph, {}, with_looks=False) for paragraph in note.iter(f"{W}p"))
        for note in (parts[FOOTNOTES].iter(f"{W}footnote") if FOOTNOTES in parts else ())
    }
    lists = _lists(parts)
    lines = []
    for paragraph in parts[DOCUMENT].iter(f"{W}p"):
        if text := _text(paragraph, notes, with_looks=with_looks).strip():
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            number = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
            looks = (
                "" if style is None else str(style.get(f"{W}val")).replace("Compact", "BodyText"),
                "" if number is None else lists.get(str(number.get(f"{W}val")), "?"),
            )
            lines.append((_place(paragraph), *(looks if with_looks else ()), text))
    return lines


def _place(paragraph: Any) -> str:
    """Where a paragraph is: in the text, or in a cell of a row of a table."""
    cell = next(paragraph.iterancestors(f"{W}tc"), None)
    if cell is None:
        return ""
    row = cell.getparent()
    return f"{row.getparent().index(row)}"


def _lists(parts: Parts) -> Mapping[str, str]:
    """The kind of each list by its number, with what it begins at."""
    if NUMBERING not in parts:
        return {}
    kinds = {
        str(each.get(f"{W}abstractNumId")): str(each.find(f"{W}lvl/{W}numFmt").get(f"{W}val"))
        for each in parts[NUMBERING].iter(f"{W}abstractNum")
    }
    return {
        str(each.get(f"{W}numId")): kinds[str(each.find(f"{W}abstractNumId").get(f"{W}val"))]
        for each in parts[NUMBERING].iter(f"{W}num")
    }


def _text(paragraph: Any, notes: Mapping[str, str], *, with_looks: bool) -> str:
    said = ""
    look = ""
    for leaf in _leaves(paragraph):
        run = leaf.getparent()
        now = "".join(sign for name, sign in (("b", "*"), ("i", "_")) if run.find(f"{W}rPr/{W}{name}") is not None)
        if with_looks and now != look:
            said, look = f"{said}{look}{now}", now
        tag = leaf.tag.removeprefix(W)
        note = notes.get(str(leaf.get(f"{W}id")), "")
        said += {"tab": "\t", "br": "\n", "footnoteReference": f"[{note}]"}.get(tag) or leaf.text or ""
    return said + look


def _leaves(paragraph: Any) -> Iterator[Any]:
    return (leaf for leaf in paragraph.iter(*_LEAVES) if leaf.getparent().tag == f"{W}r")


def comments_of(content: bytes) -> list[str]:
    """The texts of the comments of a document, in order."""
    with ZipFile(io.BytesIO(content)) as archive:
        root = etree.fromstring(archive.read("word/comments.xml"))
    return ["\n".join(map(_comment_line, comment.iter(f"{W}p"))) for comment in root.iter(f"{W}comment")]


def _comment_line(paragraph: Any) -> str:
    return "".join("\n" if leaf.tag == f"{W}br" else leaf.text or "" for leaf in paragraph.iter(f"{W}t", f"{W}br"))
