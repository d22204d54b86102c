"""`cica impact --text` and `--base`: what another text of the decision changes."""

import json
import shutil
from pathlib import Path

import pytest

from cica_docs.cli.run import run
from proposal import git

pytestmark = pytest.mark.series(6)

CORPUS = Path(__file__).parents[1] / "corpus"
FOLDER = Path("registry/decision/cbm-modalities")
RULE = "concept-paper/considered-out-of-time"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(CORPUS, tmp_path / "registry")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def _replace(path: Path, *changes: tuple[str, str], to: Path | None = None) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    (to or path).write_text(text, encoding="utf-8")


def _impact(capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, object]:
    capsys.readouterr()
    assert run(["impact", *options, "--as-of", "2026-12-01", "--format", "json"]) == 0
    answer: dict[str, object] = json.loads(capsys.readouterr().out)
    return answer


@pytest.fixture
def _committed() -> None:
    git(Path(), "init", "-q", "-b", "main")
    git(Path(), "add", ".")
    git(Path(), "commit", "-q", "-m", "as proposed")


def test_other_clauses_are_compared_and_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    _replace(FOLDER / "en.md", ("at most four years", "at most five years"), to=Path("proposed.md"))
    before = {path: path.read_bytes() for path in Path("registry").rglob("*") if path.is_file()}
    (clause,) = _impact(capsys, "--text", "proposed.md")["clauses"]
    assert [value["provision"] for value in clause["values_in_question"]] == ["1.10/tenure"]
    assert {path: path.read_bytes() for path in Path("registry").rglob("*") if path.is_file()} == before


def test_other_provisions_change_rules_and_deadlines(capsys: pytest.CaptureFixture[str]) -> None:
    value = "proposal: [{from: 2023-05-13, months: 3}]"
    amended = value, value.replace("months: 3", "months: 1")
    changes = amended, (f"      - {RULE}\n", ""), ("force: should", "force: shall")
    _replace(FOLDER / "provisions.yaml", *changes, to=Path("proposed.yaml"))
    changed = {(each["category"], each["subject"]) for each in _impact(capsys, "--text", "proposed.yaml")["changes"]}
    assert {("rule", RULE), ("obligation", "2.7/new-coordinator"), ("provision", "preamble/good-faith")} <= changed


@pytest.mark.usefixtures("_committed")
def test_a_base_is_the_former_text_of_the_decision_alone(capsys: pytest.CaptureFixture[str]) -> None:
    value = "proposal: [{from: 2023-05-13, months: 3}]"
    _replace(FOLDER / "provisions.yaml", (value, value.replace("months: 3", "months: 1")))
    _replace(FOLDER / "en.md", ("within three months", "within one month"))
    shutil.rmtree("registry/recommendation")
    answer = _impact(capsys, "--base", "HEAD")
    assert [clause["number"] for clause in answer["clauses"]] == ["2.7"]
    owed = [each for each in answer["changes"] if each["category"] == "obligation"]
    assert [(each["sign"], each["subject"]) for each in owed] == [("changes", "2.7/new-coordinator")]
    assert "due 2026-05-18" in owed[0]["before"]
    assert "due 2026-03-18" in owed[0]["after"]


@pytest.mark.usefixtures("_committed")
@pytest.mark.parametrize("lang", ["en", "ru", "kk"])
def test_the_same_text_changes_nothing(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    for options in (["--base", "HEAD"], ["--text", str(FOLDER / "en.md")]):
        answer = _impact(capsys, *options, "--lang", lang)
        assert (answer["clauses"], answer["changes"]) == ([], [])


def test_the_report_is_a_page_to_attach(capsys: pytest.CaptureFixture[str]) -> None:
    _replace(FOLDER / "en.md", ("at most four years", "at most *five* years"), to=Path("proposed.md"))
    assert run(["impact", "--text", "proposed.md", "--as-of", "2026-12-01", "--format", "md"]) == 0
    page = capsys.readouterr().out
    assert "\n## changes: 1.10\n" in page
    assert "~~four~~ **&#42;five&#42;** years" in page


@pytest.mark.parametrize(
    "options", [[], ["--values", "a", "--text", "b"], ["--text", "a", "--base", "HEAD"]], ids=["none", "two", "both"]
)
def test_one_of_three_is_named(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["impact", *options]) == 2
    assert "--base REV" in capsys.readouterr().err


def test_a_base_needs_a_repository(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["impact", "--base", "HEAD"]) == 2
    assert "repository" in capsys.readouterr().err
