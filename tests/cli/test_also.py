"""Two branches that take one symbol are each correct alone; with `--also` the one is seen from the other."""

import json
from pathlib import Path

import pytest

from cica_docs.cli.run import run
from proposal import PAPER, change, commit, git

SYMBOL = "SOC/2026-III/INF/9"
DRAFT = """\
---
title: {title}
example: true
symbol: {symbol}
area: sustainable-development
prepared_by: XA
applicability: {{from: 2027-01-01, to: 2029-12-31}}
---

## General framework {{#framework}}

1.1 Cooperation is voluntary.
"""


def draft(repository: Path, id: str, symbol: str = SYMBOL) -> None:
    folder = repository / "registry" / "concept-paper" / id
    folder.mkdir()
    (folder / "en.md").write_text(DRAFT.format(title=f"Paper {id}", symbol=symbol), encoding="utf-8")
    commit(repository)


def taken(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    status = run(["check", "--as-of", "2026-12-01", "--format", "json", "--select", "symbol/taken", *arguments])
    assert status in {0, 1}
    return [finding["message"] for finding in json.loads(capsys.readouterr().out)["findings"]]


def other_branch(repository: Path, id: str, symbol: str = SYMBOL) -> None:
    git(repository, "checkout", "-q", "-b", "other", "main")
    draft(repository, id, symbol)
    git(repository, "checkout", "-q", "proposal")


def test_two_branches_that_take_one_symbol_are_found(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft(repository, "first")
    other_branch(repository, "second")
    words = [f"the symbol {SYMBOL} is that of concept-paper/second in other"]
    for arguments in (
        ("--also", "other"),
        ("--also", "main", "--also", "other"),
        ("--base", "main", "--also", "other"),
    ):
        assert taken(capsys, *arguments) == words
    assert taken(capsys, "--base", "main") == []


def test_other_symbols_and_the_same_work_are_no_fault(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft(repository, "first")
    other_branch(repository, "first")
    assert taken(capsys, "--also", "other") == []
    git(repository, "branch", "-D", "other")
    other_branch(repository, "second", "SOC/2026-III/INF/10")
    assert taken(capsys, "--also", "other") == []


def test_a_branch_from_before_a_change_takes_nothing(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(repository, "branch", "old", "main")
    change(repository / PAPER / "en.md", "that concern several Member States", "that concern many Member States")
    draft(repository, "first", "SOC/2026-III/INF/10")
    assert taken(capsys, "--also", "old") == []


@pytest.mark.usefixtures("repository")
def test_a_branch_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--as-of", "2026-12-01", "--also", "nowhere"]) == 2
    assert "nowhere" in capsys.readouterr().err
