"""The four formats: valid for their standards, the same to us and to another program, whatever the texts."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from io import BytesIO
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from translate.storage.pypo import pofile, pounit
from translate.storage.tmx import tmxfile
from translate.storage.xliff import xlifffile, xliffunit
from translate.storage.xliff2 import Xliff2File, Xliff2Unit

from cica_docs.documents.source import REFUSED
from cica_docs.translations.bilingual import format_record
from cica_docs.translations.formats import Format, write_exchange_file, write_memory_file
from cica_docs.translations.parse import parse_exchange
from cica_docs.translations.units import Exchange, Unit
from cica_docs.values.language import Language
from nightly import examples

pytestmark = pytest.mark.series(6)

SCHEMAS = Path(__file__).parent / "schemas"
XML_NAMESPACE = re.compile(r'schemaLocation="[^"]*xml\.xsd"')
# As much of the DTD of TMX 1.4 as concerns files without inline elements.
TMX_DTD = etree.DTD(
    BytesIO(
        b"""
<!ELEMENT tmx (header, body)> <!ATTLIST tmx version CDATA #FIXED "1.4">
<!ELEMENT header (note|prop)*> <!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED
  segtype (block|paragraph|sentence|phrase) #REQUIRED o-tmf CDATA #REQUIRED adminlang CDATA #REQUIRED
  srclang CDATA #REQUIRED datatype CDATA #REQUIRED>
<!ELEMENT body (tu*)>
<!ELEMENT tu ((note|prop)*, tuv+)> <!ATTLIST tu tuid CDATA #IMPLIED>
<!ELEMENT tuv ((note|prop)*, seg)> <!ATTLIST tuv xml:lang CDATA #REQUIRED>
<!ELEMENT seg (#PCDATA)> <!ELEMENT note (#PCDATA)> <!ELEMENT prop (#PCDATA)> <!ATTLIST prop type CDATA #REQUIRED>
"""
    )
)

LETTERS = st.one_of(
    st.sampled_from("""ab жәқ 1.2 <>&"'\\]]>[^*_`{}%$#|\n\t\u00a0—«»n;"""),
    st.characters(exclude_categories=["Cs"]).filter(lambda letter: not REFUSED.match(letter)),
)
TEXTS = st.text(LETTERS, min_size=1, max_size=40).filter(str.strip)
UNITS = st.lists(
    st.builds(
        Unit,
        id=st.from_regex(r"[a-z][a-z0-9.:-]{0,20}", fullmatch=True),
        source=TEXTS,
        target=st.one_of(st.just(""), TEXTS),
        place=st.just("paper/x/en.md:7"),
        context=st.one_of(st.just(""), TEXTS),
        was=st.one_of(st.just(""), TEXTS),
        hints=st.lists(TEXTS, max_size=2).map(tuple),
        is_stale=st.booleans(),
        is_suggested=st.booleans(),
    ).map(lambda unit: replace(unit, is_suggested=unit.is_suggested and unit.is_stale and bool(unit.target))),
    max_size=4,
    unique_by=lambda unit: unit.id,
)


def exchange_of(units: Iterable[Unit]) -> Exchange:
    return Exchange("paper/x", Language("ru"), Language("en"), "a" * 40, "b" * 40, tuple(units))


def schema(name: str) -> etree.XMLSchema:
    text = XML_NAMESPACE.sub('schemaLocation="xml.xsd"', (SCHEMAS / name).read_text(encoding="utf-8"))
    return etree.XMLSchema(etree.fromstring(text.encode(), base_url=str(SCHEMAS / name)))


VALIDATORS = {
    Format.XLIFF: schema("xliff-core-1.2-strict.xsd"),
    Format.XLIFF2: schema("xliff-core-2.0.xsd"),
    Format.TMX: TMX_DTD,
}


@pytest.mark.parametrize("format", VALIDATORS)
@settings(max_examples=examples(25))
@given(units=UNITS)
def test_a_file_is_valid(format: Format, units: list[Unit]) -> None:
    validator = VALIDATORS[format]
    validator.validate(etree.fromstring(write_exchange_file(exchange_of(units), format)))
    assert [str(error) for error in validator.error_log] == []


def test_a_memory_is_valid() -> None:
    entries = [("paper/x title", {Language("en"): "a & b", Language("ru"): "а", Language("kk"): "ә"})]
    assert TMX_DTD.validate(etree.fromstring(write_memory_file(entries, Language("en"))))


def test_the_validators_see_what_is_wrong() -> None:
    units = [Unit(id, "a", "b", "paper/x/en.md:7", "c") for id in ("p1", "p2")]
    for format, old, new in (
        (Format.XLIFF, b"<context-group", b'<context-group name="cica"'),
        (Format.XLIFF, b'state="translated"', b'state="done"'),
        (Format.XLIFF2, b'state="translated"', b'state="done"'),
        (Format.XLIFF2, b"notes>", b"note>"),
        (Format.TMX, b"seg>", b"segment>"),
    ):
        content = write_exchange_file(exchange_of(units), format)
        assert old in content
        assert not VALIDATORS[format].validate(etree.fromstring(content.replace(old, new)))


