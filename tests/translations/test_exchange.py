"""Translators' files: every format reads back, changes nothing by itself, and loses nothing on the way."""

from collections.abc import Mapping
from io import BytesIO

import pytest
from lxml import etree
from translate.storage.pypo import pofile
from translate.storage.tmx import tmxfile
from translate.storage.xliff import xlifffile
from translate.storage.xliff2 import Xliff2File

from cica_docs.documents.corpus import Corpus, read_corpus
from cica_docs.documents.edit import replace_segments
from cica_docs.documents.segments import read_segments
from cica_docs.register.works import works
from cica_docs.snapshot.memory import MemorySnapshot, OverlaySnapshot
from cica_docs.translations.formats import Format, write_exchange_file, write_memory_file
from cica_docs.translations.merge import merge
from cica_docs.translations.parse import ExchangeFile, parse_exchange
from cica_docs.translations.staleness import Translation, translation_of, translations_of
from cica_docs.translations.units import build_memory, export_units
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language

PAPER = "concept-paper/environment-2026"


def all_of(corpus: Corpus) -> list[Translation]:
    return [translation for work in works(corpus).values() for translation in translations_of(corpus, work)]


def paper(corpus: Corpus, language: Language = Language("ru")) -> Translation:
    return translation_of(corpus, works(corpus)[PAPER], language)


def returned(found: Translation, corpus: Corpus, texts: Mapping[str, str]) -> ExchangeFile:
    """What a translator sends back who has changed these texts."""
    given = parse_exchange(write_exchange_file(export_units(corpus, found, stale_only=False), Format.XLIFF))
    changed = {id: (given.texts[id][0], text) for id, text in texts.items()}
    return ExchangeFile(given.work, given.language, given.original, given.edition, {**given.texts, **changed})


@pytest.mark.parametrize("name", ["example", "register"])
def test_the_languages_of_a_work_have_the_same_segments(name: str, request: pytest.FixtureRequest) -> None:
    corpus: Corpus = request.getfixturevalue(name)
    shapes: dict[str, set[tuple[str, ...]]] = {}
    for document in corpus.documents:
        shapes.setdefault(document.work, set()).add(tuple(segment.id for segment in read_segments(document)))
    assert [work for work, found in shapes.items() if len(found) != 1] == []


@pytest.mark.parametrize("name", ["example", "register"])
def test_translated_texts_in_the_shape_of_the_original_give_the_translation(
    name: str, request: pytest.FixtureRequest
) -> None:
    differing = []
    for one in all_of(request.getfixturevalue(name)):
        laid = replace_segments(
            one.original, {id: segment.text for id, segment in one.segments.items() if id != "title"}
        )
        body = laid[len(one.original.source.text) - len(one.original.text) :]
        if body != one.document.text:
            differing.append(one.document.path)
    assert differing == []


@pytest.mark.parametrize("format", Format)
def test_a_round_trip_changes_nothing(format: Format, example: Corpus) -> None:
    for one in all_of(example):
        what = export_units(example, one, stale_only=False)
        given = parse_exchange(write_exchange_file(what, format))
        assert given.texts == {unit.id: (unit.source, unit.target) for unit in what.units}
        result = merge(example, one, given)
        assert (result.output, result.changed, result.refused) == (None, (), ())


def test_the_readers_of_weblate_see_the_units(example: Corpus) -> None:
    what = export_units(example, paper(example), stale_only=False)
    expected = [(unit.source, unit.target) for unit in what.units]
    stores = {
        Format.XLIFF: xlifffile(BytesIO(write_exchange_file(what, Format.XLIFF))),
        Format.XLIFF2: Xliff2File(BytesIO(write_exchange_file(what, Format.XLIFF2))),
        Format.PO: pofile.parsestring(write_exchange_file(what, Format.PO)),
        Format.TMX: tmxfile(BytesIO(write_exchange_file(what, Format.TMX)), "en-GB", "ru-RU"),
    }
    for store in stores.values():
        found = [(str(unit.source), str(unit.target)) for unit in store.units if not unit.isheader()]
        assert found == expected


def test_xliff_is_of_the_version_that_it_names(example: Corpus) -> None:
    what = export_units(example, paper(example), stale_only=False)
    old, new = (etree.fromstring(write_exchange_file(what, format)) for format in (Format.XLIFF, Format.XLIFF2))
    assert (old.tag, old.get("version")) == ("{urn:oasis:names:tc:xliff:document:1.2}xliff", "1.2")
    assert (new.tag, new.get("version")) == ("{urn:oasis:names:tc:xliff:document:2.0}xliff", "2.1")
    inner = {"xliff": new.nsmap[None]}
    for unit in new.iterfind(".//xliff:unit", inner):
        assert [etree.QName(part).localname for part in unit] == ["notes", "segment"]
        assert set(unit.attrib) == {"id", "{http://www.w3.org/XML/1998/namespace}space"}
    assert {name for one in new.iterfind(".//xliff:segment", inner) for name in one.attrib} == {"state"}


def test_a_unit_tells_its_section_and_the_terms(example: Corpus) -> None:
    units = {unit.id: unit for unit in export_units(example, paper(example), stale_only=False).units}
    assert units["p1.1"].context == "General framework · paragraph"
    assert "priority area → приоритетная сфера" in units["p1.1"].hints


def test_a_changed_text_changes_its_words_alone(example: Corpus) -> None:
    one = paper(example)
    result = merge(example, one, returned(one, example, {"p2.1:list-1.5": "просвещение и образование."}))
    assert result.output is not None
    before, after = one.document.source.text.split("\n"), result.output.content.decode().split("\n")
    differing = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert [new for _, new in differing] == ["- просвещение и образование."]


