"""The command as its user meets it: exit statuses, places, languages, and what a change brings."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from cica_docs.cli.run import run

pytestmark = pytest.mark.series(6)

CORPUS = Path(__file__).parent.parent / "corpus"
_GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
    "PATH": os.environ["PATH"],
}
PAPER = "registry/concept-paper/environment-2026/en.md"
NOTICE = "registry/notice/environment-xa-2026/en.md"


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, env=_GIT, check=True, capture_output=True)


def change(path: Path, find: str, replace: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(find) == 1, find
    path.write_text(text.replace(find, replace), encoding="utf-8")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "repository"
    shutil.copytree(CORPUS, root / "registry")
    git(tmp_path, "init", "-q", "-b", "main", str(root))
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "one")
    monkeypatch.chdir(root)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return root


def check(*arguments: str) -> int:
    return run(["check", "--as-of", "2026-12-01", *arguments])


def test_a_clean_register_holds(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check("--register", str(repository)) == 0
    assert "no findings" in capsys.readouterr().out
    assert check("--revision", "HEAD") == 0


def test_the_register_is_found_from_below(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository / "registry" / "mandate")
    assert check() == 0


def test_a_finding_names_file_line_column_clause_and_cure(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(
        repository / NOTICE,
        "role: coordinator\nvia: [chairmanship, secretariat]",
        "role: coordinator\nvia: [secretariat]",
    )
    assert check() == 1
    out = capsys.readouterr().out
    assert f"{NOTICE}:8:6: error[form/schema]" in out
    assert "clause 1.10, shall" in out
    assert "help (drafter: Avelor): " in out


@pytest.mark.parametrize(("lang", "words"), [("ru", "пункт 1.10"), ("kk", "1.10-тармақ")])
def test_in_the_readers_language(repository: Path, capsys: pytest.CaptureFixture[str], lang: str, words: str) -> None:
    change(
        repository / NOTICE,
        "role: coordinator\nvia: [chairmanship, secretariat]",
        "role: coordinator\nvia: [secretariat]",
    )
    assert check("--lang", lang) == 1
    assert words in capsys.readouterr().out


@pytest.mark.usefixtures("repository")
def test_the_locale_decides_where_nothing_is_said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "kk_KZ.UTF-8")
    check()
    assert "жұмыс" in capsys.readouterr().out


def test_paths_narrow_what_is_reported(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(repository / NOTICE, "to: all\n", "to: everybody\n")
    assert check("registry/concept-paper") == 0
    assert check("registry/notice") == 1
    assert check(NOTICE) == 1
    assert check("registry/nowhere") == 2
    assert "registry/nowhere" in capsys.readouterr().err


def test_a_change_answers_for_itself_alone(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(
        repository / NOTICE,
        "role: coordinator\nvia: [chairmanship, secretariat]",
        "role: coordinator\nvia: [secretariat]",
    )
    git(repository, "commit", "-q", "-am", "an old fault")
    git(repository, "checkout", "-q", "-b", "proposal")
    change(repository / PAPER, "prepared_by: XA", "prepared_by: XQ")
    git(repository, "commit", "-q", "-am", "a new fault")
    assert check("--base", "main") == 1
    out = capsys.readouterr().out
    assert PAPER in out
    assert NOTICE not in out
    change(repository / PAPER, "prepared_by: XQ", "prepared_by: XA")
    assert check("--base", "main") == 0


def test_what_a_change_breaks_elsewhere_is_reported(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(repository, "checkout", "-q", "-b", "proposal")
    shutil.rmtree(repository / "registry" / "concept-paper")
    assert check("--base", "main") == 1
    assert "action-plan/environment-2026/en.md" in capsys.readouterr().out


def test_a_change_is_judged_under_the_settings_it_found(repository: Path) -> None:
    git(repository, "checkout", "-q", "-b", "proposal")
    change(repository / "registry/reference/settings.yaml", "draft_decision: gate", "draft_decision: advise")
    change(
        repository / NOTICE,
        "role: coordinator\nvia: [chairmanship, secretariat]",
        "role: coordinator\nvia: [secretariat]",
    )
    assert check() == 0
    assert check("--base", "main") == 1


def test_no_common_ancestor_is_cannot_decide(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(repository, "checkout", "-q", "--orphan", "other")
    git(repository, "commit", "-q", "-m", "other")
    assert check("--base", "main") == 2
    assert "no common ancestor" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["--revision", "nowhere"],
        ["--register", "nowhere"],
        ["--select", "form/nothing"],
        ["--format", "morse"],
        ["--as-of", "2026-02-30"],
        ["--as-of", ""],
        ["--as-of", "", "--revision", "HEAD"],
    ],
)
@pytest.mark.usefixtures("repository")
def test_wrong_usage_is_two_and_no_traceback(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert run(["check", *arguments]) == 2
    said = capsys.readouterr()
    assert said.err
    assert "Traceback" not in said.err


def test_a_revision_is_judged_on_its_own_day_or_today(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    long_ago = {**_GIT, "GIT_COMMITTER_DATE": "2025-03-01T22:00:00 +0000"}
    subprocess.run(["git", "commit", "-q", "--allow-empty", "-m", "two"], cwd=repository, env=long_ago, check=True)

    def day_of(*more: str) -> str:
        run(["check", "--revision", "HEAD", "--format", "json", *more])
        return str(json.loads(capsys.readouterr().out)["as_of"])

    assert day_of() == "2025-03-02"  # in the zone of the register
    assert day_of("--as-of", "today") > "2026-01-01"


def test_a_folder_without_a_register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["check"]) == 2


def test_json_is_json(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(repository / NOTICE, "to: all\n", "to: everybody\n")
    assert check("--format", "json", "--select", "form") == 1
    report = json.loads(capsys.readouterr().out)
    assert {finding["rule"] for finding in report["findings"]} == {"form/schema"}


def test_annotations_come_with_a_summary(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    change(repository / NOTICE, "to: all\n", "to: everybody\n")
    assert check("--format", "github") == 1
    assert capsys.readouterr().out.startswith(f"::error file={NOTICE},")
    summary_text = summary.read_text(encoding="utf-8")
    assert "form/schema" in summary_text
    assert (
        "“Notice of the Intention of Avelor to Assume the Role of Coordinator in Environment Protection”"
        in summary_text
    )
    assert re.search(r"basis: clause [0-9]\.[0-9]+, shall: “[A-Z][a-z ]+", summary_text)


def test_a_summary_that_others_began_is_not_filled_beyond_what_github_takes(
    repository: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    for paper in sorted((repository / "registry").glob("*/*/en.md")):
        paper.write_text(paper.read_text(encoding="utf-8") + "[TODO: x]\n" * 40, encoding="utf-8")
    check("--format", "github")
    assert summary.stat().st_size > 8_000
    summary.write_text("x" * 1_041_000, encoding="utf-8")
    check("--format", "github")
    assert 1_041_000 < summary.stat().st_size <= 1_048_576


def test_the_same_report_every_time(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(repository / NOTICE, "to: all\n", "to: everybody\n")
    reports = []
    for _ in range(3):
        check("--format", "json")
        reports.append(capsys.readouterr().out)
    assert len(set(reports)) == 1


def test_the_place_of_a_verdict_is_given_as_findings_print_it(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(repository / NOTICE, "to: 2028-02-29}", "to: 2026-12-31}")
    for line in ("", ":10", ":10:1"):
        assert check("--why", "mandate/tenure-out-of-bounds", NOTICE + line) == 0
        assert "2026-03-01 + 2 years = 2028-03-01" in capsys.readouterr().out
    assert check("--why", "mandate/tenure-out-of-bounds") == 2
    assert "needs one place" in capsys.readouterr().err
    assert check("--why", "mandate/tenure-out-of-bounds", "registry/notice/none/en.md:3") == 2
