"""Files as OmegaT, Weblate, Trados and memoQ leave them: what is done is taken, what is not is left out and counted."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml import etree
from translate.storage.pypo import pofile
from translate.storage.xliff import xlifffile

from bilingual_sample import UNIT, file, given
from cica_docs.documents.corpus import Corpus
from cica_docs.register.works import works
from cica_docs.translations.formats import Format, write_exchange_file
from cica_docs.translations.merge import merge
from cica_docs.translations.parse import parse_exchange
from cica_docs.translations.staleness import translation_of
from cica_docs.translations.units import export_units
from cica_docs.values.language import Language

PAPER = "concept-paper/environment-2026"
DONE, DRAFT = "p3.1", "p2.2"
NEW = {DONE: "Воздух, почва и вода не знают границ.", DRAFT: "Порядок направлений ничего не значит."}
XLIFF = "{urn:oasis:names:tc:xliff:document:1.2}"
SDL = "http://sdl.com/FileTypes/SdlXliff/1.0"
Change = Callable[[etree._Element, str, str], None]


def in_xliff(change: Change, spaces: dict[str, str]) -> Callable[[bytes], bytes]:
    """Make a tool that changes both units of an XLIFF 1.2 file, and declares what it adds."""

    def translate(content: bytes) -> bytes:
        declared = "".join(f' xmlns:{name}="{space}"' for name, space in spaces.items())
        root = etree.fromstring(content.replace(b"<xliff ", f"<xliff{declared} ".encode(), 1))
        for unit in root.iter(f"{XLIFF}trans-unit"):
            if unit.get("id") in NEW:
                change(unit, NEW[unit.get("id", "")], unit.get("id", ""))
        return etree.tostring(root, encoding="UTF-8", xml_declaration=True)

    return translate


def target_of(unit: etree._Element) -> etree._Element:
    target = unit.find(f"{XLIFF}target")
    assert target is not None
    return target


def segment(unit: etree._Element, text: str, attributes: str = "") -> None:
    """Cut source and target of a unit into marked segments, as tools do that segment."""
    source, target = unit.find(f"{XLIFF}source"), target_of(unit)
    assert source is not None
    for name, words, old in (("seg-source", source.text, None), ("target", text, target)):
        made = etree.fromstring(f'<{name} xmlns="{XLIFF[1:-1]}"{attributes if old is not None else ""}/>')
        etree.SubElement(made, f"{XLIFF}mrk", {"mtype": "seg", "mid": "1"}).text = words
        if old is None:
            source.addnext(made)
        else:
            unit.replace(old, made)


def trados(unit: etree._Element, text: str, id: str) -> None:
    segment(unit, text)
    status = "Translated" if id == DONE else "Draft"
    unit.append(etree.fromstring(f'<s:seg-defs xmlns:s="{SDL}"><s:seg id="1" conf="{status}"/></s:seg-defs>'))


def memoq(unit: etree._Element, text: str, id: str) -> None:
    target_of(unit).text = text
    unit.set("{MQXliff}status", "ManuallyConfirmed" if id == DONE else "PartiallyEdited")
    unit.set("{MQXliff}segmentguid", "0b1c8f8e")
    unit.append(etree.fromstring('<mq:minorversions xmlns:mq="MQXliff"><mq:historical-unit/></mq:minorversions>'))


def okapi(unit: etree._Element, text: str, id: str) -> None:
    state = ' state="final" state-qualifier="fuzzy-match"'
    segment(unit, text, state if id == DONE else state.replace("final", "translated"))


def omegat(unit: etree._Element, text: str, id: str) -> None:
    target_of(unit).text = text if id == DONE else ""


def approving(unit: etree._Element, text: str, id: str) -> None:
    target_of(unit).text = text
    unit.set("approved", "yes" if id == DONE else "no")


def weblate_xliff(content: bytes) -> bytes:
    store = xlifffile.parsestring(content)
    for unit in store.units:
        id = unit.xmlelement.get("id")
        if id in NEW:
            unit.target = NEW[id]
            unit.markfuzzy(id == DRAFT)
    return bytes(store)


def weblate_po(content: bytes) -> bytes:
    store = pofile.parsestring(content)
    for unit in store.units:
        if unit.getcontext() in NEW:
            unit.target = NEW[unit.getcontext()]
            unit.markfuzzy(unit.getcontext() == DRAFT)
    return bytes(store)


TOOLS: dict[str, tuple[Format, Callable[[bytes], bytes]]] = {
    "Trados": (Format.XLIFF, in_xliff(trados, {"sdl": SDL})),
    "memoQ": (Format.XLIFF, in_xliff(memoq, {"mq": "MQXliff"})),
    "Okapi": (Format.XLIFF, in_xliff(okapi, {})),
    "OmegaT": (Format.XLIFF, in_xliff(omegat, {})),
    "approval alone": (Format.XLIFF, in_xliff(approving, {})),
    "Weblate": (Format.XLIFF, weblate_xliff),
    "Weblate PO": (Format.PO, weblate_po),
}


@pytest.mark.parametrize("name", TOOLS)
def test_what_a_tool_has_done_is_taken_alone(name: str, example: Corpus) -> None:
    format, tool = TOOLS[name]
    translation = translation_of(example, works(example)[PAPER], Language("ru"))
    back = tool(write_exchange_file(export_units(example, translation, stale_only=False), format))
    returned = parse_exchange(back)
    result = merge(example, translation, returned)
    left = (1, 0) if name == "OmegaT" else (0, 1)
    assert (result.changed, result.refused) == ((DONE,), ())
    assert (result.empty, result.unfinished) == left
    everything = merge(example, translation, returned, take_unfinished=True)
    assert everything.taken_unfinished == (() if name == "OmegaT" else (DRAFT,))


def test_a_stale_text_is_taken_from_a_tool_that_knows_no_states() -> None:
    stale = file(Format.XLIFF, replace(UNIT, is_stale=True))
    assert given(stale).unfinished == frozenset()
    assert given(stale.replace('id="p1"', 'id="p1" approved="no"')).unfinished == {"p1"}