@pytest.mark.parametrize("format", Format)
@settings(max_examples=examples(40))
@given(units=UNITS)
def test_what_is_written_reads_back_as_it_was(format: Format, units: list[Unit]) -> None:
    given = parse_exchange(write_exchange_file(exchange_of(units), format))
    assert (given.work, given.language, given.original, given.edition) == ("paper/x", "ru", "a" * 40, "b" * 40)
    written = {unit.id: "" if format is Format.TMX and unit.is_suggested else unit.target for unit in units}
    assert given.texts == {unit.id: (unit.source, written[unit.id]) for unit in units}
    left = {unit.id for unit in units if written[unit.id] and (unit.is_suggested or format is Format.PO)}
    stale = {unit.id for unit in units if unit.is_stale}
    assert given.unfinished == left & stale


def units_of(content: bytes, format: Format) -> list[tuple[str, str]]:
    """The sources and targets that the library of Weblate finds in a file."""
    if format is Format.PO:
        return [(str(unit.source), str(unit.target)) for unit in pofile.parsestring(content).units if unit.source]
    stores = {
        Format.XLIFF: lambda: xlifffile(BytesIO(content)),
        Format.XLIFF2: lambda: Xliff2File(BytesIO(content)),
        Format.TMX: lambda: tmxfile(BytesIO(content), "en-GB", "ru-RU"),
    }
    return [(str(unit.source), str(unit.target or "")) for unit in stores[format]().units]


def folded(text: str) -> str:
    """A text as that library gives it, which folds white space in some formats."""
    return " ".join(text.split())


@pytest.mark.parametrize("format", Format)
@settings(max_examples=examples(25))
@given(units=UNITS)
def test_another_program_reads_the_same_units(format: Format, units: list[Unit]) -> None:
    found = units_of(write_exchange_file(exchange_of(units), format), format)
    is_noted = format is Format.TMX
    expected = [(folded(unit.source), "" if is_noted and unit.is_suggested else folded(unit.target)) for unit in units]
    assert [(folded(source), folded(target)) for source, target in found] == expected


def of_another_program(texts: Mapping[str, tuple[str, str]], format: Format) -> bytes:
    """A file of the library of Weblate, with the record that ours have."""
    record = format_record(exchange_of(()))
    if format is Format.PO:
        store = pofile(noheader=True)
        header = pounit("")
        header.target = f"Content-Type: text/plain; charset=UTF-8\nX-Cica: {record}\n"
        store.addunit(header)
        for id, (source, target) in texts.items():
            unit = pounit(source)
            unit.setcontext(id)
            unit.target = target
            store.addunit(unit)
        return bytes(store)
    content = write_exchange_file(exchange_of([Unit("x", "x", "x", "", "")]), format)
    root = etree.fromstring(content)
    for unit in [*root.iter("{*}trans-unit", "{*}unit", "{*}tu")]:
        unit.getparent().remove(unit)
    stores = {Format.XLIFF: xlifffile, Format.XLIFF2: Xliff2File, Format.TMX: tmxfile}
    store = stores[format](BytesIO(etree.tostring(root)))
    for id, (source, target) in texts.items():
        if format is Format.TMX:
            unit = store.addsourceunit(source, "en-GB")
            unit.settarget(target, "ru-RU", append=True)
            unit.xmlelement.set("tuid", id)
            continue
        unit = {Format.XLIFF: xliffunit, Format.XLIFF2: Xliff2Unit}[format](source)
        store.addunit(unit)
        (unit.xmlelement if format is Format.XLIFF else unit.getunitelement()).set("id", id)
        unit.settarget(target, "ru-RU")
    out = BytesIO()
    store.serialize(out)
    return out.getvalue()


@pytest.mark.parametrize("format", Format)
@settings(max_examples=examples(25))
@given(texts=st.lists(st.tuples(TEXTS, TEXTS), max_size=5))
def test_what_another_program_writes_is_read(format: Format, texts: list[tuple[str, str]]) -> None:
    named = dict(zip((f"p{number}" for number in count(1)), texts, strict=False))
    assert parse_exchange(of_another_program(named, format)).texts == named


@pytest.mark.parametrize("format", Format)
def test_a_file_without_units_is_read(format: Format) -> None:
    assert parse_exchange(write_exchange_file(exchange_of(()), format)).texts == {}


def test_po_lines_are_short_and_whole() -> None:
    words = "Воздух и вода не знают границ, и никто не знает их. " * 9
    text = write_exchange_file(
        exchange_of([Unit("p1", words, "\\\n".join([words, "b" * 200]), "x", "")]), Format.PO
    ).decode()
    lines = [line for line in text.split("\n") if line.startswith('"') and "bbb" not in line]
    assert len(lines) > 10
    assert max(map(len, lines)) <= 79
    assert '\\\\\\n"' in text
