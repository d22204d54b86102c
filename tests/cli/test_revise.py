"""`cica revise`: what changes a final text is a document of its own, in all languages, that the check lets pass."""

import io
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from canary import CORPUS, DAY
from cica_docs.cli.run import run
from cica_docs.documents.yaml.positioned import parse_yaml

pytestmark = pytest.mark.series(6)

PAPER = "concept-paper/environment-2026"
SYMBOL = "SOC/2026-II/INF/3"
LANGUAGES = ("en", "ru", "kk")
PERIOD = ["--from", "2029-07-01", "--until", "2032-06-30"]
FORMS = {
    "revision": ("environment-2026-rev-1", f"{SYMBOL}/Rev.1"),
    "corrigendum": ("environment-2026-corr-1", f"{SYMBOL}/Corr.1"),
    "addendum": ("environment-2026-add-1", f"{SYMBOL}/Add.1"),
    "successor": ("environment-2029", None),
}


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "work" / "registry"
    shutil.copytree(CORPUS, folder)
    monkeypatch.chdir(folder.parent)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return folder


def _front(path: Path) -> dict[str, object]:
    front = parse_yaml(path.read_text(encoding="utf-8").split("\n---\n")[0].removeprefix("---\n")).value
    assert isinstance(front, dict)
    return front


def _body(path: Path) -> str:
    return path.read_text(encoding="utf-8").partition("\n---\n")[2]


def _revise(*arguments: str) -> int:
    return run(["revise", *arguments, "--as-of", DAY])


