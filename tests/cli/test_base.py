"""A change cannot choose by what it is judged: not its settings, not where it begins, not what lies on the disk."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from cica_docs.cli.run import run

CORPUS = Path(__file__).parent.parent / "corpus"
PAPER = "registry/concept-paper/environment-2026"
NOTICE = "registry/notice/environment-xa-2026"
SETTINGS = "registry/reference/settings.yaml"
_GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
    "PATH": os.environ["PATH"],
}
BOTH = pytest.mark.parametrize("revision", [(), ("--revision", "HEAD")], ids=["disk", "revision"])


def git(folder: Path, *arguments: str, content: bytes | None = None) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, env=_GIT, check=True, capture_output=True, input=content)
    return done.stdout.decode().strip()


def commit(folder: Path) -> str:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "a change")
    return git(folder, "rev-parse", "HEAD")


def change(path: Path, find: str, replace: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(find) == 1, find
    path.write_text(text.replace(find, replace), encoding="utf-8")


def breach(root: Path) -> None:
    """A notice that did not go through the Chairmanship: an error under clause 1.10."""
    original = root / NOTICE / "en.md"
    change(original, "role: coordinator\nvia: [chairmanship, secretariat]", "role: coordinator\nvia: [secretariat]")


def advise(root: Path) -> None:
    change(root / SETTINGS, "draft_decision: gate", "draft_decision: advise")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "repository"
    shutil.copytree(CORPUS, root / "registry")
    git(tmp_path, "init", "-q", "-b", "main", str(root))
    commit(root)
    git(root, "checkout", "-q", "-b", "proposal")
    monkeypatch.chdir(root)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return root


def check(*arguments: str, register: str = "registry", base: str = "main") -> int:
    return run(["check", "--register", register, "--as-of", "2026-12-01", "--base", base, *arguments])


def findings(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, str]]:
    check("--format", "json", *arguments)
    found: list[dict[str, str]] = json.loads(capsys.readouterr().out)["findings"]
    return found


@BOTH
def test_a_register_behind_a_link_is_not_read(
    repository: Path, capsys: pytest.CaptureFixture[str], revision: tuple[str, ...]
) -> None:
    advise(repository)
    breach(repository)
    (repository / "registry").rename(repository / "records")
    (repository / "registry").symlink_to("records")
    commit(repository)
    assert check(*revision) == 2
    assert "link" in capsys.readouterr().err
    assert run(["check", "--base", "main", *revision]) == 2


@BOTH
def test_nor_one_in_a_folder_behind_a_link(
    repository: Path, capsys: pytest.CaptureFixture[str], revision: tuple[str, ...]
) -> None:
    git(repository, "checkout", "-q", "main")
    (repository / "deep").mkdir()
    (repository / "registry").rename(repository / "deep" / "registry")
    commit(repository)
    git(repository, "checkout", "-q", "-B", "proposal")
    advise(repository / "deep")
    (repository / "deep").rename(repository / "real")
    (repository / "deep").symlink_to("real")
    commit(repository)
    assert check(*revision, register="deep/registry") == 2
    assert "link" in capsys.readouterr().err


def test_nor_one_in_another_repository_that_a_link_leads_to(repository: Path, tmp_path: Path) -> None:
    """The workflow checks the base out into a folder of its own, which is free of faults."""
    breach(repository)
    git(repository, "clone", "-q", "-b", "main", str(repository), str(tmp_path / "tool"))
    shutil.rmtree(repository / "registry")
    for target in (tmp_path / "tool" / "registry", tmp_path / "tool"):
        (repository / "registry").symlink_to(target)
        assert check(base="HEAD") == 2
        (repository / "registry").unlink()


def test_a_link_in_a_bare_repository_is_named(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / "registry").rename(repository / "records")
    (repository / "registry").symlink_to("records")
    commit(repository)
    git(tmp_path, "clone", "-q", "--bare", str(repository), "bare.git")
    assert check("--revision", "proposal", register=str(tmp_path / "bare.git")) == 2
    assert check("--revision", "main", register=str(tmp_path / "bare.git")) == 0
    capsys.readouterr()


@BOTH
def test_a_register_that_was_moved_was_there_before(
    repository: Path, capsys: pytest.CaptureFixture[str], revision: tuple[str, ...]
) -> None:
    advise(repository)
    breach(repository)
    (repository / "registry").rename(repository / "records")
    commit(repository)
    assert check(*revision, register="records") == 2
    assert "at registry" in capsys.readouterr().err
    (repository / "Registry").mkdir()
    (repository / "records").rename(repository / "Registry" / "registry")
    commit(repository)
    assert check(*revision, register="Registry") == 2
    assert "at registry" in capsys.readouterr().err


@BOTH
def test_a_register_without_settings_is_none(repository: Path, revision: tuple[str, ...]) -> None:
    (repository / SETTINGS).unlink()
    commit(repository)
    assert check(*revision) == 2


@BOTH
def test_where_there_was_no_register_at_all_the_change_brings_its_own_settings(
    repository: Path, capsys: pytest.CaptureFixture[str], revision: tuple[str, ...]
) -> None:
    git(repository, "checkout", "-q", "--orphan", "empty")
    git(repository, "rm", "-rqf", "--cached", ".")
    git(repository, "commit", "-q", "--allow-empty", "-m", "nothing yet")
    breach(repository)
    commit(repository)
    assert check(*revision, base="HEAD~1") == 1
    assert "holds no register" in capsys.readouterr().out


def test_a_branch_that_begins_before_the_register_is_compared_with_that_of_the_base(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(repository, "checkout", "-q", "--orphan", "fresh")
    git(repository, "rm", "-rqf", "--cached", ".")
    git(repository, "commit", "-q", "--allow-empty", "-m", "nothing yet")
    git(repository, "branch", "start")
    commit(repository)
    git(repository, "checkout", "-q", "-f", "start")
    git(repository, "checkout", "-q", "fresh", "--", ".")
    advise(repository)
    breach(repository)
    commit(repository)
    assert check(base="fresh") == 1
    assert "clause 1.10" in capsys.readouterr().out


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
    found = findings(capsys, "--select", "symbol/unknown-series")
    assert {finding["path"] for finding in found} == {f"{PAPER}/en.md"}


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
    assert any("Special Working Group" in one["message"] for one in findings(capsys, "--base", "HEAD~1"))
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
