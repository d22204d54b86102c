"""Parse files returned by translators' tools; the input is untrusted."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from cica_docs.translations.bilingual import ReturnedFile
from cica_docs.translations.decoding import Decoded, decode
from cica_docs.translations.po import read_po
from cica_docs.translations.returned_table import SIGNATURE, read_word_table
from cica_docs.translations.tmx import read_tmx
from cica_docs.translations.xliff2 import read_xliff2
from cica_docs.translations.xliff12 import read_xliff12
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language

MOST_BYTES = 8 * 1024 * 1024
MOST_UNITS = 20_000
MOST_MARKS = 30
"""How many combining marks may follow each other, as in the stream-safe texts of Unicode: sorting them is quadratic."""
# OmegaT begins every memory so; the declaration says nothing and is passed over, any other is refused.
_TMX_DOCTYPE = re.compile(r"""<!DOCTYPE\s+tmx\s+SYSTEM\s+["']tmx1[0-9]\.dtd["']\s*>""")


@dataclass(frozen=True)
class ExchangeFile:
    """The texts of a file by segment, and the texts in Git that it was made from."""

    work: str
    language: Language
    original: str
    edition: str
    texts: Mapping[str, tuple[str, str]]
    """By id the source and the translation, which may be empty."""
    unfinished: frozenset[str] = frozenset()
    """The ids of translations that the tool marks as not done, or has done a part of alone."""
    absent: tuple[str, ...] = ()
    """The ids that were exported and did not come back, as far as the file tells."""


def parse_exchange(content: bytes, name: str = "") -> ExchangeFile:
    """Parse a file that came back; one that is too large, no text, or not of this tool is a `Failure`."""
    if len(content) > MOST_BYTES:
        raise Failure("import-too-large", most=MOST_BYTES // 1024 // 1024)
    file = _read_file(content, name)
    texts: dict[str, tuple[str, str]] = {}
    unfinished = set()
    for unit in file.units:
        if len(texts) >= MOST_UNITS:
            raise Failure("import-too-large", most=MOST_BYTES // 1024 // 1024)
        if unit.id in texts:
            raise Failure("import-twice", id=unit.id)
        if _is_piled_up(unit.source) or _is_piled_up(unit.target):
            raise Failure("import-marks", id=unit.id, most=MOST_MARKS)
        texts[unit.id] = (unit.source, unit.target)
        if unit.is_unfinished and unit.target.strip():
            unfinished.add(unit.id)
    record, absent = file.record, tuple(id for id in file.exported if id not in texts)
    origin = record.work, record.language, record.original, record.edition
    return ExchangeFile(*origin, texts, frozenset(unfinished), absent)


def _read_file(content: bytes, name: str) -> ReturnedFile:
    if content.startswith(SIGNATURE):
        return read_word_table(content, name)
    decoded = decode(content)
    return _read_xml(decoded) if decoded.text.lstrip().startswith("<") else read_po(decoded)


def _is_piled_up(text: str) -> bool:
    """Return whether more combining marks follow each other than any script needs."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return False
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks > MOST_MARKS:
            return True
    return False


def _read_xml(decoded: Decoded) -> ReturnedFile:
    root = _parse_xml(decoded.without_declaration())
    name = etree.QName(root)
    if name.localname == "tmx":
        return read_tmx(root)
    if name.localname == "xliff":
        is_second = root.get("version", "").startswith("2") or ":2." in (name.namespace or "")
        return read_xliff2(root) if is_second else read_xliff12(root)
    raise Failure("import-unreadable", reason="XLIFF, TMX, PO")


def _parse_xml(text: str) -> Any:
    """Parse an XML file without document type, entities or anything to fetch, and return its root."""
    text = _TMX_DOCTYPE.sub("\n", text, count=1)
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise Failure("import-with-doctype")
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise Failure("import-unreadable-at", line=error.lineno or 1, reason="XML") from None
