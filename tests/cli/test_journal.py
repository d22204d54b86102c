"""`cica journal`: our notes by number, those of States by day, drafts marked."""

import csv
import io
import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from canary import CORPUS, DAY
from cica_docs.cli.run import run

OURS = CORPUS / "note-verbale" / "swg-1001" / "en.md"
OF_A_STATE = """---
title: A Note of Corvane
example: true
number: "03-1/245"
date: 2026-01-19
from: XC
to: member-states
events:
  - {on: 2026-01-19, kind: sent, by: XC, to: all}
---

The Ministry of Foreign Affairs presents its compliments and transmits what is enclosed.
"""


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "registry"
    shutil.copytree(CORPUS, folder)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    for name, text in {
        "xc-245": OF_A_STATE,
        "swg-999": OURS.read_text(encoding="utf-8").replace("SWG/1001", "SWG/999"),
        "swg-1002": OURS.read_text(encoding="utf-8").replace("SWG/1001", "SWG/1002").split("events:")[0]
        + "---\n\nThe Secretariat presents its compliments.\n",
    }.items():
        (folder / "note-verbale" / name).mkdir()
        (folder / "note-verbale" / name / "en.md").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.usefixtures("register")
def test_notes_are_in_the_order_of_their_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["journal", "--year", "2026", "--as-of", DAY, "--format", "csv"]) == 0
    notes = csv.DictReader(io.StringIO(capsys.readouterr().out))
    rows = [row for row in notes if row["work"].startswith("note-verbale/")]
    assert [row["number"] for row in rows] == ["SWG/999", "SWG/1001", "SWG/1002", "03-1/245"]
    assert [row["direction"] for row in rows] == ["outgoing"] * 3 + ["incoming"]
    assert [bool(row["sent"]) for row in rows] == [True, True, False, True]


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize(("language", "marked"), [("en", "(draft)"), ("ru", "(проект)"), ("kk", "(жоба)")])
def test_a_draft_is_marked(capsys: pytest.CaptureFixture[str], language: str, marked: str) -> None:
    assert run(["journal", "--as-of", DAY, "--lang", language]) == 0
    marks = [line for line in capsys.readouterr().out.splitlines() if marked in line]
    assert len(marks) == 1
    assert marks[0].startswith("SWG/1002")


@pytest.mark.usefixtures("register")
def test_a_year_without_notes_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["journal", "--year", "1999"]) == 0
    assert capsys.readouterr().out == "There are no notes.\n"


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize(("language", "direction"), [("en", "outgoing"), ("ru", "исходящая"), ("kk", "шығыс")])
def test_a_workbook_holds_texts_alone(capfdbinary: pytest.CaptureFixture[bytes], language: str, direction: str) -> None:
    assert run(["journal", "--as-of", DAY, "--format", "xlsx", "--lang", language]) == 0
    with ZipFile(io.BytesIO(capfdbinary.readouterr().out)) as book:
        sheet = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
        assert "xl/styles.xml" in book.namelist()
    cells = sheet.findall(".//{*}c")
    assert {cell.get("t") for cell in cells} == {"inlineStr"}
    assert sheet.findall(".//{*}f") == []
    texts = ["".join(cell.itertext()) for cell in cells]
    assert {direction, "SWG/1001", "03-1/245"} <= set(texts)


@pytest.mark.usefixtures("register")
def test_notices_of_states_came_in(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["journal", "--as-of", DAY, "--format", "csv"]) == 0
    rows = {row["work"]: row for row in csv.DictReader(io.StringIO(capsys.readouterr().out))}
    notice = rows["notice/environment-xa-2026"]
    assert (notice["direction"], notice["from"], notice["date"]) == ("incoming", "XA", "2026-01-12")
