"""A change is judged by its own settings too, known errors block nobody, and a finding says who can cure it."""

import json
from pathlib import Path

import pytest

from cica_docs.cli.run import run
from proposal import NOTICE, SETTINGS, advise, breach, change, commit, git

pytestmark = pytest.mark.series(6)


def check(*arguments: str) -> int:
    return run(["check", "--register", "registry", "--as-of", "2026-12-01", "--base", "main", *arguments])


def findings(capsys: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    check("--format", "json")
    findings: list[dict[str, str]] = json.loads(capsys.readouterr().out)["findings"]
    return findings


def lenient_main(root: Path) -> None:
    """Main has an error under a decision that advises only; the branch begins there."""
    git(root, "checkout", "-q", "main")
    breach(root)
    advise(root)
    commit(root)
    git(root, "checkout", "-q", "-B", "proposal")


def test_settings_that_the_change_makes_strict_judge_all_that_is_on_main(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lenient_main(repository)
    change(repository / SETTINGS, "draft_decision: advise", "draft_decision: gate")
    commit(repository)
    assert check() == 1
    said = capsys.readouterr().out
    assert "found by the settings and provisions of this change alone" in said
    assert f"as well: {SETTINGS}" in said


def test_a_house_rule_that_the_change_raises_judges_all_that_is_on_main(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(repository, "checkout", "-q", "main")
    breach(repository)
    commit(repository)
    git(repository, "checkout", "-q", "-B", "proposal")
    change(
        repository / SETTINGS,
        "  - id: house/languages\n    force: should\n",
        "  - id: house/languages\n    force: shall\n",
    )
    commit(repository)
    stricter = [finding for finding in findings(capsys) if finding["comes_with_settings"]]
    assert {(finding["rule"], finding["severity"]) for finding in stricter} == {
        ("languages/translation-behind", "error")
    }


def test_settings_that_the_change_makes_mild_excuse_nothing(repository: Path) -> None:
    advise(repository)
    breach(repository)
    commit(repository)
    assert check() == 1


def test_a_decision_without_its_provisions_does_not_pass(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(repository, "rm", "-q", "registry/decision/cbm-modalities/provisions.yaml")
    commit(repository)
    assert check() == 1
    assert "reference/provisions-missing" in capsys.readouterr().out


def test_an_error_of_the_original_on_main_does_not_block_its_translator(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(repository, "checkout", "-q", "main")
    breach(repository)
    main = commit(repository)
    git(repository, "checkout", "-q", "-B", "proposal")
    translation = repository / NOTICE / "ru.md"
    translation.write_text(translation.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    commit(repository)
    assert check() == 0
    assert f"{main[:12]} has it too" in capsys.readouterr().out
    original = repository / NOTICE / "en.md"
    original.write_text(original.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    commit(repository)
    assert check() == 1


KNOWN = """known_faults:
  - work: notice/environment-xa-2026
    rule: form/schema
    number: {number}
    until: {until}
    reason: {{en: To be sent again., ru: Будет направлено вновь., kk: Қайта жіберіледі.}}
"""


@pytest.mark.parametrize(
    ("number", "until", "status"), [(1, "2026-12-01", 0), (1, "2026-11-30", 1), (2, "2027-03-01", 0)]
)
def test_a_known_fault_fails_nothing_until_its_last_day(
    repository: Path, number: int, until: str, status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    breach(repository)
    listed = KNOWN.format(number=number, until=until)
    change(repository / SETTINGS, "\nknown_faults:\n", f"\n{listed}")
    commit(repository)
    assert run(["check", "--register", "registry", "--as-of", "2026-12-01"]) == status
    assert ("listed as known" in capsys.readouterr().out) is (status == 0)
    # The list of the change itself does not excuse what it brings.
    assert check() == 1


def test_more_faults_than_are_listed_as_known_fail_the_check(repository: Path) -> None:
    breach(repository)
    text = (repository / NOTICE / "en.md").read_text(encoding="utf-8")
    (repository / NOTICE / "en.md").write_text(text.replace("role: coordinator", "role: manager"), encoding="utf-8")
    listed = KNOWN.format(number=1, until="2027-03-01")
    change(repository / SETTINGS, "\nknown_faults:\n", f"\n{listed}")
    commit(repository)
    assert run(["check", "--register", "registry", "--as-of", "2026-12-01"]) == 1


@pytest.mark.parametrize(
    ("path", "who"),
    [("en.md", "drafter: Avelor"), ("ru.md", "translator")],
)
def test_a_finding_says_who_can_cure_it(
    repository: Path, path: str, who: str, capsys: pytest.CaptureFixture[str]
) -> None:
    breach(repository)
    commit(repository)
    assert {each["cured_by"] for each in findings(capsys) if each["path"] == f"{NOTICE}/{path}"} == {who}
