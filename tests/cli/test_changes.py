"""`cica changes`: what is new since a commit or a day, and nothing that may not be shown."""

import csv
import io
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from canary import CORPUS, DAY
from cica_docs.cli.run import run

PAPER = "concept-paper/environment-2026"


def _commit(folder: Path, day: str) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    made = {**os.environ, "GIT_COMMITTER_DATE": f"{day}T12:00:00Z"}
    subprocess.run(["git", "-C", str(folder), "add", "."], check=True)
    subprocess.run(["git", "-C", str(folder), *who, "commit", "-qm", day], check=True, env=made)


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "work" / "registry"
    shutil.copytree(CORPUS, folder)
    subprocess.run(["git", "init", "-q", str(folder.parent)], check=True)
    monkeypatch.chdir(folder.parent)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    shutil.move(folder / "advice", folder.parent / "advice")
    _commit(folder, "2026-10-01")
    shutil.move(folder.parent / "advice", folder / "advice")
    original, translation = folder / PAPER / "en.md", folder / PAPER / "ru.md"
    text = original.read_text(encoding="utf-8")
    act = "  - {on: 2026-05-21, kind: considered, channel: swg}\n"
    original.write_text(text.replace("  - {on: 2026-06-24", f"{act}  - {{on: 2026-06-24", 1), encoding="utf-8")
    translation.write_text(translation.read_text(encoding="utf-8") + "\nЕще.\n", encoding="utf-8")
    shutil.rmtree(folder / "recommendation")
    _commit(folder, "2026-11-10")
    return folder


def _changes(capsys: pytest.CaptureFixture[str], since: str) -> set[tuple[str, str, str, str]]:
    assert run(["changes", "--since", since, "--on", DAY, "--format", "csv"]) == 0
    rows = csv.DictReader(io.StringIO(capsys.readouterr().out))
    return {(row["work"], row["what"], row["on"], row["languages"]) for row in rows}


@pytest.mark.parametrize("since", ["2026-11-01", "HEAD~1"])
def test_what_came_since_is_listed(register: Path, capsys: pytest.CaptureFixture[str], since: str) -> None:
    changes = _changes(capsys, since)
    assert register.exists()
    assert {(PAPER, "act", "2026-05-21", ""), (PAPER, "text", "", "ru")} <= changes
    assert {what for work, what, _, _ in changes if work.startswith("recommendation/")} == {"gone"}
    assert {work.partition("/")[0] for work, what, _, _ in changes if what == "new"} == {"advice"}


@pytest.mark.usefixtures("register")
def test_since_the_last_commit_there_is_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert _changes(capsys, "HEAD") == set()
    assert run(["changes", "--since", "2026-11-20", "--lang", "kk"]) == 0
    assert "Өзгеріс жоқ." in capsys.readouterr().out


@pytest.mark.usefixtures("register")
def test_before_the_first_commit_all_is_new(capsys: pytest.CaptureFixture[str]) -> None:
    assert (PAPER, "new", "", "en kk ru") in _changes(capsys, "2020-01-01")


@pytest.mark.usefixtures("register")
def test_what_is_no_revision_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["changes", "--since", "nosuch"]) == 2
    assert "there is no revision “nosuch”" in capsys.readouterr().err
