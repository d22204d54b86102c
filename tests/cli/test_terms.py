"""`cica terms`: searched in any language, exported to what translators use."""

import csv
import io
from pathlib import Path

import pytest
from lxml import etree
from translate.storage.tbx import tbxfile

from cica_docs.cli.run import run

REGISTRY = Path(__file__).parents[2] / "registry"


@pytest.fixture(autouse=True)
def _locale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def _said(capsys: pytest.CaptureFixture[str], *arguments: str, register: Path = REGISTRY) -> str:
    assert run(["terms", *arguments, "--register", str(register)]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("query", ["комитет лиц", "Senior Officials", "лауазымды", "высших", "soc"])
def test_a_term_is_found_by_any_of_its_forms(query: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Комитет старших должностных лиц" in _said(capsys, query)


def test_a_few_are_told_with_what_is_not_to_be_written(capsys: pytest.CaptureFixture[str]) -> None:
    said = _said(capsys, "высших", "--lang", "ru")
    assert "не употреблять (ru): Комитет высших должностных лиц" in said
    assert said.endswith("1 запись\n")


def test_an_alias_is_told_with_its_time(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Ministerial Meeting (en, … – 2022-10-12)" in _said(capsys, "ministerial-council")


def test_all_are_listed_and_nothing_is_said_of_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert "\ncoordinator\n" in _said(capsys)
    assert _said(capsys, "no such term") == "nothing of this kind is on record\n"


def test_csv_has_a_row_for_each(capsys: pytest.CaptureFixture[str]) -> None:
    rows = list(csv.DictReader(io.StringIO(_said(capsys, "--format", "csv"))))
    soc = next(row for row in rows if row["id"] == "soc")
    assert soc["kk"] == "Аға лауазымды тұлғалар комитеті"
    assert soc["forbidden_en"] == "Committee of Senior Officials | High-Level Committee"


def test_tbx_is_read_by_translators_libraries(capsys: pytest.CaptureFixture[str]) -> None:
    content = _said(capsys, "--format", "tbx").encode()
    entries = etree.fromstring(content).findall("text/body/termEntry")
    soc = next(entry for entry in entries if entry.get("id") == "soc")
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    assert [element.get(language) for element in soc.findall("langSet")] == ["en", "ru", "kk"]
    standing = [
        element.findtext("termNote")
        for element in soc.findall("langSet/tig")
        if element.findtext("term") == "High-Level Committee"
    ]
    assert standing == ["deprecatedTerm-admn-sts"]
    units = tbxfile.parsestring(content).units
    assert {unit.source: unit.target for unit in units}[
        "Senior Officials Committee"
    ] == "Комитет старших должностных лиц"
    assert len(units) == len(entries)


def test_what_a_term_holds_cannot_break_out_of_the_xml(papers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entry = '{id: term, en: "<term> & \\"measure\\" ]]>", ru: =1, kk: шара, attested: {en: [], ru: [], kk: []}}'
    (papers / "reference/terms.yaml").write_text(f"terms:\n  - {entry}\n", encoding="utf-8")
    content = _said(capsys, "<term>", "--format", "tbx", register=papers).encode()
    assert etree.fromstring(content).findtext("text/body/termEntry/langSet/tig/term") == '<term> & "measure" ]]>'
    assert ",'=1," in _said(capsys, "--format", "csv", register=papers)
