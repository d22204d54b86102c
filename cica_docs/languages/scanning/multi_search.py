"""Words and phrases of one language, all sought in one pass over a text."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from ahocorasick_rs import BytesAhoCorasick, Implementation

from cica_docs.languages.lexicon.phrases import ANYTHING
from cica_docs.text.inflection import SPACE, normalize
from cica_docs.text.single_byte import ORDINARY, encode_single_byte, translation_table_of

Thing = TypeVar("Thing", bound=Hashable)
# One word ends and another begins at each space; a stroke joins words and parts none.
_FLAT = translation_table_of(
    {"".join(one for one in ORDINARY if not one.isalnum() and one not in "_/"): " ", "ё": "е", "Ё": "Е"}
)


@dataclass(frozen=True, slots=True)
class Literal:
    """How a pattern begins, between spaces; whether it is all of it, so that wherever it stands the pattern matches."""

    text: str
    is_whole: bool


class MultiPattern(Generic[Thing]):
    """Finds the needles of many things in one pass; needles that no ordinary text can hold are never found."""

    def __init__(self, sought: Iterable[tuple[str, Thing]]) -> None:
        things: dict[bytes, list[Thing]] = {}
        for needle, thing in sought:
            found = encode_single_byte(needle)
            if found is not None:
                things.setdefault(found.translate(_FLAT), []).append(thing)
        self._things = [tuple(several) for several in things.values()]
        # A text is flat behind a byte of space, which a needle that begins a word has in it.
        self._shifts = [0 if needle.startswith(b" ") else 1 for needle in things]
        self._search = BytesAhoCorasick(list(things), implementation=Implementation.DFA)

    def sightings(self, text: bytes) -> list[tuple[int, Thing]]:
        """Where needles begin in a coded text, and what each stands for, in the order in which needles end."""
        things, shifts = self._things, self._shifts
        found = self._search.find_matches_as_indexes(flatten_spaces(text), overlapping=True)
        return [(start - shifts[index], thing) for index, start, _ in found for thing in things[index]]


def flatten_spaces(text: bytes) -> bytes:
    """A coded text whose words stand between single bytes of space, with one such byte before and after it."""
    return b" " + text.translate(_FLAT) + b" "


def literals_of(pattern: str, *, firsts: Iterable[str]) -> tuple[Literal, ...]:
    """What stands in every text in which a pattern for whole words does, by the letters that it may begin with."""
    grows = pattern.startswith(ANYTHING)
    literal, rest = _literal(normalize(pattern.removeprefix(ANYTHING)))
    is_word = literal.isalpha() and rest in {"", ANYTHING}
    end = "" if rest else " "
    if grows:
        return (Literal(f"{literal}{end}", is_word),)
    return tuple(Literal(f" {first}{literal[1:]}{end}", is_word) for first in sorted(firsts))


def _literal(pattern: str) -> tuple[str, str]:
    """The characters with which a pattern begins, and what follows them."""
    found, at = "", 0
    while at < len(pattern):
        if pattern.startswith(SPACE, at):
            found, at = f"{found} ", at + len(SPACE)
        elif pattern[at] == "\\" and not pattern[at + 1].isalnum():
            found, at = found + pattern[at + 1], at + 2
        elif pattern[at] in "\\[(":
            break
        else:
            found, at = found + pattern[at], at + 1
    return found, pattern[at:]
