"""`cica history`: acts and commits of a work by day, and what is not known is said."""

import shutil
import subprocess
from pathlib import Path

import pytest

from canary import CORPUS, DAY
from cica_docs.cli.run import run

PAPER = "concept-paper/environment-2026"


def _git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=A. \x1b[31mDrafter", "-c", "user.email=a@example.org"]
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "work" / "registry"
    shutil.copytree(CORPUS, folder)
    monkeypatch.chdir(folder.parent)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return folder


@pytest.fixture
def committed(register: Path) -> Path:
    _git(register.parent, "init", "-q")
    _git(register.parent, "add", ".")
    _git(register.parent, "commit", "-q", "-m", "first", "--date", "2026-11-01T12:00:00Z")
    return register


def test_acts_and_commits_are_shown_by_day(committed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    translation = committed / PAPER / "ru.md"
    translation.write_text(translation.read_text(encoding="utf-8") + "\nЕще.\n", encoding="utf-8")
    _git(committed.parent, "commit", "-aqm", "second")
    assert run(["history", PAPER, "--as-of", DAY]) == 0
    said = capsys.readouterr().out
    assert "2026-06-24  Approval · Senior Officials Committee · SOC/2026-II/INF/1" in said
    assert "en, kk, ru: text changed by A. " in said
    assert " ru: text changed by A. " in said
    assert "\x1b" not in said
    assert run(["history", PAPER, "--as-of", DAY, "--format", "csv"]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert rows[0] == "on,what,by,to,ref,decision,languages,counts,commit,previous,path"
    revisions = [row.split(",") for row in rows if ",revision," in row]
    assert [row[6] for row in revisions] == ["en kk ru", "ru"]
    first, second = (row[8] for row in revisions)
    assert [row[9] for row in revisions] == ["", first]
    assert first != second
    assert {row.split(",")[5] for row in rows[1:] if ",revision," not in row} == {"cbm-modalities draft"}


def test_a_corrected_act_is_shown_as_one(committed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = committed / PAPER / "en.md"
    act = (
        "  - {on: 2026-11-30, kind: corrected, by: secretariat, corrects: {on: 2026-05-20, kind: considered},"
        " done: {on: 2026-05-21, kind: considered, channel: swg}, reason: {en: a, ru: а, kk: а}}\n"
    )
    path.write_text(path.read_text(encoding="utf-8").replace("\n---\n\n", f"\n{act}---\n\n", 1), encoding="utf-8")
    assert run(["history", PAPER, "--as-of", DAY]) == 0
    said = capsys.readouterr().out
    assert "2026-05-20  Consideration · Special Working Group · corrected by a later act" in " ".join(said.split("\n"))
    assert "2026-11-30  Correction" in said


def test_outside_git_the_changes_of_texts_are_not_known(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert register.exists()
    assert run(["history", PAPER, "--as-of", DAY]) == 0
    assert "not inside a Git repository" in capsys.readouterr().out
    assert run(["history", "concept-paper/enviroment-2026"]) == 2


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "A document to change it: "), ("ru", "Документ, который"), ("kk", "Оны өзгертетін")],
)
def test_documents_that_revise_it_are_named(
    register: Path, capsys: pytest.CaptureFixture[str], language: str, told: str
) -> None:
    assert register.exists()
    assert run(["revise", PAPER, "--as", "corrigendum", "--as-of", DAY]) == 0
    capsys.readouterr()
    assert run(["history", PAPER, "--as-of", DAY, "--lang", language]) == 0
    said = capsys.readouterr().out
    assert told in said
    assert "concept-paper/environment-2026-corr-1" in said


def test_acts_from_before_the_adoption_are_marked(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = register / "decision/cbm-modalities/en.md"
    text = path.read_text(encoding="utf-8")
    act = "  - {on: 2026-05-01, kind: adopted, by: ministerial-council}\n"
    head, end, body = text.partition("\n---\n")
    written = (
        head.replace("events: []", f"events:\n{act.rstrip()}") if "events: []" in head else f"{head}\n{act.rstrip()}"
    )
    path.write_text(f"{written}{end}{body}", encoding="utf-8")
    assert run(["history", PAPER, "--as-of", DAY]) == 0
    lines = capsys.readouterr().out.splitlines()
    acts = " ".join(lines).split("2026-")
    marked = {act[:5] for act in acts if "before the decision was" in " ".join(act.split())}
    assert marked == {"04-06", "04-08", "04-22"}
