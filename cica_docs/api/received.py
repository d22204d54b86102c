"""What comes back from a translator's tool, read as what it is: a file of a stranger."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from lxml import etree
from translate.storage.pypo import pofile
from translate.storage.tmx import tmxfile
from translate.storage.xliff import xlifffile
from translate.storage.xliff2 import Xliff2File

from cica_docs.api.interchange import ORIGIN, PO_HEADER, TMX_PROPERTY
from cica_docs.documents.source import REFUSED
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language

MOST_BYTES = 8 * 1024 * 1024
MOST_UNITS = 20_000
_RECORD = re.compile(r"([a-z0-9-]{1,80}/[a-z0-9-]{1,80}) (ru|kk|en) original=([0-9a-f]{40}) edition=([0-9a-f]{40})")
# OmegaT begins every memory so; the declaration says nothing and is taken out, any other is refused.
_TMX_DOCTYPE = re.compile(rb"""<!DOCTYPE\s+tmx\s+SYSTEM\s+["']tmx1[0-9]\.dtd["']\s*>""")
_SPLIT = "\x04"


@dataclass(frozen=True)
class Received:
    """The texts of a file by segment, and the texts in Git that it was made from."""

    work: str
    language: Language
    original: str
    edition: str
    texts: Mapping[str, tuple[str, str]]
    """By id the source and the translation, which may be empty."""


def received(content: bytes) -> Received:
    """What a file holds; one that is too large, no text, or not of this tool is a failure."""
    if len(content) > MOST_BYTES:
        raise Failure("import-too-large", most=MOST_BYTES // 1024 // 1024)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Failure("import-unreadable", reason="UTF-8") from None
    told, units = _of_xml(text.encode()) if text.lstrip().startswith("<") else _of_po(text.encode())
    match = _RECORD.fullmatch(told.strip())
    if not match:
        raise Failure("import-of-others")
    texts: dict[str, tuple[str, str]] = {}
    for id, source, target in units:
        if len(texts) >= MOST_UNITS:
            raise Failure("import-too-large", most=MOST_BYTES // 1024 // 1024)
        if id in texts:
            raise Failure("import-twice", id=id)
        texts[id] = (source, target)
    return Received(match[1], Language(match[2]), match[3], match[4], texts)


Units = Iterator[tuple[str, str, str]]


def _of_po(content: bytes) -> tuple[str, Units]:
    try:
        store = pofile.parsestring(content)
        header = store.parseheader()
    except Exception:  # noqa: BLE001 - the library raises whatever its parser runs into
        raise Failure("import-unreadable", reason="PO") from None
    units = [unit for unit in store.units if not unit.isheader() and not unit.isobsolete()]
    return str(header.get(PO_HEADER, "")), ((one.getcontext(), str(one.source), str(one.target)) for one in units)


def _of_xml(content: bytes) -> tuple[str, Units]:
    content = _TMX_DOCTYPE.sub(b"", content, count=1)
    root = _root(content)
    kind = etree.QName(root)
    try:
        if kind.localname == "tmx":
            return _of_tmx(tmxfile(BytesIO(content)))
        if kind.localname == "xliff" and str(root.get("version", "")).startswith("2."):
            return _of_xliff2(Xliff2File(BytesIO(content)))
        if kind.localname == "xliff":
            return _of_xliff(xlifffile(BytesIO(content)))
    except (etree.LxmlError, ValueError, KeyError, AttributeError, AssertionError, StopIteration):
        raise Failure("import-unreadable", reason="XML") from None
    raise Failure("import-unreadable", reason="XLIFF, TMX, PO")


def _root(content: bytes) -> Any:
    """The root of an XML file that has no document type, no entities, and nothing to fetch."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise Failure("import-with-doctype")
    try:
        tree = etree.fromstring(content, parser).getroottree()
    except (etree.XMLSyntaxError, ValueError):
        raise Failure("import-unreadable", reason="XML") from None
    if tree.docinfo.doctype or tree.docinfo.internalDTD is not None:
        raise Failure("import-with-doctype")
    if (tree.docinfo.encoding or "UTF-8").upper() not in {"UTF-8", "UTF8", "ASCII", "US-ASCII"}:
        raise Failure("import-unreadable", reason="UTF-8")
    return tree.getroot()


def _of_xliff(store: Any) -> tuple[str, Units]:
    notes = store.document.getroot().iter(store.namespaced("note"))
    told = next((note.text or "" for note in notes if note.get("from") == ORIGIN), "")
    return told, (_plain(unit, str(unit.xmlelement.get("id") or "")) for unit in store.units)


def _of_xliff2(store: Any) -> tuple[str, Units]:
    notes = store.document.getroot().iter(store.namespaced("note"))
    told = next((note.text or "" for note in notes if note.get("category") == ORIGIN), "")
    return told, (_plain(unit, str(unit.getid() or "")) for unit in store.units)


def _of_tmx(store: Any) -> tuple[str, Units]:
    props = store.document.getroot().iter("prop")
    told = next((prop.text or "" for prop in props if prop.get("type") == TMX_PROPERTY), "")
    return told, (_tmx_unit(unit) for unit in store.units)


def _tmx_unit(unit: Any) -> tuple[str, str, str]:
    id = str(unit.xmlelement.get("tuid") or "")
    texts = [_text(seg, id) for seg in unit.xmlelement.iter("seg")]
    if len(texts) != 2:
        raise Failure("import-languages", id=id)
    return id, texts[0], texts[1]


def _plain(unit: Any, id: str) -> tuple[str, str, str]:
    """The source and target of a unit as they are written; the library would fold white space."""
    source = unit.xmlelement.find(unit.namespaced("source"))
    target = unit.xmlelement.find(unit.namespaced("target"))
    return id, _text(source, id), _text(target, id)


def _text(element: Any, id: str) -> str:
    """The characters of an element; one that holds elements of its own would lose them, so it is refused."""
    if element is None:
        return ""
    if len(element):
        raise Failure("import-markup", id=id)
    text = element.text or ""
    if REFUSED.search(text):
        raise Failure("import-character", id=id)
    return text
