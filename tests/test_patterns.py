"""No text makes a regular expression run for more than in proportion to its length."""

import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from patterns import faults, stop

PROGRAM = Path(__file__).with_name("patterns.py")


def _measured(*arguments: str) -> dict[str, object]:
    run = subprocess.run([sys.executable, PROGRAM, *arguments], capture_output=True, text=True, check=True)
    return dict(json.loads(run.stdout.splitlines()[-1]))


def test_every_pattern_of_the_tool_keeps_in_proportion() -> None:
    measured = _measured()
    assert measured["faults"] == []
    assert int(str(measured["patterns"])) > 300


@pytest.mark.slow
def test_every_pattern_keeps_in_proportion_whatever_its_words_are() -> None:
    assert _measured("all")["faults"] == []


@pytest.fixture
def interrupted() -> Iterator[None]:
    """What takes too long is broken off, as in the program."""
    before = signal.signal(signal.SIGVTALRM, stop)
    yield
    signal.signal(signal.SIGVTALRM, before)


@pytest.mark.series(6)
@pytest.mark.parametrize(
    ("pattern", "method"),
    [
        (r"\n(#{1,6})[ \t]+(.*?)[ \t]*(?:\{#([a-z0-9-]{1,80})\})?[ \t]*$", "search"),
        (r"https?://\S+|\S+@\S+\.\S+", "search"),
        (r"\[\^([^\]\s]+)\](?!:)", "search"),
        (r"([ >]*)(\|?(?: *:?-+:? *\|)+(?: *:?-+:?)? *)", "fullmatch"),
        (r"(?:[^\n]|\n(?!\s*\n))+", "search"),
        (r"[Nn]o\s+\w*\s+may(?![\w/])", "match"),
        (r"«[^»\n]*»|“[^”\n]*”", "search"),
        (r"^(\w+\s?)+$", "fullmatch"),
        (r"(?<![A-Za-z0-9/])(?=[A-Za-z/.-]*[0-9])[A-Z]{2,8}(?:/[A-Za-z0-9.-]*[A-Za-z0-9])+", "search"),
    ],
)
@pytest.mark.usefixtures("interrupted")
def test_what_runs_on_is_found(pattern: str, method: str) -> None:
    assert list(faults(re.compile(pattern, re.MULTILINE), frozenset({method})))


@pytest.mark.parametrize(
    ("pattern", "method"),
    [
        (r"\n(#{1,6})[ \t]++([^\n]*+)", "search"),
        (r"(?<![ \t])[ \t]*+\{#([a-z0-9-]{1,80})\}[ \t]*$", "search"),
        (r"[ \t]*\{#([a-z0-9-]{1,80})\}[ \t]*$", "match"),
        (r"\w+(?:[’'-]\w+)*", "search"),
    ],
)
@pytest.mark.usefixtures("interrupted")
def test_what_keeps_in_proportion_passes(pattern: str, method: str) -> None:
    assert not list(faults(re.compile(pattern), frozenset({method})))
