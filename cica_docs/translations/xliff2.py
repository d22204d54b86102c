"""XLIFF 2.1: written valid against the core schema; read plain or segmented."""

from typing import Any

from lxml import etree

from cica_docs.text.profile import tag_of
from cica_docs.translations.bilingual import (
    ORIGIN,
    XML_SPACE,
    ReturnedFile,
    ReturnedUnit,
    add_element,
    format_record,
    notes_of,
    parse_record,
    plain_text_of,
    qualifier_of,
    to_xml_bytes,
)
from cica_docs.translations.units import Exchange, Unit

_NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"


def write_xliff2(exchanged: Exchange) -> bytes:
    """Write units as an XLIFF 2.1 file."""
    languages = {"srcLang": tag_of(exchanged.source_language), "trgLang": tag_of(exchanged.language)}
    root = etree.Element(f"{{{_NAMESPACE}}}xliff", {"version": "2.1", **languages}, nsmap={None: _NAMESPACE})
    file = add_element(root, "file", "", {"id": "f1", "original": exchanged.path})
    add_element(add_element(file, "notes"), "note", format_record(exchanged), {"category": ORIGIN})
    for unit in exchanged.units:
        _write_unit(file, unit)
    if not exchanged.units:
        # A file must hold a unit or a group.
        add_element(file, "group", "", {"id": "g1"})
    return to_xml_bytes(root)


def _write_unit(file: Any, unit: Unit) -> None:
    element = add_element(file, "unit", "", {"id": unit.id, XML_SPACE: "preserve"})
    notes = notes_of(unit)
    if notes:
        parent = add_element(element, "notes")
        for kind, text in notes.items():
            add_element(parent, "note", text, {"category": kind})
    # Without a state a text counts as initial; said outright it would be left out if a tool that knows no states
    # brought it back.
    state = "initial" if unit.is_suggested else "translated" if unit.target and not unit.is_stale else ""
    segment = add_element(element, "segment", "", {"state": state} if state else {})
    add_element(segment, "source", unit.source)
    if unit.target:
        add_element(segment, "target", unit.target)


def read_xliff2(root: Any) -> ReturnedFile:
    """Read the units of an XLIFF 2 file."""
    named = qualifier_of(root)
    notes = (note for note in root.iter(named("note")) if note.get("category") == ORIGIN)
    record = parse_record(next((note.text or "" for note in notes), ""))
    return ReturnedFile(record, (_read_unit(element) for element in root.iter(named("unit"))))


def _read_unit(element: Any) -> ReturnedUnit:
    """Join the segments of a unit and what is between them: sources in file order, targets in their own."""
    named = qualifier_of(element)
    id = element.get("id", "")
    sources, targets = [], []
    done, is_unfinished = 0, False
    for at, part in enumerate(element.iterchildren(named("segment"), named("ignorable")), 1):
        source = plain_text_of(part.find(named("source")), id)
        given = part.find(named("target"))
        target = plain_text_of(given, id)
        if part.tag == named("segment") and source.strip():
            done += bool(target.strip())
            is_unfinished |= part.get("state") == "initial" or not target.strip()
        elif given is None:
            target = source
        sources.append(source)
        targets.append((_order(given, at), target))
    text = "".join(target for _, target in sorted(targets, key=lambda placed: placed[0])) if done else ""
    return ReturnedUnit(id, "".join(sources), text, is_unfinished=is_unfinished)


def _order(target: Any, at: int) -> int:
    """Return the position of a target among those of its unit."""
    order = target.get("order", "") if target is not None else ""
    return int(order) if order.isascii() and order.isdigit() and len(order) < 7 else at
