"""Shared by the formats of translators' tools: the record of origin, returned units, and XML elements."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from cica_docs.documents.source import REFUSED
from cica_docs.translations.units import Exchange, Unit
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language

ORIGIN = "cica"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_RECORD = re.compile(r"([a-z0-9-]{1,80}/[a-z0-9-]{1,80}) (ru|kk|en) original=([0-9a-f]{40}) edition=([0-9a-f]{40})")


@dataclass(frozen=True)
class Record:
    """The translation that a file belongs to, as recorded in it."""

    work: str
    language: Language
    original: str
    """Git's id of the original."""
    edition: str
    """Git's id of the translation."""


@dataclass(frozen=True, slots=True)
class ReturnedUnit:
    """One unit of a file that comes back."""

    id: str
    source: str
    target: str
    """Empty if there is no translation."""
    is_unfinished: bool = False
    """Whether the tool marks the translation as not done, or has translated a part of it alone."""


@dataclass(frozen=True)
class ReturnedFile:
    """A file that comes back; its units are read one by one, so that a reader may stop at a bound."""

    record: Record
    units: Iterable[ReturnedUnit]
    exported: tuple[str, ...] = ()
    """The ids that it had when it was exported, if it says so."""


def format_record(exchanged: Exchange) -> str:
    """Write a record as one line of text."""
    return f"{exchanged.work} {exchanged.language} original={exchanged.original} edition={exchanged.edition}"


def parse_record(line: str) -> Record:
    """Parse a record from a line of text; any other line is a `Failure`."""
    match = _RECORD.fullmatch(line.strip())
    if not match:
        raise Failure("import-of-others")
    return Record(match[1], Language(match[2]), match[3], match[4])


def notes_of(unit: Unit) -> Mapping[str, str]:
    """Return the notes that a translator sees beside a unit, by their kind."""
    notes = {"context": unit.context, "place": unit.place, "was": unit.was, "terms": "; ".join(unit.hints)}
    notes["draft"] = unit.draft
    return {kind: text for kind, text in notes.items() if text}


def add_element(parent: Any, name: str, text: str = "", attributes: Mapping[str, str] | None = None) -> Any:
    """Append an element in the namespace of its parent and return it."""
    element = etree.SubElement(parent, etree.QName(etree.QName(parent).namespace, name), attributes or {})
    if text:
        element.text = text
    return element


def to_xml_bytes(root: Any) -> bytes:
    """Write an XML file, indented where there is no text."""
    etree.indent(root, space="  ")
    content: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=False)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + content + b"\n"


def qualifier_of(root: Any) -> Callable[[str], str]:
    """Return a function that gives names the namespace of a root element."""
    namespace = etree.QName(root).namespace
    return lambda name: f"{{{namespace}}}{name}" if namespace else name


def plain_text_of(element: Any, id: str, is_segment: Callable[[Any], bool] = lambda _: False) -> str:
    """Return the characters of an element, segments joined; other markup inside it would be lost and is a `Failure`."""
    if element is None:
        return ""
    if any(part is not element and not is_segment(part) for part in element.iter()):
        raise Failure("import-markup", id=id)
    text = "".join(element.itertext())
    if REFUSED.search(text):
        raise Failure("import-character", id=id)
    return text
