"""`cica decision adopt` with the clauses of the adopted text, as they come from a word processor."""

import json
import shutil
from pathlib import Path

import pytest

from cica_docs.cli.run import run

pytestmark = pytest.mark.series(6)

CORPUS = Path(__file__).parents[1] / "corpus"
FOLDER = Path("registry/decision/cbm-modalities")
AS_OF = "2026-12-01"
FOUR = "at least two and at most four years"
FIVE = FOUR.replace("four", "five")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(CORPUS, tmp_path / "registry")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def _files() -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in Path("registry").rglob("*") if path.is_file()}


def _received(*changes: tuple[str, str], language: str = "en", with_front_matter: bool = False) -> None:
    """Write the adopted text as it comes: the clauses on record with changes."""
    text = (FOLDER / f"{language}.md").read_text(encoding="utf-8")
    text = text if with_front_matter else text.split("\n---\n", 1)[1]
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    Path("received").mkdir(exist_ok=True)
    Path(f"received/{language}.md").write_text(text, encoding="utf-8")


def _receive(*options: str, name: str = "en.md") -> int:
    return run(["decision", "adopt", f"received/{name}", "--as-of", AS_OF, *options])


def _clauses(capsys: pytest.CaptureFixture[str]) -> dict[tuple[str, str], dict[str, object]]:
    capsys.readouterr()
    assert _receive("--format", "json") == 0
    return {(each["former"], each["number"]): each for each in json.loads(capsys.readouterr().out)["clauses"]}


def test_clauses_in_other_words_are_shown_with_what_hangs_on_them(capsys: pytest.CaptureFixture[str]) -> None:
    _received((FOUR, FIVE))
    before = _files()
    ((pair, clause),) = _clauses(capsys).items()
    assert pair == ("1.10", "1.10")
    assert [part for part in clause["texts"]["en"]["words"] if "removed" in part] == [
        {"removed": "four", "added": "five"}
    ]
    assert clause["numbers"] == {
        "gone": [{"number": "4", "written": "four years"}],
        "come": [{"number": "5", "written": "five years"}],
    }
    assert clause["values_in_question"] == [
        {"provision": "1.10/tenure", "name": "tenure", "value": "tenure: years 2–4, from 2023-05-13"}
    ]
    assert "1.10/tenure" in clause["provisions"]
    assert "mandate/tenure-out-of-bounds" in clause["rules"]
    assert _files() == before


