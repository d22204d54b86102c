"""Texts that make a regular expression run long if anything can: each of its repetitions fed at length.

For every repetition without a small bound there is a text in which what stands before it is followed by a long run of
what it repeats, and by something that does not fit; and a text in which that beginning stands again and again.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_FEW = 16
"""A repetition of no more than this many is no run."""
_MOST_SAMPLES = 3
_TAILS = ("!", " b", "\n")
_CATEGORIES = {
    codes.CATEGORY_SPACE: " \n",
    codes.CATEGORY_NOT_SPACE: "a@-",
    codes.CATEGORY_DIGIT: "1",
    codes.CATEGORY_NOT_DIGIT: "a ",
    codes.CATEGORY_WORD: "aя1",
    codes.CATEGORY_NOT_WORD: " -.",
}
_ANY = 'ab1 -.,[(@\nяЯA"«/|#{*_>`:^'
GENERAL = (
    *"aA1я \n-,.[](){}\"«“@#|*_>`/:^!%'\\&;+=~<$\t",
    *("ab ", "a b", "1-", "1.", "1,", "1:", "1 ", "[^", "[a", "](", " |", "- ", "* ", "\n ", " \n", "\n\n", "\n- "),
    *("@a", "a.", "A/", "A-", "a-", "a_", "a1", "« ", "«»", "“”", "I", "X", "V", "#\n", "> ", "| ", "-:", "--", " -"),
    *(", ", ". ", ".a", "а б ", "A b, ", "a\n", "1\n", "1. ", "{#", "}{", "* *", "a@a.", "www.", "://", "a\u00a0"),
    "ab\nab ",
)  # fmt: skip
"""Runs that every pattern is fed, whatever it is made of."""


def pumped(pattern: re.Pattern[str] | re.Pattern[bytes], length: int) -> Iterator[str]:
    """Texts of about a length that drive the repetitions of a pattern."""
    yield from (_run(unit, length) for unit in GENERAL)
    written = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    repeated: dict[str, None] = {}
    for before, unit in dict.fromkeys(_pumps(parser.parse(written, pattern.flags & ~re.UNICODE), [""])):
        run = _run(unit, length)
        yield from (before + run + tail for tail in _TAILS)
        again = (before, before + unit, f"{before}{unit}\n")
        repeated |= dict.fromkeys(text for text in again if text not in {"", unit})
    yield from (_run(text, length) for text in repeated)


def _run(unit: str, length: int) -> str:
    return unit * (length // len(unit))


def _pumps(tree: Iterable[Any], befores: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What stands before each repetition in a pattern, with each of the things that it may repeat."""
    befores = list(befores)
    for code, argument in tree:
        for inner in _inner(code, argument):
            yield from _pumps(inner, befores)
        if code in {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}:
            _, most, repeated = argument
            if most > _FEW:
                yield from ((before, unit) for before in befores for unit in _samples(repeated) if unit)
        befores = list(dict.fromkeys(a + b for a, b in product(befores, _sample(code, argument))))[:_MOST_SAMPLES]


def _inner(code: Any, argument: Any) -> Iterator[Any]:
    """The patterns within a part of a pattern."""
    if code is codes.SUBPATTERN:
        yield argument[3]
    elif code in {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}:
        yield argument[2]
    elif code is codes.BRANCH:
        yield from argument[1]
    elif code in {codes.ASSERT, codes.ASSERT_NOT}:
        yield argument[1]
    elif code is codes.ATOMIC_GROUP:
        yield argument


def _samples(tree: Iterable[Any]) -> list[str]:
    """Some texts that a pattern matches, assertions aside."""
    samples = [""]
    for code, argument in tree:
        samples = list(islice((a + b for a, b in product(samples, _sample(code, argument))), _MOST_SAMPLES))
    return samples


def _sample(code: Any, argument: Any) -> list[str]:
    if code is codes.LITERAL:
        return [chr(argument)]
    if code is codes.NOT_LITERAL:
        return [character for character in _ANY if character != chr(argument)][:_MOST_SAMPLES]
    if code is codes.ANY:
        return [*"a -"]
    if code is codes.IN:
        return _of_class(argument)
    if code is codes.SUBPATTERN:
        return _samples(argument[3])
    if code is codes.ATOMIC_GROUP:
        return _samples(argument)
    if code is codes.BRANCH:
        return list(dict.fromkeys(text for tree in argument[1] for text in _samples(tree)[:2]))[: 2 * _MOST_SAMPLES]
    if code in {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}:
        least, most, repeated = argument
        texts = [text * max(least, min(1, most)) for text in _samples(repeated)]
        return texts if least else ["", *texts][:_MOST_SAMPLES]
    if code is codes.ASSERT and argument[0] < 0:
        return _samples(argument[1])
    return [""]


def _of_class(members: Sequence[Any]) -> list[str]:
    """Some characters of a class."""
    if members[0][0] is codes.NEGATE:
        refused = re.compile(f"[{''.join(map(_member, members[1:]))}]")
        return [character for character in _ANY if not refused.match(character)][: _MOST_SAMPLES * 2]
    texts: list[str] = []
    for code, argument in members:
        if code is codes.LITERAL:
            texts.append(chr(argument))
        elif code is codes.RANGE:
            texts.append(chr(argument[0]))
        elif code is codes.CATEGORY:
            texts += _CATEGORIES[argument]
    return list(dict.fromkeys(texts))[: _MOST_SAMPLES * 2]


def _member(member: tuple[Any, Any]) -> str:
    code, argument = member
    if code is codes.LITERAL:
        return re.escape(chr(argument))
    if code is codes.RANGE:
        return f"{re.escape(chr(argument[0]))}-{re.escape(chr(argument[1]))}"
    return {
        codes.CATEGORY_SPACE: r"\s",
        codes.CATEGORY_NOT_SPACE: r"\S",
        codes.CATEGORY_DIGIT: r"\d",
        codes.CATEGORY_NOT_DIGIT: r"\D",
        codes.CATEGORY_WORD: r"\w",
        codes.CATEGORY_NOT_WORD: r"\W",
    }[argument]
