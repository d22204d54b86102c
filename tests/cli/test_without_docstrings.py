"""`python -OO` leaves docstrings out; manual pages and the help of commands are read from the sources then."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from cica_docs.cli.run import run
from cica_docs.rules.rule import rules
from cica_docs.values.docstring import docstring_of
from cica_docs.views import explain, handbook

ROOT = Path(__file__).parents[2]
REGISTER = ["--register", str(ROOT / "registry"), "--lang", "en"]


@pytest.mark.series(6)
@pytest.mark.parametrize(
    "arguments",
    [
        ["explain", "mandate/tenure-out-of-bounds", *REGISTER],
        ["explain", *REGISTER],
        ["explain", "--all", *REGISTER],
        ["check", "--format", "sarif", "--as-of", "2026-12-01", *REGISTER],
        ["--help"],
        ["audit", "leaks", "--help"],
    ],
    ids=" ".join,
)
def test_all_is_said_without_docstrings_too(
    arguments: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("COLUMNS", "80")
    done = subprocess.run(
        [sys.executable, "-B", "-OO", "-m", "cica_docs", *arguments],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    assert run(arguments) == done.returncode
    said = capsys.readouterr()
    assert (done.stdout, done.stderr) == (said.out, said.err)
    assert said.out


def test_a_manual_page_that_is_nowhere_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = tuple(replace(rule, manual="") for rule in rules())
    for module in (explain, handbook):
        monkeypatch.setattr(module, "rules", lambda: bare)
    for name in ("mandate/tenure-out-of-bounds", "--all"):
        assert run(["explain", name, *REGISTER]) == 0
        assert "its manual page is missing" in capsys.readouterr().out


def test_a_docstring_is_read_from_the_source() -> None:
    assert docstring_of("cica_docs.values.docstring").startswith("Docstrings that are read by users")
    assert docstring_of("cica_docs.values.docstring", "docstring_of").startswith("Read the docstring of a module")
    assert docstring_of("cica_docs.values.docstring", "nothing") == ""
    assert docstring_of("cica_docs.nowhere") == ""
    assert docstring_of("sys") == ""
