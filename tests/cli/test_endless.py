"""A file of nothing but faults: the check ends soon, lists some of them, and counts all."""

import json
import shutil
from pathlib import Path

import pytest

from cica_docs.cli.run import run
from cica_docs.report.limit import MOST_LISTED, MOST_REPEATED

CORPUS = Path(__file__).parent.parent / "corpus"
PAPER = "concept-paper/environment-2026/en.md"
FAULTS = 3_000


@pytest.fixture
def register(tmp_path: Path) -> Path:
    folder = tmp_path / "registry"
    shutil.copytree(CORPUS, folder)
    with (folder / PAPER).open("a", encoding="utf-8") as paper:
        paper.write("\n\na :::" * FAULTS)
    return folder


def _check(register: Path, *arguments: str) -> int:
    return run(["check", "--register", str(register), "--as-of", "2026-12-01", "--select", "form/markup", *arguments])


def test_fifty_are_listed_and_all_are_counted(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _check(register, "--format", "json") == 1
    report = json.loads(capsys.readouterr().out)
    assert len(report["findings"]) == MOST_LISTED
    assert [(more["rule"], more["count"]) for more in report["omitted"]] == [("form/markup", FAULTS - MOST_LISTED)]
    assert report["counts"]["error"] == FAULTS


def test_the_text_says_how_many_more_there_are(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _check(register) == 1
    shown = capsys.readouterr().out
    assert f"error[form/markup]: … and {FAULTS - MOST_REPEATED} more in this file (lines " in shown
    assert f"{FAULTS} errors" in shown
    assert shown.count("\n") < 6 * MOST_REPEATED
