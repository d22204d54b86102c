"""XLIFF 1.2: written valid against its strict schema; read plain or segmented."""

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
from cica_docs.translations.states import is_marked_unfinished
from cica_docs.translations.units import Exchange, Unit

_NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"


def write_xliff12(exchanged: Exchange) -> bytes:
    """Write units as an XLIFF 1.2 file."""
    root = etree.Element(f"{{{_NAMESPACE}}}xliff", {"version": "1.2"}, nsmap={None: _NAMESPACE})
    languages = {
        "source-language": tag_of(exchanged.source_language),
        "target-language": tag_of(exchanged.language),
    }
    file = add_element(root, "file", "", {"original": exchanged.path, **languages, "datatype": "plaintext"})
    add_element(add_element(file, "header"), "note", format_record(exchanged), {"from": ORIGIN})
    body = add_element(file, "body")
    for unit in exchanged.units:
        _write_unit(body, unit)
    return to_xml_bytes(root)


def _write_unit(body: Any, unit: Unit) -> None:
    element = add_element(body, "trans-unit", "", {XML_SPACE: "preserve", "id": unit.id})
    add_element(element, "source", unit.source)
    if unit.target and not unit.is_stale:
        element.set("approved", "yes")
    if unit.target:
        # A stale text gets no mark: tools that know none would leave it there, and the new text would not be taken.
        add_element(element, "target", unit.target, _state_of(unit))
    for kind, text in notes_of(unit).items():
        if kind == "context":
            # Without a name: names of context groups must differ within a file.
            group = add_element(element, "context-group", "", {"purpose": "information"})
            add_element(group, "context", text, {"context-type": "x-section"})
        elif kind == "was" and unit.target and not unit.is_suggested:
            former = add_element(element, "alt-trans")
            add_element(former, "source", text)
            add_element(former, "target", unit.target)
        else:
            add_element(element, "note", f"{kind}: {text}", {"from": "developer"})


def _state_of(unit: Unit) -> dict[str, str]:
    if unit.is_suggested:
        return {"state": "needs-review-translation"}
    return {} if unit.is_stale else {"state": "translated"}


def read_xliff12(root: Any) -> ReturnedFile:
    """Read the units of an XLIFF 1.2 (or 1.1) file."""
    named = qualifier_of(root)
    notes = (note for note in root.iter(named("note")) if note.get("from") == ORIGIN)
    record = parse_record(next((note.text or "" for note in notes), ""))
    return ReturnedFile(record, (_read_unit(element) for element in root.iter(named("trans-unit"))))


def _read_unit(element: Any) -> ReturnedUnit:
    named = qualifier_of(element)
    id = element.get("id", "")
    source, segmented, target = (element.find(named(name)) for name in ("source", "seg-source", "target"))
    text = plain_text_of(target, id, _is_segment)
    return ReturnedUnit(
        id,
        plain_text_of(source, id, _is_segment),
        text,
        is_unfinished=is_marked_unfinished(element, target) or _lacks_segments(segmented, target),
    )


def _is_segment(element: Any) -> bool:
    """Whether an element only marks a sentence, as tools that segment texts do."""
    return bool(element.tag == qualifier_of(element)("mrk") and element.get("mtype") == "seg")


def _lacks_segments(segmented: Any, target: Any) -> bool:
    """Whether some sentences of a unit are translated and others are not."""
    translated = _segments(target)
    expected = _segments(segmented) or dict.fromkeys(translated, "text")
    return bool(translated) and any(
        text.strip() and not translated.get(segment, "").strip() for segment, text in expected.items()
    )


def _segments(element: Any) -> dict[str, str]:
    marks = element.iter(qualifier_of(element)("mrk")) if element is not None else ()
    return {mark.get("mid", ""): "".join(mark.itertext()) for mark in marks if _is_segment(mark)}
