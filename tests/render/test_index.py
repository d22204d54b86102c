"""The list of what was printed, and the record of it."""

import json
from collections.abc import Sequence
from hashlib import sha256

from lxml import etree
from lxml import html as markup

from cica_docs.render.html.index import IndexRow, write_index
from cica_docs.render.manifest import Making, Source, format_manifest
from cica_docs.values.output import Output

from .sample_edition import AUTHORS, EN, KK, MARKS, RU, TITLES, templates

KINDS = {EN: "Concept papers", RU: "Концепции", KK: "Тұжырымдамалар"}
OUTPUTS = (
    Output("concept-paper/tourism/parallel.pdf", b"4", "concept-paper/tourism", "parallel", "pdf", 5),
    Output("concept-paper/tourism/ru.docx", b"3", "concept-paper/tourism", "ru", "docx"),
    Output("concept-paper/tourism/en.txt", b"5", "concept-paper/tourism", "en", "txt"),
    Output("concept-paper/tourism/en.pdf", b"2", "concept-paper/tourism", "en", "pdf", 3),
    Output("concept-paper/tourism/index.html", b"1", "concept-paper/tourism", "", "html"),
)
ROW = IndexRow(
    "concept-paper/tourism", KINDS, TITLES, OUTPUTS, "SOC/2026-I/TJ/1", {EN: "Draft", RU: "Проект", KK: "Жоба"}, MARKS
)


def read(rows: Sequence[IndexRow]) -> etree._Element:
    """The list, read back."""
    return markup.document_fromstring(write_index(rows, AUTHORS, templates).decode())


def test_the_list_leads_to_every_file_with_all_languages_first() -> None:
    links = read([ROW]).xpath("//main//a/@href")
    assert links == [
        "./concept-paper/tourism/index.html",
        "./concept-paper/tourism/en.pdf",
        "./concept-paper/tourism/en.txt",
        "./concept-paper/tourism/ru.docx",
        "./concept-paper/tourism/parallel.pdf",
    ]


def test_the_list_speaks_three_languages() -> None:
    page = read([ROW])
    for language in (EN, RU, KK):
        said = " ".join(page.xpath(f"//main//*[@lang='{language}']/text()"))
        for word in (KINDS[language], TITLES[language], " · ".join(MARKS[language])):
            assert word in said


def test_kinds_stand_once_each() -> None:
    other = IndexRow("mandate/x", {EN: "Mandates", RU: "Мандаты", KK: "Мандаттар"}, TITLES, ())
    page = read([ROW, ROW, other])
    assert len(page.xpath("//h2")) == 2
    assert len(page.xpath("//h3")) == 3
    assert len(page.xpath("//h1")) == 1


def test_hostile_rows_stay_text_and_lead_nowhere_else() -> None:
    text = '"><script>alert(1)</script>{{ 7 * 7 }}\x00'
    hostile = IndexRow(
        text,
        dict.fromkeys(KINDS, text),
        dict.fromkeys(KINDS, text),
        (Output("javascript:alert(1)", b""), Output("../../x", b""), Output("//x.org", b"")),
        text,
    )
    page = read([hostile])
    assert not page.xpath("//script")
    assert sorted(page.xpath("//main//a/@href")) == ["./javascript:alert(1)", "./x", "./x.org"]
    assert r"{{ 7 * 7 }}\x00" in "".join(page.itertext())


def test_a_missing_language_shows_another() -> None:
    assert read([IndexRow("a", KINDS, {EN: "Only English"}, ())]).xpath("//h3/span/text()") == ["Only English"] * 3


def test_the_list_is_twice_the_same() -> None:
    assert write_index([ROW], AUTHORS, templates) == write_index([ROW], AUTHORS, templates)


def test_the_record_names_every_file_and_its_sources() -> None:
    sources = {
        "concept-paper/tourism/ru.docx": [Source("registry/b/ru.md", "b" * 40), Source("registry/a/en.md", "a" * 40)]
    }
    making = Making("c" * 40, "2026-12-01", "0.1", "3.9", "0.15.2")
    written = format_manifest(OUTPUTS, sources, making)
    record = json.loads(written)
    assert [each["path"] for each in record["outputs"]] == sorted(output.path for output in OUTPUTS)
    docx = next(each for each in record["outputs"] if each["format"] == "docx")
    assert docx["sha256"] == sha256(b"3").hexdigest()
    assert docx["bytes"] == 1
    assert docx["pages"] is None
    assert [each["path"] for each in docx["sources"]] == ["registry/a/en.md", "registry/b/ru.md"]
    assert record["made_by"] == {
        "commit": "c" * 40,
        "as_of": "2026-12-01",
        "tool": "0.1",
        "pandoc": "3.9",
        "typst": "0.15.2",
    }
    assert written == format_manifest(reversed(OUTPUTS), sources, making)
