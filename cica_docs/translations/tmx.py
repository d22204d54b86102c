"""TMX 1.4: a translation as pairs of texts, and the register's memory."""

from collections.abc import Iterable, Mapping
from typing import Any

from lxml import etree

from cica_docs import __version__
from cica_docs.text.profile import tag_of
from cica_docs.translations.bilingual import (
    ORIGIN,
    XML_LANG,
    ReturnedFile,
    ReturnedUnit,
    add_element,
    format_record,
    parse_record,
    plain_text_of,
    qualifier_of,
    to_xml_bytes,
)
from cica_docs.translations.units import Entry, Exchange
from cica_docs.values.failure import Failure
from cica_docs.values.language import SOURCE_LANGUAGE, Language

_PROPERTY = "x-cica"


def write_tmx(exchanged: Exchange) -> bytes:
    """Write units as a TMX file; a missing translation is empty."""
    root, body = _begin(exchanged.source_language, format_record(exchanged))
    for unit in exchanged.units:
        # A pair of texts has no mark for what is to be reviewed: a suggestion is a note.
        target, suggested = ("", unit.target) if unit.is_suggested else (unit.target, "")
        texts = {exchanged.source_language: unit.source, exchanged.language: target}
        _write_entry(body, unit.id, texts, "; ".join(filter(None, (*unit.hints, unit.draft, suggested))))
    return to_xml_bytes(root)


def write_memory(entries: Iterable[Entry], source: Language) -> bytes:
    """Write the entries of a translation memory as a TMX file."""
    root, body = _begin(source)
    for origin, texts in entries:
        _write_entry(body, "", texts, origin)
    return to_xml_bytes(root)


def _begin(source: Language, record: str = "") -> tuple[Any, Any]:
    """Make the root of a file with its header, and its body."""
    root = etree.Element("tmx", {"version": "1.4"})
    header = add_element(
        root,
        "header",
        "",
        {
            "creationtool": ORIGIN,
            "creationtoolversion": __version__,
            "segtype": "paragraph",
            "o-tmf": ORIGIN,
            "adminlang": SOURCE_LANGUAGE,
            "srclang": tag_of(source),
            "datatype": "plaintext",
        },
    )
    if record:
        add_element(header, "prop", record, {"type": _PROPERTY})
    return root, add_element(root, "body")


def _write_entry(body: Any, id: str, texts: Mapping[Language, str], note: str) -> None:
    entry = add_element(body, "tu", "", {"tuid": id} if id else {})
    if note:
        add_element(entry, "note", note)
    for language, text in texts.items():
        add_element(add_element(entry, "tuv", "", {XML_LANG: tag_of(language)}), "seg", text)


def read_tmx(root: Any) -> ReturnedFile:
    """Read the units of a TMX file."""
    named = qualifier_of(root)
    properties = (prop for prop in root.iter(named("prop")) if prop.get("type") == _PROPERTY)
    record = parse_record(next((prop.text or "" for prop in properties), ""))
    return ReturnedFile(record, (_read_entry(entry, record.language) for entry in root.iter(named("tu"))))


def _read_entry(entry: Any, language: Language) -> ReturnedUnit:
    """Return source and target of an entry by language; if that fails the source comes first."""
    named = qualifier_of(entry)
    id = entry.get("tuid", "")
    variants = entry.findall(named("tuv"))
    if len(variants) != 2:
        raise Failure("import-languages", id=id)
    source, target = variants
    if _is_in(source, language) and not _is_in(target, language):
        source, target = target, source
    return ReturnedUnit(id, plain_text_of(source.find(named("seg")), id), plain_text_of(target.find(named("seg")), id))


def _is_in(variant: Any, language: Language) -> bool:
    """Whether a variant is in a language, in whatever region."""
    tag: str = variant.get(XML_LANG) or variant.get("lang") or ""
    return tag.replace("_", "-").partition("-")[0].lower() == language.value
