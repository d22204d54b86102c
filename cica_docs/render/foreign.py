"""Runs of a foreign script in a text: a name in Arabic runs right to left, and is in another language than the text."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from cica_docs.text.locale_files import read_foreign_scripts

_ANY = re.compile("[\u0530-\u1cbf\u2d00-\u2d2f\u3040-\ud7ff\ufb1d-\ufefc]")
"""A letter that may be foreign: most texts have none, and need not wait for the file."""
_SIGNS = r"[\s\d.,:;\u060c\u061b\u2013\u2014/-]"
_BETWEEN = rf"(?:{_SIGNS}|\({_SIGNS}{{1,12}}+\)){{1,12}}+"
_WITHIN = "\u0300-\u036f\u200c\u200d\u0964\u0965"


class Script(NamedTuple):
    """How a foreign script is set."""

    language: str
    """The tag of its language; empty if the script does not tell it."""
    is_backward: bool
    """Whether it runs from right to left."""
    is_complex: bool
    """Whether Word shows it with its font for complex scripts."""
    is_east_asian: bool
    """Whether Word shows it with its East Asian font."""


def foreign_runs(text: str) -> Iterator[tuple[str, Script | None]]:
    """Yield the pieces of a text in order, each with its script; None if it is ordinary.

    Words of one script belong to one run with what is between them, so that those which run from right to left keep
    their order; figures and signs at its ends belong to the text around.
    """
    if text.isascii() or not _ANY.search(text):
        yield text, None
        return
    pattern, scripts = _foreign()
    end = 0
    for match in pattern.finditer(text):
        if match.start() > end:
            yield text[end : match.start()], None
        yield match[0], scripts[(match.lastindex or 1) - 1]
        end = match.end()
    if end < len(text):
        yield text[end:], None


@cache
def _foreign() -> tuple[re.Pattern[str], tuple[Script, ...]]:
    """Return the pattern of a run, with a group for each script, and the scripts in the order of the groups."""
    entries = read_foreign_scripts()
    runs = (_run(entry["letters"]) for entry in entries)
    return re.compile("|".join(f"({run})" for run in runs)), tuple(map(_script, entries))


def _script(entry: Mapping[str, str]) -> Script:
    font = entry["font"]
    return Script(entry["language"], entry["runs"] == "right to left", font == "complex", font == "asian")


def _run(letters: str) -> str:
    # \u escapes of the file are those of the pattern.
    word = rf"[{letters}][{letters}{_WITHIN}]*+"
    words = rf"{word}(?:{_BETWEEN}{word})*+"
    return rf"{word}(?:{_BETWEEN}{word}|\s?\({words}\))*+"
