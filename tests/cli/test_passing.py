"""Restricted text in a commit on the way stays in the history, whatever the last commit of the branch holds."""

import json
from pathlib import Path

import pytest

from cica_docs.cli.run import run
from proposal import change, commit, git

ITEM = "registry/information-item/air-observation-2026/en.md"
HELD = "The text of this item is restricted and is not held in the register."
TEXT = "1.1 Stations at the border measure fine dust each hour."


def found(capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str, str]]:
    """The rules, files and messages of what is said of restricted information."""
    status = run(["check", "--as-of", "2026-12-01", "--base", "main", "--select", "information", "--format", "json"])
    assert status in {0, 1}
    findings = json.loads(capsys.readouterr().out)["findings"]
    return [(finding["rule"], finding["path"], finding["message"]) for finding in findings]


def test_a_text_that_is_taken_out_again_is_found_once(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(repository / ITEM, HELD, TEXT)
    guilty = commit(repository)
    (repository / "README.md").write_text("A word.\n", encoding="utf-8")
    commit(repository)
    change(repository / ITEM, TEXT, HELD)
    commit(repository)
    ((rule, path, message),) = found(capsys)
    assert (rule, path) == ("information/left-in-history", ITEM)
    assert guilty[:12] in message


def test_a_text_on_a_line_that_was_merged_is_found(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(repository, "checkout", "-q", "-b", "side")
    change(repository / ITEM, HELD, TEXT)
    commit(repository)
    change(repository / ITEM, TEXT, HELD)
    commit(repository)
    git(repository, "checkout", "-q", "proposal")
    git(repository, "merge", "-q", "--no-ff", "-m", "a merge", "side")
    assert [rule for rule, _, _ in found(capsys)] == ["information/left-in-history"]


def test_what_the_last_commit_has_is_found_where_it_is(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(repository / ITEM, HELD, TEXT)
    commit(repository)
    assert [rule for rule, _, _ in found(capsys)] == ["information/text-held"]


def test_what_the_disk_alone_takes_out_is_on_the_way(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(repository / ITEM, HELD, TEXT)
    commit(repository)
    change(repository / ITEM, TEXT, HELD)
    assert [rule for rule, _, _ in found(capsys)] == ["information/left-in-history"]


def test_what_is_on_main_already_is_none_of_the_change(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(repository, "checkout", "-q", "main")
    change(repository / ITEM, HELD, TEXT)
    commit(repository)
    change(repository / ITEM, TEXT, HELD)
    commit(repository)
    git(repository, "checkout", "-q", "-B", "proposal")
    (repository / "README.md").write_text("A word.\n", encoding="utf-8")
    commit(repository)
    (repository / "README.md").write_text("Another word.\n", encoding="utf-8")
    commit(repository)
    assert found(capsys) == []


def test_a_file_that_is_too_large_to_be_searched_is_named(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cica_docs.rules.information.left_in_history.MAX_BYTES_HASHED", 100_000)
    (repository / "annex.bin").write_bytes(b"0" * 100_001)
    commit(repository)
    (repository / "annex.bin").unlink()
    commit(repository)
    ((rule, path, message),) = found(capsys)
    assert (rule, path) == ("information/left-in-history", "annex.bin")
    assert "cannot be searched" in message