def test_a_title_is_text_and_stays_yaml(example: Corpus) -> None:
    one = paper(example)
    result = merge(example, one, returned(one, example, {"title": "Концепция: 'охрана' # среды"}))
    assert result.output is not None
    assert result.output.content.decode().split("\n")[1] == "title: 'Концепция: ''охрана'' # среды'"


@pytest.mark.parametrize(
    ("id", "text", "reason"),
    [
        ("p1.3", "Срок действия — с 1 июля по 30 июня 2029 года.", "number"),
        ("p7.3", "Получатели не раскрывают ее без согласия.", "footnote"),
        ("p7.4", "Контакты устанавливаются через Секретариат.", "emphasis"),
        ("p3.1", "Воздух [и вода] не знают границ.", "bracket"),
        ("p4.2:quote-1", "- Сотрудничество следует начать.", "structure"),
        ("note-consent", "## Согласие", "structure"),
        ("p3.1", "<b>Воздух</b> и вода", "structure"),
        ("p2.1:list-1.1", "- обмен", "structure"),
        ("p8.1:table-1.1.1", "опыт | политика", "structure"),
        ("framework:heading", "Общие рамки {#other}", "structure"),
        ("p3.1", "Воздух\u202e и вода", "character"),
    ],
)
def test_what_would_be_lost_is_refused_with_its_segment(example: Corpus, id: str, text: str, reason: str) -> None:
    one = paper(example)
    result = merge(example, one, returned(one, example, {id: text, "p2.2": "Порядок направлений произволен."}))
    assert result.output is None
    assert [(found.id, found.reason) for found in result.refused] == [(id, reason)]


def test_a_text_without_translation_leaves_what_stands(example: Corpus) -> None:
    one = paper(example)
    result = merge(example, one, returned(one, example, {"p3.1": ""}))
    assert (result.output, result.empty) == (None, 1)


def test_another_source_than_the_original_is_refused(example: Corpus) -> None:
    one = paper(example)
    given = returned(one, example, {})
    texts = {**given.texts, "p3.1": ("Air knows borders.", "Воздух знает границы.")}
    result = merge(example, one, ExchangeFile(given.work, given.language, given.original, given.edition, texts))
    assert [(found.id, found.reason) for found in result.refused] == [("p3.1", "source")]


BOMB = b'<!DOCTYPE xliff [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'


@pytest.mark.parametrize(
    ("change", "failure"),
    [
        (lambda content: content.replace(b"<xliff", BOMB + b"<xliff", 1), "import-with-doctype"),
        (
            lambda content: content.replace(b"<xliff", b'<!DOCTYPE xliff SYSTEM "file:///x"><xliff', 1),
            "import-with-doct",
        ),
        (lambda content: content.replace(b"</xliff>", b""), "import-unreadable"),
        (lambda content: content.replace(b"original=", b"origin="), "import-of-others"),
        (lambda content: content.decode().encode("utf-16"), "import-unreadable"),
        (lambda content: content.replace(b'encoding="UTF-8"', b'encoding="UTF-7"'), "import-unreadable"),
        (lambda content: content.replace(b"<source>General", b"<source><x/>General"), "import-markup"),
        (lambda content: content.replace(b'id="p1.2"', b'id="p1.1"'), "import-twice"),
        (lambda content: content + b" " * 9_000_000, "import-too-large"),
        (lambda _: b"<svg/>", "import-unreadable"),
        (lambda _: b"\x00\xff", "import-unreadable"),
        (lambda _: b'msgid "a', "import-"),
        (lambda _: b"", "import-of-others"),
    ],
)
def test_a_hostile_file_is_refused_in_a_line(change: object, failure: str, example: Corpus) -> None:
    content = write_exchange_file(export_units(example, paper(example), stale_only=False), Format.XLIFF)
    assert callable(change)
    with pytest.raises(Failure, match=failure):
        parse_exchange(change(content))


def test_the_document_type_that_omegat_writes_is_no_obstacle(example: Corpus) -> None:
    content = write_exchange_file(export_units(example, paper(example), stale_only=False), Format.TMX)
    marked = content.replace(b"<tmx", b'<!DOCTYPE tmx SYSTEM "tmx11.dtd">\n<tmx', 1)
    assert parse_exchange(marked) == parse_exchange(content)


def test_the_memory_holds_each_pair_of_the_register_once(example: Corpus) -> None:
    content = write_memory_file(build_memory(all_of(example)), Language("en"))
    store = tmxfile(BytesIO(content), "en-GB", "kk-KZ")
    kazakh = paper(example, Language("kk")).segments["framework:heading"].text
    assert store.translate("General framework", "en-GB", "kk-KZ") == kazakh
    pairs = [tuple(seg.text for seg in unit.xmlelement.iter("seg")) for unit in store.units]
    assert len(pairs) == len(set(pairs)) > 300


def test_a_text_with_a_place_to_fill_is_not_said_to_be_translated(example: Corpus) -> None:
    path = f"{PAPER}/ru.md"
    text = example.snapshot.read(path).decode().replace("3.1 ", "3.1 [ЗАПОЛНИТЬ: кто] ", 1)
    files = OverlaySnapshot(example.snapshot, MemorySnapshot({path: text.encode()}))
    corpus = read_corpus(files, example.kinds, example.as_of)
    exported = export_units(corpus, translation_of(corpus, works(corpus)[PAPER], Language("ru")), stale_only=False)
    assert [(unit.id, unit.target, bool(unit.draft)) for unit in exported.units if unit.is_stale] == [
        ("p3.1", "", True)
    ]
    for format in Format:
        content = write_exchange_file(exported, format)
        assert "[ЗАПОЛНИТЬ: кто] Воздух" in content.decode()
        assert parse_exchange(content).texts["p3.1"][1] == ""
