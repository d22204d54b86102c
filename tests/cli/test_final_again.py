"""An act that is taken off the record and put back speaks of the text that was on record with it."""

import json
from pathlib import Path

import pytest

from cica_docs.cli.run import run
from proposal import PAPER, change, commit, git

pytestmark = pytest.mark.series(6)

RULE = "record/settled-text-changed"
ENGLISH = ("that concern several Member States", "that concern many Member States")
APPROVED = "  - {on: 2026-06-24, kind: approved, by: soc, ref: SOC/2026-II/INF/1, mode: meeting}\n"
CORRECTED = "kind: corrected, by: secretariat"
REASON = "reason: {en: A mistake., ru: Ошибка., kk: Қате.}"
TAKEN_OFF = f"  - {{on: 2026-09-01, {CORRECTED}, corrects: {{on: 2026-06-24, kind: approved}}, {REASON}}}\n"
PUT_BACK = f"  - {{on: 2026-09-02, {CORRECTED}, corrects: {{on: 2026-09-01, kind: corrected}}, {REASON}}}\n"
DONE_AFTER_ALL = (
    "  - {on: 2026-09-02, kind: corrected, by: secretariat, done: {on: 2026-06-24, kind: approved, by: soc, "
    f"ref: SOC/2026-II/INF/1, mode: meeting}}, {REASON}}}\n"
)
ON_ANOTHER_DAY = (
    "  - {on: 2026-09-02, kind: corrected, by: secretariat, corrects: {on: 2026-09-01, kind: corrected}, "
    f"done: {{on: 2026-06-25, kind: approved, by: soc, ref: SOC/2026-II/INF/1, mode: meeting}}, {REASON}}}\n"
)
ANEW = "  - {on: 2026-11-18, kind: approved, by: soc, ref: SOC/2026-III/INF/7, mode: meeting}\n"


def changed(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """The files in which a final text is altered."""
    status = run(["check", "--as-of", "2026-12-01", "--format", "json", "--select", "record", *arguments])
    assert status in {0, 1}
    findings = json.loads(capsys.readouterr().out)["findings"]
    return [Path(finding["path"]).name for finding in findings if finding["rule"] == RULE]


def merge(repository: Path) -> None:
    commit(repository)
    git(repository, "branch", "-f", "main")


def take_off_and_change(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Take the approval off the record, and then change the draft, each in a change that passes."""
    original = repository / PAPER / "en.md"
    change(original, APPROVED, APPROVED + TAKEN_OFF)
    assert changed(capsys, "--base", "main") == []
    merge(repository)
    change(original, *ENGLISH)
    assert changed(capsys, "--base", "main") == []
    merge(repository)


@pytest.mark.parametrize("act", [PUT_BACK, DONE_AFTER_ALL, ON_ANOTHER_DAY, APPROVED])
def test_an_approval_that_is_put_back_is_that_of_the_text_that_was_approved(
    repository: Path, capsys: pytest.CaptureFixture[str], act: str
) -> None:
    original = repository / PAPER / "en.md"
    take_off_and_change(repository, capsys)
    change(original, TAKEN_OFF, TAKEN_OFF + act)
    assert changed(capsys, "--base", "main") == ["en.md"]
    change(original, *reversed(ENGLISH))
    assert changed(capsys, "--base", "main") == []


def test_a_text_that_was_changed_meanwhile_may_be_approved(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    take_off_and_change(repository, capsys)
    change(repository / PAPER / "en.md", TAKEN_OFF, TAKEN_OFF + ANEW)
    assert changed(capsys, "--base", "main") == []


def test_a_text_goes_back_with_the_act_that_allowed_to_change_it(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    original = repository / "registry/action-plan/environment-2026/en.md"
    revised = "  - {on: 2026-11-25, kind: revised, by: [XA, XB], to: all}\n"
    again = revised.replace("11-25", "11-27")
    words = ("Any Member State may propose further activities", "Every Member State may propose further activities")
    change(original, revised, revised + again)
    change(original, *words)
    assert changed(capsys, "--base", "main") == []
    merge(repository)
    off = f"  - {{on: 2026-11-30, {CORRECTED}, corrects: {{on: 2026-11-27, kind: revised}}, {REASON}}}\n"
    change(original, again, again + off)
    assert changed(capsys, "--base", "main") == ["en.md"]
    change(original, *reversed(words))
    assert changed(capsys, "--base", "main") == []


def test_the_history_of_a_register_shows_it_too(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    take_off_and_change(repository, capsys)
    change(repository / PAPER / "en.md", TAKEN_OFF, TAKEN_OFF + PUT_BACK)
    merge(repository)
    assert changed(capsys, "--history") == ["en.md"]
    change(repository / PAPER / "en.md", *reversed(ENGLISH))
    merge(repository)
    assert changed(capsys, "--history") == []


def test_without_the_history_nothing_is_said(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    take_off_and_change(repository, capsys)
    git(tmp_path, "clone", "-q", "--depth", "1", "-b", "main", f"file://{repository}", "clone")
    monkeypatch.chdir(tmp_path / "clone")
    change(tmp_path / "clone" / PAPER / "en.md", TAKEN_OFF, TAKEN_OFF + PUT_BACK)
    assert run(["check", "--as-of", "2026-12-01", "--base", "main"]) == 2
    assert "fetch --unshallow" in capsys.readouterr().err
