"""The commands that only read: explain, trace, list, status."""

import json
from pathlib import Path

import pytest

from cica_docs.cli import complete
from cica_docs.cli.run import run

pytestmark = pytest.mark.series(6)

REGISTER = str(Path(__file__).parents[2] / "registry")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["explain"], "mandate/tenure-out-of-bounds"),
        (["explain", "1.10"], "1.10/tenure"),
        (["explain", "--all"], "### form/schema"),
        (["trace"], "1.10/tenure"),
        (["trace", "--format", "markdown"], "## Clause 1.10"),
        (["list", "areas"], "tourism"),
        (["list", "mandate", "--as-of", "2024-06-01"], "ict-security-ru-2024"),
        (["list", "measures", "--format", "csv"], "id,area,title"),
        (["status", "--as-of", "2024-06-01"], "1 June 2024"),
    ],
)
def test_they_print_and_hold(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*arguments, "--register", REGISTER, "--lang", "en"]) == 0
    assert said in capsys.readouterr().out


def test_generated_pages_do_not_depend_on_the_locale(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "kk_KZ.UTF-8")
    for arguments in (["trace", "--format", "markdown"], ["explain", "--all"]):
        assert run([*arguments, "--register", REGISTER]) == 0
        assert capsys.readouterr().out.split("\n")[2].startswith("# The ")


def test_json_can_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, version in ((["trace"], 2), (["list", "states"], 1)):
        assert run([*arguments, "--format", "json", "--register", REGISTER]) == 0
        assert json.loads(capsys.readouterr().out)["version"] == version


def test_wrong_usage_is_told_in_the_readers_language(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "1.99", "--register", REGISTER, "--lang", "ru"]) == 2
    assert "нет правила" in capsys.readouterr().err


def test_shells_are_offered_what_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REGISTER)
    assert "mandate/tenure-out-of-bounds" in complete.complete_rules_and_clauses("mandate/")
    assert "1.10/tenure" in complete.complete_rules_and_clauses("1.10")
    assert complete.complete_lists("m") == ["mandate", "measures"]
    assert complete.complete_areas("tour") == ["tourism"]
    assert complete.complete_states("k") == complete.complete_states("K") != []


def test_outside_a_register_shells_are_offered_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert complete.complete_rules_and_clauses("") == []
    assert complete.complete_areas("") == []
