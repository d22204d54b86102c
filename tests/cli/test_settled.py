"""What may follow in a repository once a text is final: what is missing or was behind, and nothing else."""

import json
from pathlib import Path

import pytest

from cica_docs.cli.run import run
from proposal import PAPER, change, commit, git

pytestmark = pytest.mark.series(6)

RULE = "record/settled-text-changed"
RUSSIAN = ("несколько государств-членов;", "многие государства-члены;")
ENGLISH = ("that concern several Member States", "that concern many Member States")


def settled(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The files in which the change alters what was final."""
    run(["check", "--register", "registry", "--as-of", "2026-12-01", "--base", "main", "--format", "json"])
    found = json.loads(capsys.readouterr().out)["findings"]
    return [Path(finding["path"]).name for finding in found if finding["rule"] == RULE]


def test_a_translation_may_follow_the_approval(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    russian = repository / PAPER / "ru.md"
    text = russian.read_text(encoding="utf-8")
    git(repository, "checkout", "-q", "main")
    russian.unlink()
    commit(repository)
    git(repository, "checkout", "-q", "-B", "proposal")
    russian.write_text(text, encoding="utf-8")
    commit(repository)
    assert settled(capsys) == []


def test_a_translation_that_was_behind_may_be_brought_in_step(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(repository, "checkout", "-q", "main")
    change(repository / PAPER / "en.md", *ENGLISH)
    commit(repository)
    git(repository, "checkout", "-q", "-B", "proposal")
    change(repository / PAPER / "ru.md", *RUSSIAN)
    commit(repository)
    assert settled(capsys) == []
    change(repository / PAPER / "en.md", *reversed(ENGLISH))
    commit(repository)
    assert settled(capsys) == ["en.md"]


def test_a_translation_is_not_behind_because_acts_followed(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(repository, "checkout", "-q", "main")
    approved = "mode: meeting}\n"
    change(
        repository / PAPER / "en.md", approved, f"{approved}  - {{on: 2026-11-18, kind: considered, channel: soc}}\n"
    )
    commit(repository)
    git(repository, "checkout", "-q", "-B", "proposal")
    change(repository / PAPER / "ru.md", *RUSSIAN)
    commit(repository)
    assert settled(capsys) == ["ru.md"]


def test_a_renamed_document_stays_final(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(repository / PAPER / "en.md", *ENGLISH)
    git(repository, "mv", PAPER, f"{PAPER}-anew")
    commit(repository)
    assert settled(capsys) == ["en.md"]
