"""The base decides by what a change is judged, and the report says which it was."""

import json
from pathlib import Path

import pytest

from cica_docs.cli.run import run
from proposal import PAPER, SETTINGS, advise, breach, change, commit, git

pytestmark = pytest.mark.series(6)


def check(*arguments: str, register: str = "registry", base: str = "main") -> int:
    return run(["check", "--register", register, "--as-of", "2026-12-01", "--base", base, *arguments])


def findings(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, str]]:
    check("--format", "json", *arguments)
    findings: list[dict[str, str]] = json.loads(capsys.readouterr().out)["findings"]
    return findings


def test_the_tip_of_the_base_decides_and_not_where_the_branch_begins(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(repository, "checkout", "-q", "main")
    advise(repository)
    lenient = commit(repository)
    change(repository / SETTINGS, "draft_decision: advise", "draft_decision: gate")
    strict = commit(repository)
    git(repository, "checkout", "-q", "-B", "proposal", lenient)
    breach(repository)
    commit(repository)
    assert check() == 1
    said = capsys.readouterr().out
    assert strict[:12] in said
    assert lenient[:12] in said


def test_what_the_tip_of_the_base_made_strict_does_not_blame_what_was_not_touched(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(repository, "checkout", "-q", "main")
    breach(repository)
    advise(repository)
    lenient = commit(repository)
    change(repository / SETTINGS, "draft_decision: advise", "draft_decision: gate")
    commit(repository)
    git(repository, "checkout", "-q", "-B", "proposal", lenient)
    (repository / "README.md").write_text("A word.\n", encoding="utf-8")
    commit(repository)
    assert check() == 0
    assert "left out: 1 error" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("find", "replace", "gone"),
    [
        ("languages: [en, ru, kk]", "languages: [en, ru]", "registry/completion-report/environment-xc/kk.md"),
        ("original: en", "original: ru", f"{PAPER}/en.md"),
    ],
)
def test_settings_of_the_change_do_not_excuse_what_it_takes_away(
    repository: Path, find: str, replace: str, gone: str
) -> None:
    change(repository / SETTINGS, find, replace)
    (repository / gone).unlink()
    commit(repository)
    assert check() == 1


def test_a_series_that_the_change_makes_up_is_unknown(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(repository / SETTINGS, "series: [CHAIR, INF, SEC]", "series: [CHAIR, INF, SEC, QQQ]")
    text = (repository / PAPER / "en.md").read_text(encoding="utf-8")
    symbol = next(line for line in text.split("\n") if line.startswith("symbol:"))
    change(repository / PAPER / "en.md", symbol, "symbol: SOC/2023-II/QQQ/3")
    commit(repository)
    unknown = findings(capsys, "--select", "symbol/unknown-series")
    assert {finding["path"] for finding in unknown} == {f"{PAPER}/en.md"}


def test_the_zone_of_the_base_says_which_day_it_is(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = (repository / SETTINGS).read_text(encoding="utf-8")
    zone = next(line for line in settings.split("\n") if line.startswith("timezone:"))
    days = []
    for name in ("Etc/GMT-14", "Etc/GMT+12"):
        git(repository, "checkout", "-q", "-f", "main")
        (repository / SETTINGS).write_text(settings.replace(zone, f"timezone: {name}"), encoding="utf-8")
        git(repository, "commit", "-q", "--allow-empty", "-am", name)
        git(repository, "checkout", "-q", "-B", "proposal")
        (repository / SETTINGS).write_text(settings.replace(zone, "timezone: Asia/Almaty"), encoding="utf-8")
        commit(repository)
        for more in ([], ["--revision", "HEAD"]):
            run(["check", "--register", "registry", "--base", "main", "--format", "json", *more])
            days.append(json.loads(capsys.readouterr().out)["as_of"])
    assert days[0] > days[2]
    assert days[1] > days[3]


def test_what_is_wrong_with_the_settings_of_the_change_is_found_in_them(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(repository / SETTINGS, "original: en", "original: xx")
    commit(repository)
    assert check() == 1
    assert f"{SETTINGS}:" in capsys.readouterr().out


def test_the_provisions_of_the_change_are_checked_and_do_not_decide(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    provisions = repository / "registry/decision/cbm-modalities/provisions.yaml"
    text = provisions.read_text(encoding="utf-8")
    provisions.write_text(f"severity: {{shall: none, must: none, cannot: none, oops: 1}}\n{text}", encoding="utf-8")
    breach(repository)
    commit(repository)
    assert check() == 1
    said = capsys.readouterr().out
    assert "clause 1.10" in said
    assert "provisions.yaml:" in said


def test_the_original_of_a_work_cannot_be_taken_away(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / PAPER / "en.md").unlink()
    commit(repository)
    assert check() == 1
    assert "error[form/original-missing]" in capsys.readouterr().out


def test_an_old_fault_stays_old_when_its_words_change(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(repository, "checkout", "-q", "main")
    recommendation = repository / "registry/recommendation/environment-contact-persons/en.md"
    change(recommendation, "addressee: soc", "addressee: swg")
    commit(repository)
    assert any("Special Working Group" in finding["message"] for finding in findings(capsys, "--base", "HEAD~1"))
    git(repository, "checkout", "-q", "-B", "proposal")
    bodies = repository / "registry/reference/bodies.yaml"
    text = bodies.read_text(encoding="utf-8")
    assert "Special Working Group" in text
    bodies.write_text(text.replace("Special Working Group", "Working Group of Experts"), encoding="utf-8")
    commit(repository)
    assert findings(capsys, "--select", "recommendation") == []


def test_the_report_names_its_base(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    breach(repository)
    tip = commit(repository)
    git(repository, "branch", "-f", "main")
    change(repository / PAPER / "en.md", "prepared_by: XA", "prepared_by: XQ")
    commit(repository)
    check("--format", "json")
    base = json.loads(capsys.readouterr().out)["base"]
    assert (base["revision"], base["commit"], base["ancestor"]) == ("main", tip, tip)
    assert base["left_out"]["error"] >= 1
    check("--format", "sarif")
    assert json.loads(capsys.readouterr().out)["runs"][0]["properties"]["base"]["commit"] == tip