@pytest.mark.series(6)
@pytest.mark.parametrize(
    ("language", "old", "new", "value"),
    [
        ("en", "within three months of its appointment", "within three weeks of its appointment", "proposal"),
        ("en", "within three months of its appointment", "within 90 days of its appointment", "proposal"),
        ("en", "for more than six months, counted", "for more than 6 weeks, counted", "consideration"),
        ("ru", "не более четырех лет", "не более пяти лет", "tenure"),
        ("kk", "төрт жылдан", "бес жылдан", "tenure"),
    ],
)
def test_a_number_that_differs_names_the_value(
    language: str, old: str, new: str, value: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _received()
    _received((old, new), language=language)
    (clause,) = _clauses(capsys).values()
    assert [each["name"] for each in clause["values_in_question"]] == [value]


@pytest.mark.parametrize(
    ("old", "new"),
    [("within three months of", "within 3 months of"), ("The notice shall state", "That notice shall state")],
)
def test_words_that_leave_the_numbers_alone_question_no_value(
    old: str, new: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _received((old, new))
    (clause,) = _clauses(capsys).values()
    assert clause["values_in_question"] == []


def test_an_inserted_clause_renumbers_those_after_it(capsys: pytest.CaptureFixture[str]) -> None:
    _received(("\n1.12 Any", "\n1.13 Any"), ("\n1.11 Where", "\n1.11 A notice may be withdrawn.\n\n1.12 Where"))
    changes = _clauses(capsys)
    assert list(changes) == [("", "1.11"), ("1.11", "1.12"), ("1.12", "1.13")]
    assert changes["", "1.11"]["provisions"] == []
    assert "1.12/notice-to-all" in {row["provision"] for row in changes["1.12", "1.13"]["obligations"]}


def test_works_that_cite_a_clause_hang_on_it(capsys: pytest.CaptureFixture[str]) -> None:
    _received((FOUR, FIVE))
    paper = Path("registry/concept-paper/environment-2026/en.md")
    paper.write_text(f"{paper.read_text(encoding='utf-8')}\nClause 1.10 applies.\n", encoding="utf-8")
    (clause,) = _clauses(capsys).values()
    assert "concept-paper/environment-2026" in clause["works"]


def test_a_text_from_a_word_processor_is_the_same_text(capsys: pytest.CaptureFixture[str]) -> None:
    _received(("\n1.10 A", "\n**1.10.** A"), ("\n2.1 To", "\n2.1.\tTo"), (" {#functions}", ""))
    assert _clauses(capsys) == {}
    assert _receive("--on", "2026-10-20", "--apply") == 0
    before = (CORPUS / "decision/cbm-modalities/en.md").read_text(encoding="utf-8").split("\n---\n")[1]
    assert (FOLDER / "en.md").read_text(encoding="utf-8").split("\n---\n")[1] == before


def test_the_same_words_adopt_the_provisions_too(capsys: pytest.CaptureFixture[str]) -> None:
    _received()
    assert _receive("--on", "2026-10-20", "--apply") == 0
    assert "What remains to do" not in capsys.readouterr().out
    assert run(["check", "--as-of", AS_OF]) == 0
    assert "draft decision" not in capsys.readouterr().out


def test_other_words_leave_the_provisions_until_they_are_adopted(capsys: pytest.CaptureFixture[str]) -> None:
    _received((FOUR, FIVE))
    before = _files()
    assert _receive("--on", "2026-10-20", "--symbol", "SOC/2026-IV/INF/9", "--apply") == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "What remains to do - clause 1.10: compare its provisions" in said
    assert "translate what differs: registry/decision/cbm-modalities/ru.md" in said
    assert {path for path, content in _files().items() if before[path] != content} == {FOLDER / "en.md"}
    original = (FOLDER / "en.md").read_text(encoding="utf-8")
    assert FIVE in original
    assert "\nrestated:" not in original
    assert "\nnote:" not in original
    assert original.count("kind: adopted") == 1
    assert run(["decision", "adopt", str(FOLDER / "provisions.yaml"), "--on", "2026-10-20", "--apply"]) == 0
    assert (FOLDER / "en.md").read_text(encoding="utf-8") == original


def test_translations_beside_the_text_are_taken_too(capsys: pytest.CaptureFixture[str]) -> None:
    _received((FOUR, FIVE))
    _received(("не более четырех лет", "не более пяти лет"), language="ru")
    _received(("төрт жылдан", "бес жылдан"), language="kk")
    assert _receive("--on", "2026-10-20", "--apply") == 0
    assert "translate what differs" not in capsys.readouterr().out
    assert run(["check", "--as-of", AS_OF]) == 0


def test_an_error_is_named_in_the_file_that_came(capsys: pytest.CaptureFixture[str]) -> None:
    _received()
    _received(("1.4 Сокоординаторы должны", "1.4 Сокоординаторы могут"), language="ru")
    before = _files()
    assert _receive("--on", "2026-10-20", "--apply") == 2
    lines = Path("received/ru.md").read_text(encoding="utf-8").split("\n")
    line = next(number for number, text in enumerate(lines, 1) if text.startswith("1.4 "))
    assert f"received/ru.md would have an error at {line}:" in capsys.readouterr().err
    assert _files() == before


def test_front_matter_that_comes_along_is_kept() -> None:
    _received((FOUR, FIVE), ("title: Modalities", "title: General Modalities"), with_front_matter=True)
    assert _receive("--on", "2026-10-20", "--apply") == 0
    text = (FOLDER / "en.md").read_text(encoding="utf-8")
    assert "\ntitle: General Modalities" in text
    assert "\nrestated: true" in text


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("en.md", "No clause.\n", "has no numbered clause"),
        ("en.md", "1.1 One.\n\n1.1 Two.\n", "received/en.md:3: a second clause has the number 1.1"),
        ("en.md", "---\ntitle: T\n1.1 One.\n", "has no end"),
        ("en.md", "1.1 One\x00.\n", "received/en.md:1:8"),
        ("text.docx", "PK", "save it as Markdown first"),
    ],
    ids=["unnumbered", "twice", "unclosed", "control", "word"],
)
def test_what_is_no_text_of_clauses_is_refused(
    name: str, text: str, problem: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = _files()
    Path("received").mkdir()
    Path("received", name).write_text(text, encoding="utf-8")
    assert _receive("--on", "2026-10-20", "--apply", name=name) == 2
    assert problem in capsys.readouterr().err
    assert _files() == before


def test_an_act_on_record_is_not_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    _received(("    channel: swg\n", ""), with_front_matter=True)
    assert _receive("--on", "2026-10-20", "--apply") == 2
    assert "lacks the act “considered” of 2023-05-16" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "the value tenure of 1.10/tenure may have to change"),
        ("ru", "возможно, следует изменить значение tenure положения 1.10/tenure"),
        ("kk", "1.10/tenure ережесіндегі tenure мәнін өзгерту қажет болуы мүмкін"),
    ],
)
def test_lines_fit_eighty_columns_in_three_languages(lang: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    _received((FOUR, FIVE))
    assert _receive("--lang", lang) == 0
    shown = capsys.readouterr().out
    assert said in " ".join(shown.split())
    compared = shown.rpartition("\n\n")[0]
    assert max(map(len, compared.split("\n"))) <= 80
