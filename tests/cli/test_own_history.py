"""What was changed past the gate is found in the history of the register, with the commit that did it."""

import json
import shutil
from pathlib import Path

import pytest

from cica_docs.cli.run import run
from proposal import CORPUS, PAPER, change, commit, git

pytestmark = pytest.mark.series(6)

ENGLISH = ("that concern several Member States", "that concern many Member States")
APPROVED = "  - {on: 2026-06-24, kind: approved, by: soc, ref: SOC/2026-II/INF/1, mode: meeting}\n"
CONSIDERED = "  - {on: 2026-11-18, kind: considered, channel: soc}\n"
ORIGINAL = "concept-paper/environment-2026/en.md"
ITEM = "registry/information-item/air-observation-2026"

CONSENT = """\
---
title: Consent of {state} to the Publication
example: true
item: air-observation-2026
by: {state}
scope: [publish]
to: public
period: {{from: 2026-11-01}}
events:
  - {{on: 2026-10-20, kind: given, by: {state}}}
---

It consents.
"""


def check(*arguments: str, register: str = "registry") -> int:
    return run(["check", "--register", register, "--as-of", "2026-12-01", "--history", *arguments])


def errors(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[tuple[str, str, str]]:
    """The rules and files of errors, with the commit that each names; "" if it names none."""
    check("--format", "json", "--select", "record", "--select", "information/released-without-consent", *arguments)
    findings = json.loads(capsys.readouterr().out)["findings"]
    return [
        (found["rule"], found["path"].removeprefix("registry/"), found["message"].partition("is commit ")[2][:12])
        for found in findings
        if found["severity"] == "error"
    ]


def consider(repository: Path) -> None:
    change(repository / PAPER / "en.md", APPROVED, APPROVED + CONSIDERED)


def touch(repository: Path, text: str = "A word.\n") -> None:
    (repository / "README.md").write_text(text, encoding="utf-8")


def test_a_history_without_faults_is_counted(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    touch(repository)
    commit(repository)
    consider(repository)
    commit(repository)
    check("--format", "json")
    report = json.loads(capsys.readouterr().out)
    assert report["history"]["commits"] == 2
    assert [found for found in report["findings"] if found["rule"].startswith("record/")] == []


def test_a_final_text_is_compared_with_what_was_approved(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(repository / PAPER / "en.md", *ENGLISH)
    guilty = commit(repository)
    touch(repository)
    commit(repository)
    consider(repository)
    commit(repository)
    assert errors(capsys) == [("record/settled-text-changed", ORIGINAL, guilty[:12])]


def test_the_day_of_the_commit_is_named(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(repository / PAPER / "en.md", *ENGLISH)
    guilty = commit(repository)
    day = git(repository, "log", "-1", "--format=%cd", "--date=format-local:%Y-%m-%d")
    for language, words in (("en", "commit {} of {}"), ("ru", "коммитом {} от {}"), ("kk", "{1} күнгі {0} коммитімен")):
        assert check("--select", "record", "--lang", language) == 1
        assert words.format(guilty[:12], day) in capsys.readouterr().out


def test_what_was_put_right_is_not_told(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(repository / PAPER / "en.md", *ENGLISH)
    commit(repository)
    change(repository / PAPER / "en.md", *reversed(ENGLISH))
    commit(repository)
    assert errors(capsys) == []


def test_an_act_that_was_added_past_the_gate_may_be_taken_out_again(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    late = "  - {on: 2026-05-21, kind: considered, channel: swg}\n"
    change(repository / PAPER / "en.md", APPROVED, late + APPROVED)
    guilty = commit(repository)
    assert errors(capsys) == [("record/act-back-dated", ORIGINAL, guilty[:12])]
    change(repository / PAPER / "en.md", late, "")
    commit(repository)
    assert errors(capsys) == []


def test_an_earlier_state_is_not_lawful_because_it_once_was(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    consider(repository)
    commit(repository)
    change(repository / PAPER / "en.md", CONSIDERED, "")
    guilty = commit(repository)
    assert [commit for rule, _, commit in errors(capsys)] == [guilty[:12]]


def test_a_work_that_comes_back_is_compared_with_what_it_was(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (repository / PAPER / "en.md").read_text(encoding="utf-8")
    (repository / PAPER / "en.md").write_text("---\ntitle: [\n---\n", encoding="utf-8")
    commit(repository)
    (repository / PAPER / "en.md").write_text(text.replace(*ENGLISH), encoding="utf-8")
    guilty = commit(repository)
    assert ("record/settled-text-changed", guilty[:12]) in [(rule, commit) for rule, _, commit in errors(capsys)]


def test_a_work_that_was_deleted_is_missed_until_it_is_back(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = repository / "kept"
    shutil.copytree(repository / PAPER, kept)
    git(repository, "rm", "-rq", PAPER)
    guilty = commit(repository)
    touch(repository)
    commit(repository)
    assert [commit for rule, _, commit in errors(capsys)] == [guilty[:12]]
    shutil.move(kept, repository / PAPER)
    commit(repository)
    assert [rule for rule, _, _ in errors(capsys)] == []


def test_a_renamed_work_may_have_its_name_back(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(repository, "mv", PAPER, f"{PAPER}-anew")
    guilty = commit(repository)
    change(repository / f"{PAPER}-anew" / "en.md", *ENGLISH)
    second = commit(repository)
    found = {rule: commit for rule, _, commit in errors(capsys)}
    assert found == {"record/document-gone": guilty[:12], "record/settled-text-changed": second[:12]}
    git(repository, "mv", f"{PAPER}-anew", PAPER)
    change(repository / PAPER / "en.md", *reversed(ENGLISH))
    commit(repository)
    assert [rule for rule, _, _ in errors(capsys)] == []


def test_what_is_not_committed_names_no_commit(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(repository / PAPER / "en.md", *ENGLISH)
    assert errors(capsys) == [("record/settled-text-changed", ORIGINAL, "")]


def test_a_fault_is_found_behind_a_move_of_the_register(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(repository / PAPER / "en.md", *ENGLISH)
    guilty = commit(repository)
    (repository / "papers").mkdir()
    git(repository, "mv", "registry", "papers/register")
    commit(repository)
    check("--format", "json", register="papers/register")
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert any(guilty[:12] in found["message"] for found in findings)


def test_what_a_merge_drops_is_missed(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(repository, "checkout", "-q", "main")
    consider(repository)
    commit(repository)
    git(repository, "checkout", "-q", "proposal")
    touch(repository)
    commit(repository)
    git(repository, "merge", "-q", "-s", "ours", "-m", "a merge", "main")
    merge = git(repository, "rev-parse", "HEAD")
    assert [commit for rule, _, commit in errors(capsys)] == [merge[:12]]


def test_a_merge_of_both_sides_is_no_fault(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(repository, "checkout", "-q", "main")
    consider(repository)
    commit(repository)
    git(repository, "checkout", "-q", "proposal")
    touch(repository)
    commit(repository)
    git(repository, "merge", "-q", "-m", "a merge", "main")
    assert errors(capsys) == []


def test_information_that_was_opened_past_the_gate_is_found_until_its_providers_consent(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    original = repository / ITEM / "en.md"
    change(original, "handling: restricted", "handling: open")
    change(original, "own_use: true", "own_use: false")
    guilty = commit(repository)
    touch(repository)
    commit(repository)
    assert [(rule, commit) for rule, _, commit in errors(capsys)] == [
        ("information/released-without-consent", guilty[:12])
    ]
    for state in ("XA", "XC"):
        consent = repository / "registry" / "consent" / f"air-published-{state.lower()}" / "en.md"
        consent.parent.mkdir()
        consent.write_text(CONSENT.format(state=state), encoding="utf-8")
    commit(repository)
    assert errors(capsys) == []


@pytest.mark.parametrize(
    ("why", "words"), [("shallow", "fetch --unshallow"), ("missing", "--refetch"), ("base", "one of them")]
)
def test_nothing_passes_in_silence(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], why: str, words: str
) -> None:
    change(repository / PAPER / "en.md", *ENGLISH)
    former = git(repository, "rev-parse", f"HEAD:{PAPER}/en.md")
    commit(repository)
    register = repository / "registry"
    if why == "shallow":
        git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository}", "clone")
        register = tmp_path / "clone" / "registry"
    elif why == "missing":
        (repository / ".git" / "objects" / former[:2] / former[2:]).unlink()
    arguments = ["--base", "main"] if why == "base" else []
    assert check(*arguments, register=str(register)) == 2
    assert words in capsys.readouterr().err


def test_outside_git_nothing_can_be_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(CORPUS, tmp_path / "registry")
    monkeypatch.chdir(tmp_path)
    assert check() == 2
    assert "not inside a Git repository" in capsys.readouterr().err
