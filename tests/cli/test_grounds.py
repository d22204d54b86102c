"""A text is approved when every language of it renders the same words."""

import json
from pathlib import Path

import pytest

from cica_docs.cli.run import run
from proposal import PAPER, begin, change, commit, git

APPROVED = "  - {on: 2026-06-24, kind: approved, by: soc, ref: SOC/2026-II/INF/1, mode: meeting}\n"
ENGLISH = ("that concern several Member States", "that concern many Member States")
SPELLING = ("concern several Member States", "concern, several Member States")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a paper that is not approved yet, whose translations are in step with it."""
    root = begin(tmp_path)
    git(root, "checkout", "-q", "main")
    change(root / PAPER / "en.md", APPROVED, "")
    render(root)
    commit(root)
    git(root, "checkout", "-q", "-B", "proposal")
    monkeypatch.chdir(root)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return root


def render(root: Path) -> None:
    """Say in the translations that they render the present original."""
    blob = git(root, "hash-object", f"{PAPER}/en.md")
    for language in ("ru", "kk"):
        path = root / PAPER / f"{language}.md"
        lines = path.read_text(encoding="utf-8").split("\n")
        written = [f"translates: {blob}" if line.startswith("translates: ") else line for line in lines]
        path.write_text("\n".join(written), encoding="utf-8")


def approve(root: Path) -> None:
    change(root / PAPER / "en.md", "channel: swg}\n", f"channel: swg}}\n{APPROVED}")


def behind(capsys: pytest.CaptureFixture[str]) -> list[str]:
    rule = "grounds/approved-while-behind"
    run(["check", "--as-of", "2026-12-01", "--base", "main", "--select", rule, "--format", "json"])
    return [Path(finding["path"]).name for finding in json.loads(capsys.readouterr().out)["findings"]]


def test_an_approval_alone_leaves_translations_in_step(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    approve(repository)
    commit(repository)
    assert behind(capsys) == []


def test_a_text_that_is_changed_with_its_approval_is_translated(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    approve(repository)
    change(repository / PAPER / "en.md", *ENGLISH)
    commit(repository)
    assert behind(capsys) == ["kk.md", "ru.md"]
    render(repository)
    commit(repository)
    assert behind(capsys) == []


def test_spelling_leaves_translations_in_step(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    approve(repository)
    change(repository / PAPER / "en.md", *SPELLING)
    commit(repository)
    assert behind(capsys) == []


def test_a_translation_that_was_behind_before_is_brought_in_step_first(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(repository, "checkout", "-q", "main")
    change(repository / PAPER / "en.md", *ENGLISH)
    commit(repository)
    git(repository, "checkout", "-q", "-B", "proposal")
    approve(repository)
    commit(repository)
    assert behind(capsys) == ["kk.md", "ru.md"]
