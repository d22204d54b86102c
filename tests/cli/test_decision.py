"""`cica decision adopt`: what an adopted text changes, and putting it in place of the proposal."""

import json
import shutil
from pathlib import Path

import pytest

from cica_docs.cli import decision
from cica_docs.cli.run import run
from cica_docs.values.failure import Failure

pytestmark = pytest.mark.series(6)

CORPUS = Path(__file__).parents[1] / "corpus"
FOLDER = Path("registry/decision/cbm-modalities")
AS_OF = "2026-12-01"
RULE = "concept-paper/considered-out-of-time"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(CORPUS, tmp_path / "registry")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def _adopted(*changes: tuple[str, str]) -> None:
    """Write the adopted text: that on record with changes."""
    text = (FOLDER / "provisions.yaml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    Path("adopted.yaml").write_text(text, encoding="utf-8")


def _adopt(*options: str) -> int:
    return run(["decision", "adopt", "adopted.yaml", "--as-of", AS_OF, *options])


def _files() -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in Path("registry").rglob("*") if path.is_file()}


def test_the_same_text_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    _adopted()
    assert _adopt() == 0
    assert "\nNothing differs.\n" in capsys.readouterr().out


def test_each_part_of_a_provision_that_differs_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    _adopted(
        ("years: [2, 4]", "years: [2, 5]"),
        ("force: should", "force: shall"),
        ("en: CBMs are implemented step by step.", "en: CBMs are implemented gradually."),
        ("proposal: [{from: 2023-05-13, months: 3}]", "proposal: [{from: 2023-05-13, months: 1}]"),
        ("id: preamble/any-form", "id: preamble/every-form"),
        (f"      - {RULE}\n", ""),
    )
    before = _files()
    assert _adopt("--format", "json") == 0
    answer = json.loads(capsys.readouterr().out)
    clauses = [
        (change["sign"], change["subject"], change["where"])
        for change in answer["changes"]
        if change["category"] == "provision"
    ]
    assert clauses == [
        ("changes", "preamble/gradual", "words (en)"),
        ("vanishes", "preamble/any-form", ""),
        ("changes", "preamble/good-faith", "force"),
        ("changes", "1.10/tenure", "value"),
        ("changes", "2.7/new-coordinator", "value"),
        ("appears", "preamble/every-form", ""),
    ]
    by_category = {change["category"]: change for change in answer["changes"] if change["category"] != "provision"}
    assert (by_category["rule"]["sign"], by_category["rule"]["subject"]) == ("vanishes", RULE)
    assert "due 2026-05-18" in by_category["obligation"]["before"]
    assert "due 2026-03-18" in by_category["obligation"]["after"]
    assert answer["files"] == ["registry/mandate/environment-xa/en.md"]
    assert _files() == before


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "value"), ("ru", "значение"), ("kk", "мәні")], ids=["en", "ru", "kk"]
)
def test_it_is_said_in_three_languages(lang: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    _adopted(("years: [2, 4]", "years: [2, 5]"))
    assert _adopt("--lang", lang) == 0
    assert f"\n  ~ 1.10/tenure  {words}\n" in capsys.readouterr().out


def test_the_text_takes_the_place_of_the_proposal(capsys: pytest.CaptureFixture[str]) -> None:
    _adopted(("years: [2, 4]", "years: [2, 5]"))
    before = _files()
    assert _adopt("--on", "2026-10-20", "--symbol", "SOC/2026-IV/INF/9", "--apply") == 0
    assert "Written: registry/decision/cbm-modalities/provisions.yaml" in capsys.readouterr().out
    changed = {path for path, content in _files().items() if before[path] != content}
    assert changed == {FOLDER / "provisions.yaml", FOLDER / "en.md"}
    provisions = (FOLDER / "provisions.yaml").read_text(encoding="utf-8")
    assert provisions == Path("adopted.yaml").read_text(encoding="utf-8")
    original = (FOLDER / "en.md").read_text(encoding="utf-8")
    assert "\nsymbol: SOC/2026-IV/INF/9\nevents:\n" in original
    assert "\n  - {on: 2026-10-20, kind: adopted, by: ministerial-council}\n---\n" in original
    assert run(["check", "--as-of", AS_OF]) == 0
    assert "draft decision" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (("force: should", "force: ought"), "provisions.yaml would have an error at "),
        (("years: [2, 4]", "years: two"), "provisions.yaml would have an error at "),
    ],
)
def test_a_text_with_errors_is_not_written(
    change: tuple[str, str], problem: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _adopted(change)
    before = _files()
    assert _adopt("--on", "2026-10-20", "--apply") == 2
    assert problem in capsys.readouterr().err
    assert _files() == before


@pytest.mark.parametrize(
    ("text", "problem"),
    [("provisions: none\n", "has no list of provisions"), ("provisions: [\n", "adopted.yaml:2:1")],
    ids=["no-list", "no-yaml"],
)
def test_what_is_no_list_of_provisions_is_refused(text: str, problem: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("adopted.yaml").write_text(text, encoding="utf-8")
    assert _adopt() == 2
    assert problem in capsys.readouterr().err


def test_it_is_not_written_without_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    _adopted()
    assert _adopt("--apply") == 2
    assert "--on" in capsys.readouterr().err


def test_all_files_are_written_or_none(monkeypatch: pytest.MonkeyPatch) -> None:
    _adopted(("years: [2, 4]", "years: [2, 5]"))
    before = _files()
    write = decision.write_file

    def refuse_texts(path: Path, content: bytes) -> None:
        if path.suffix == ".md":
            raise Failure("not-writable", status=3, path=str(path), reason="full")
        write(path, content)

    monkeypatch.setattr(decision, "write_file", refuse_texts)
    assert _adopt("--on", "2026-10-20", "--apply") == 3
    assert _files() == before
