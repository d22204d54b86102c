"""A correction: what is wrong at a place of a text, and what to write instead."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from cica_docs.documents.text_runs import TextRun
from cica_docs.text.scripts import script_of

ADDRESS = re.compile(r"(?:https?://|mailto:|www\.)[^\s)>\]]+|\{#[a-z0-9-]+\}|\[\^(?:[^\]\[\s]|\[(?!\^))++\]")
"""What is not made of words: addresses, ids of headings, labels of footnotes."""


class Correction(NamedTuple):
    """An error of letters or signs in `current`; `suggestions` holds what may be meant, one if there is no doubt."""

    rule: str
    variant: str
    start: int
    end: int
    current: str
    suggestions: tuple[str, ...] = ()

    @property
    def details(self) -> Mapping[str, Any]:
        """What the messages of rules on letters say of it."""
        return {"found": self.current, "instead": self.suggestions, "letters": self.odd_letters}

    @property
    def odd_letters(self) -> tuple[str, ...]:
        """The wrong letters, each with its script and its number in Unicode."""
        meant = self.suggestions[0] if self.suggestions else ""
        letters = dict.fromkeys(letter for letter, right in zip(self.current, meant, strict=False) if letter != right)
        return tuple(f"{letter} ({script_of(letter).title()}, U+{ord(letter):04X})" for letter in letters)


def correction_of(
    run: TextRun, rule: str, variant: str, match: re.Match[str], *suggestions: str, group: str | int = 0
) -> Correction:
    """Return the correction of a match in a run of text."""
    start, end = match.span(group)
    return Correction(rule, variant, run.start + start, run.start + end, match[group], suggestions)


class Spans:
    """Spans of a text that do not overlap, for looking up others in them."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = list(spans)
        self._starts = [start for start, _ in ordered]
        self._ends = [end for _, end in ordered]

    def meets(self, start: int, end: int) -> bool:
        """Return whether some characters share one with a span."""
        index = bisect_right(self._ends, start)
        return index < len(self._starts) and self._starts[index] < end

    def covers(self, start: int, end: int) -> bool:
        """Return whether some characters are all in one span."""
        index = bisect_left(self._ends, end)
        return index < len(self._starts) and self._starts[index] <= start


def matches_outside(pattern: re.Pattern[str], spared: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern that share no character with a match of another."""
    spans = Spans(match.span() for match in spared.finditer(text))
    return (match for match in pattern.finditer(text) if not spans.meets(*match.span()))