@pytest.mark.parametrize("form", FORMS)
def test_a_document_of_its_own_is_begun(register: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    before = {path: path.read_bytes() for path in register.rglob("*") if path.is_file()}
    assert _revise(PAPER, "--as", form, *(PERIOD if form == "successor" else ())) == 0
    id, symbol = FORMS[form]
    folder = register / "concept-paper" / id
    assert {path.name for path in folder.iterdir()} == {"en.md", "ru.md", "kk.md"}
    front = _front(folder / "en.md")
    assert front.get("symbol") == symbol
    assert front["revises"] == {"work": PAPER, "as": form}
    assert front["events"] == []
    assert "consulted" not in front, "who was consulted on the former was not consulted on this one"
    for language in LANGUAGES:
        is_carried = _body(folder / f"{language}.md") == _body(register / PAPER / f"{language}.md")
        assert is_carried is (form != "addendum")
    assert {path: path.read_bytes() for path in before} == before
    capsys.readouterr()
    assert run(["check", "--as-of", DAY]) == 0
    findings = [line for line in capsys.readouterr().out.splitlines() if line.startswith("registry/")]
    expected = {"placeholder-left", "co-coordinator-not-consulted", "day-contradicts"}
    assert {rule for line in findings for rule in expected if f"/{rule}]" in line} <= expected
    assert all("notice[" in line and any(rule in line for rule in expected) for line in findings), findings


def test_translations_render_the_new_original(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert register.exists()
    assert _revise(PAPER, "--as", "corrigendum") == 0
    capsys.readouterr()
    assert run(["translate", "status", "concept-paper/environment-2026-corr-1"]) == 0, capsys.readouterr().out


def test_a_successor_has_its_own_period(register: Path) -> None:
    assert _revise(PAPER, "--as", "successor", *PERIOD) == 0
    front = _front(register / "concept-paper/environment-2029/en.md")
    assert front["applicability"] == {"from": "2029-07-01", "to": "2032-06-30"}


def test_symbols_are_never_given_again(register: Path) -> None:
    def git(*arguments: str) -> None:
        who = {f"GIT_{role}_{field}": "a@b" for role in ("AUTHOR", "COMMITTER") for field in ("NAME", "EMAIL")}
        subprocess.run(["git", "-C", str(register), *arguments], check=True, env={**os.environ, **who})

    git("init", "-q", "..")
    assert _revise(PAPER, "--as", "corrigendum") == 0
    git("add", ".")
    git("commit", "-qm", "one")
    shutil.rmtree(register / "concept-paper/environment-2026-corr-1")
    git("commit", "-qam", "two")
    assert _revise(PAPER, "--as", "corrigendum") == 0
    assert _front(register / "concept-paper/environment-2026-corr-2/en.md")["symbol"] == f"{SYMBOL}/Corr.2"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([PAPER], "say with --as what changes it: revision, corrigendum, addendum, successor"),
        (["action-plan/environment-2026"], "cica record action-plan/environment-2026 revised"),
        (["catalogue-proposal/soil-protection", "--as", "revision"], "is not final"),
        (["decision/cbm-modalities", "--as", "revision"], "changed by an act on its own record: amended"),
        (["note-verbale/swg-1001", "--as", "corrigendum"], "has no symbol, to which /Corr."),
        ([PAPER, "--as", "successor"], "give --from, --until too"),
        ([PAPER, "--as", "revision", *PERIOD], "the successor of a document with a period"),
        ([PAPER, "--as", "successor", "--from", "2029-07-01", "--until", "2029-06-30"], "before the first day"),
        ([PAPER, "--as", "corrigendum", "--id", "environment-2026"], "already exists"),
        (["information-item/air-observation-2026", "--as", "successor"], "cannot be read whole"),
    ],
)
def test_what_is_not_lawful_is_told(
    register: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    before = sorted(register.rglob("*"))
    assert _revise(*arguments) == 2
    assert told in capsys.readouterr().err
    assert sorted(register.rglob("*")) == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_draft_at_a_time(register: Path, capsys: pytest.CaptureFixture[str], language: str) -> None:
    assert register.exists()
    assert _revise(PAPER, "--as", "corrigendum", "--lang", language) == 0
    assert f"{SYMBOL}/Corr.1" in capsys.readouterr().out
    assert _revise(PAPER, "--as", "corrigendum", "--lang", language) == 2
    assert "concept-paper/environment-2026-corr-1" in capsys.readouterr().err
    assert _revise(PAPER, "--as", "addendum", "--lang", language) == 0


def test_a_symbol_that_is_taken_is_refused(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(register.rglob("*"))
    assert _revise(PAPER, "--as", "revision", "--symbol", SYMBOL) == 1
    assert "[symbol/taken]" in capsys.readouterr().out
    assert sorted(register.rglob("*")) == before


def test_it_is_asked_on_a_terminal(
    register: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("cica_docs.cli.asking.can_ask", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO("9\n4\n2029-07-01\n2032-06-30\n"))
    assert _revise(PAPER) == 0
    assert "corrigendum: the text with its mistakes corrected" in capsys.readouterr().out
    assert (register / "concept-paper/environment-2029/en.md").exists()


@pytest.mark.parametrize(
    ("language", "notice"),
    [
        ("en", f"Corrigendum to {SYMBOL}."),
        ("ru", f"Исправление к документу {SYMBOL}."),
        ("kk", f"{SYMBOL} құжатына түзету."),
    ],
)
def test_print_says_to_which_it_belongs(register: Path, language: str, notice: str) -> None:
    work = "concept-paper/environment-2026-corr-1"
    assert _revise(PAPER, "--as", "corrigendum") == 0
    assert run(["render", work, "--to", "txt", "--languages", language, "-o", "out", "--as-of", DAY]) == 0
    assert notice in (register.parent / f"out/{work}/{language}.txt").read_text(encoding="utf-8")


def test_a_corrigendum_has_no_duties_of_its_own(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What corrects a paper is no renewal of it, and owes none."""

    def due() -> str:
        capsys.readouterr()
        assert run(["due", "--as-of", DAY, "--all"]) == 0
        return capsys.readouterr().out

    before = due()
    assert _revise(PAPER, "--as", "corrigendum") == 0
    work = "concept-paper/environment-2026-corr-1"
    acts = (
        ["issued", "--on", "2026-11-02", "--by", "XA"],
        ["circulated", "--on", "2026-11-03", "--by", "secretariat", "--to", "all"],
        ["considered", "--on", "2026-11-04", "--channel", "expert-meeting"],
        ["approved", "--on", "2026-11-18", "--by", "soc", "--ref", "SOC/2026-III/INF/2", "--set", "mode=meeting"],
    )
    for act in acts:
        assert run(["record", work, *act, "--as-of", DAY]) == 0, capsys.readouterr().out
    assert due() == before
    assert run(["render", PAPER, "--to", "txt", "--languages", "en", "-o", "out", "--as-of", DAY]) == 0
    assert f"See also {SYMBOL}/Corr.1." in (register.parent / f"out/{PAPER}/en.txt").read_text(encoding="utf-8")
