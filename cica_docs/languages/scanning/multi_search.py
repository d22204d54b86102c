"""Find many words and phrases of one language in one pass over a text of single bytes."""

from collections.abc import Hashable, Iterable
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import BytesAhoCorasick, Implementation

from cica_docs.languages.lexicon.phrases import ANYTHING
from cica_docs.text.inflection import SPACE, normalize
from cica_docs.text.profile import profiles
from cica_docs.text.single_byte import ORDINARY, encode_single_byte, translation_table_of

Thing = TypeVar("Thing", bound=Hashable)
# Every sign between words is searched as a space, except the slash, which joins words.
_FLAT = translation_table_of(
    {
        "".join(sign for sign in ORDINARY if not sign.isalnum() and sign not in "_/"): " ",
        **{letter: equal for profile in profiles().values() for letter, equal in profile.equal_letters.items()},
    }
)


class Literal(NamedTuple):
    """The letters with which a pattern begins; `is_whole` if the pattern matches wherever they occur."""

    text: str
    is_whole: bool


class MultiPattern(Generic[Thing]):
    """Finds many literals in one pass; a literal that no text of single bytes can hold is never found."""

    def __init__(self, literals: Iterable[tuple[str, Thing]]) -> None:
        things: dict[bytes, list[Thing]] = {}
        for literal, thing in literals:
            encoded = encode_single_byte(literal)
            if encoded is not None:
                things.setdefault(encoded.translate(_FLAT), []).append(thing)
        self._things = [tuple(same_literal) for same_literal in things.values()]
        # The text searched has a space before it, which a literal that begins a word has in it.
        self._shifts = [0 if literal.startswith(b" ") else 1 for literal in things]
        # A DFA searches a megabyte some milliseconds faster, and takes ten times as long to build.
        self._search = BytesAhoCorasick(list(things), implementation=Implementation.ContiguousNFA)

    def find_all(self, text: bytes) -> list[tuple[int, Thing]]:
        """Return where literals begin in a text of single bytes, with their things, in the order of their ends."""
        things, shifts = self._things, self._shifts
        flat = b" " + text.translate(_FLAT) + b" "
        matches = self._search.find_matches_as_indexes(flat, overlapping=True)
        return [(start - shifts[index], thing) for index, start, _ in matches for thing in things[index]]


def literals_of(pattern: str, *, firsts: Iterable[str]) -> tuple[Literal, ...]:
    """Return literals, one for each possible first letter; every match of a pattern for whole words has one of them."""
    has_any_beginning = pattern.startswith(ANYTHING)
    literal, rest = _literal(normalize(pattern.removeprefix(ANYTHING)))
    is_word = literal.isalpha() and rest in {"", ANYTHING}
    end = "" if rest else " "
    if has_any_beginning:
        return (Literal(f"{literal}{end}", is_word),)
    return tuple(Literal(f" {first}{literal[1:]}{end}", is_word) for first in sorted(firsts))


def _literal(pattern: str) -> tuple[str, str]:
    """Return the characters with which a pattern begins, and the rest of it."""
    literal, at = "", 0
    while at < len(pattern):
        if pattern.startswith(SPACE, at):
            literal, at = f"{literal} ", at + len(SPACE)
        elif pattern[at] == "\\" and not pattern[at + 1].isalnum():
            literal, at = literal + pattern[at + 1], at + 2
        elif pattern[at] in "\\[(":
            break
        else:
            literal, at = literal + pattern[at], at + 1
    return literal, pattern[at:]
