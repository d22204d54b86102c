"""A text under negotiation as it is printed: each view says on every page what it is, and nothing is settled by it."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from cica_docs.cli.run import run
from proposal import PAPER, change, commit
from word import faults_of

WORK = PAPER.removeprefix("registry/")
BRACKETS = (
    "1.2 The Concept Paper [is recommendatory / XB: is binding] [XC: and *short* “to read [XA: aloud]” [XA: as well]] "
    "[XB: delete: in all] [agreed language: on costs]."
)
COMMENTS = """\
comments:
  - paragraph: p1.2
    from: XB
    received: 2026-04-20
    language: ru
    kind: replacement
    words: рекомендательный
    text: обязательный
    reason: Так яснее.
    answer: {on: 2026-04-28, by: XA, outcome: not-accepted, says: {en: "It is voluntary.", kk: "Бұл ерікті."}}
  - {paragraph: document, from: XC, received: 2026-04-21, language: en, kind: remark, reason: Welcome.}
"""


@pytest.fixture
def repository(repository: Path) -> Path:
    change(repository / PAPER / "en.md", "1.2 The Concept Paper is recommendatory.", BRACKETS)
    (repository / PAPER / "comments.yaml").write_text(COMMENTS, encoding="utf-8")
    commit(repository)
    return repository


def test_a_text_is_printed_as_somebody_reads_it(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for view, said in (
        ("rolling", f"ROLLING TEXT {BRACKETS}".replace("*", "")),
        ("Бельмара", "POSITION: Belmara 1.2 The Concept Paper is binding [agreed language: on costs]."),
        (
            "if-agreed",
            (
                "IF AGREED 1.2 The Concept Paper is binding and short “to read [XA: aloud]” as well "
                "[agreed language: on costs]."
            ),
        ),
    ):
        assert run(["render", WORK, "--as", view, "--to", "txt", "--languages", "en", "-o", "out"]) == 0
        name = {"Бельмара": "xb"}.get(view, view)
        text = " ".join((repository / f"out/{WORK}/en-{name}.txt").read_text(encoding="utf-8").split())
        mark, _, paragraph = said.partition(" 1.2 ")
        assert mark in text
        assert f"1.2 {paragraph}" in text
        (entry,) = json.loads((repository / f"out/manifest-{name}.json").read_bytes())["outputs"]
        assert entry["as"].lower() == name
    capsys.readouterr()
    assert run(["render", WORK, "--as", "clean", "--to", "txt", "-o", "out"]) == 3
    assert "5 places are in square brackets (en.md:29, en.md:29, " in capsys.readouterr().err
    assert not list((repository / "out").rglob("*-clean*"))
    assert run(["render", WORK, "--as", "Nowhere", "-o", "out"]) == 2


@pytest.mark.series(6)
def test_what_cannot_be_read_is_refused_and_not_cut(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(repository / PAPER / "ru.md", "## Обоснование", "<b>x</b>\n\n## Обоснование")
    assert run(["render", WORK, "--as", "rolling", "--to", "txt", "-o", "out"]) == 3
    assert "ru.md:26: not printed" in capsys.readouterr().err
    assert sorted(path.name for path in (repository / f"out/{WORK}").iterdir()) == [
        "en-rolling.txt",
        "kk-rolling.txt",
        "parallel-rolling.txt",
    ]
    (repository / PAPER / "en.md").write_text("no front matter", encoding="utf-8")
    assert run(["render", WORK, "--as", "XB", "--to", "txt", "-o", "out"]) == 3


@pytest.mark.series(6)
def test_what_is_open_stands_out_in_every_format(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["render", WORK, "--as", "rolling", "--to", "docx,html", "--languages", "en", "-o", "out"]) == 0
    assert faults_of((repository / f"out/{WORK}/en-rolling.docx").read_bytes()) == []
    with ZipFile(repository / f"out/{WORK}/en-rolling.docx") as archive:
        document = archive.read("word/document.xml").decode()
    assert document.count('<w:rStyle w:val="Proposed"') >= 4
    assert '<w:lnNumType w:countBy="1" w:restart="newPage"' in document
    text = (repository / PAPER / "en.md").read_bytes()
    capsys.readouterr()
    assert run(["import", f"out/{WORK}/en-rolling.docx"]) == 0
    out = capsys.readouterr().out
    assert "nothing was changed" in out
    assert "a title or fact" not in out
    assert (repository / PAPER / "en.md").read_bytes() == text
    page = (repository / f"out/{WORK}/index-rolling.html").read_text(encoding="utf-8")
    assert '<span class="proposed">[is recommendatory / XB: is binding]</span>' in page


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            (
                "Belmara · Replacement",
                "рекомендательный → обязательный",
                "not accepted",
                "Comments: 2; not answered: 1",
            ),
        ),
        ("ru", ("Бельмара · Замена", "Обоснование: Так яснее.", "не принято", "Замечаний: 2; без ответа: 1")),
        ("kk", ("Бельмара · Ауыстыру", "Жауап: Бұл ерікті.", "қабылданбады", "Ескертулер: 2; жауап берілмегені: 1")),
    ],
)
@pytest.mark.usefixtures("repository")
def test_comments_are_shown_place_by_place(
    language: str, said: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["comments", WORK, "--lang", language]) == 0
    out = capsys.readouterr().out
    assert all(words in out for words in said)


@pytest.mark.series(6)
def test_the_tables_are_printed(repository: Path) -> None:
    assert run(["comments", "--to", "txt,xlsx", "-o", "out"]) == 0
    table = (repository / f"out/comments/{WORK}/kk.txt").read_text(encoding="utf-8")
    assert "САЛЫСТЫРМАЛЫ КЕСТЕ" in table
    assert "обязательный" in table
    with ZipFile(repository / f"out/comments/{WORK}.xlsx") as archive:
        assert "обязательный" in archive.read("xl/worksheets/sheet1.xml").decode()
    assert run(["brackets", "--to", "txt,xlsx", "-o", "out"]) == 0
    ledger = " ".join((repository / f"out/brackets/{WORK}/en.txt").read_text(encoding="utf-8").split())
    assert "draft: is recommendatory" in ledger
    assert "Belmara: delete: in all" in ledger
    assert "Corvane: and short “to read [XA: aloud]” [XA: as well]" in ledger


@pytest.mark.series(6)
@pytest.mark.usefixtures("repository")
def test_what_is_open_is_named_where_it_is_decided(capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", "--base", "main", "--format", "summary", "--lang", "ru"])
    assert "В квадратных скобках, не согласовано: 5 предложений" in capsys.readouterr().out
    assert run(["status"]) == 0
    assert f"Not agreed: 5 proposals ({WORK}) · cica brackets" in capsys.readouterr().out
