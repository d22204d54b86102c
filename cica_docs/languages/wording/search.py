"""Find a wording of the lexicon in a sentence."""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from itertools import islice

from cica_docs.languages.wording.lexicon import Lexicon, Pair
from cica_docs.text.inflection import normalize

_WORD = re.compile(r"\w[\w’'-]*")
_CLAUSE = re.compile(r"[,;:()—–]")
_ASIDE = re.compile(r"\([^()]*+\)")
_AFTER = 8
_LONGEST = 600
"""Characters of a clause that are looked at."""


def find_wording(
    sentence: str, pairs: Iterable[Pair], lexicon: Lexicon, states: AbstractSet[str] | None = None
) -> tuple[int, int] | None:
    """Find where a sentence has a wording: start and end. Of States by name only some count, if they are given."""
    text = normalize(sentence)
    folded = fold(text)
    spans = (_find_pair(text, pair, lexicon, states) for pair in pairs if pair.may_be_in(folded))
    return min((span for span in spans if span), default=None)


def fold(text: str) -> str:
    """Return a normalized text in lower case, with one space for any white space."""
    return " ".join(text.split()).casefold()


def _find_pair(sentence: str, pair: Pair, lexicon: Lexicon, states: AbstractSet[str] | None) -> tuple[int, int] | None:
    if not all(pattern is None or pattern.search(sentence) for pattern in (pair.then, pair.beside)):
        return None
    for first in pair.first.finditer(sentence):
        if pair.opens and not _opens(sentence, first.start(), pair, lexicon):
            continue
        end = first.end() if pair.then is None else _find_end(sentence, first.end(), pair, pair.then, lexicon)
        if end is None or pair.releases.search(_surroundings(sentence, first.start(), end)):
            continue
        named = lexicon.states_in(first[0]) if states is not None else frozenset()
        if not named or named & (states or frozenset()):
            return first.start(), end
    return None


def _find_end(sentence: str, start: int, pair: Pair, pattern: re.Pattern[str], lexicon: Lexicon) -> int | None:
    """Return the end of the words that belong to those before a place, or None."""
    # Words beyond the longest distance allowed belong to nothing here.
    near = next(islice(_WORD.finditer(sentence, start), pair.most, None), None)
    end = near.start() + _LONGEST if near else len(sentence)
    for then in pattern.finditer(sentence, start, end):
        closes = not pair.closes or lexicon.closing.match(sentence, then.end())
        if closes and _belongs(sentence[start : then.start()], pair):
            return then.end()
    return None


def _opens(sentence: str, start: int, pair: Pair, lexicon: Lexicon) -> bool:
    """Return whether a clause opens at a place, after words that qualify states or a phrase of time or place."""
    clause = _clause_before(sentence, start)
    ahead = [word.group().casefold() for word in _WORD.finditer(clause)]
    while ahead and ahead[-1] in lexicon.words("before"):
        ahead.pop()
    if not ahead or lexicon.ends_with_conjunction(" ".join(ahead)):
        return True
    never = lexicon.words("openers") | lexicon.words("never_after")
    opened = ahead[0] in lexicon.words("openers") and len(ahead) > 1 and ahead[-1] not in never
    return (opened or ahead[-1] in lexicon.words("enders")) and not pair.blocking.search(clause)


def _belongs(between: str, pair: Pair) -> bool:
    """Return whether two parts of a wording belong together: near enough, and nobody else between."""
    between = _ASIDE.sub(" ", between)
    if ";" in between or len(_WORD.findall(between)) > pair.most or pair.blocking.search(between):
        return False
    has_sign = bool(_CLAUSE.search(between))
    return not has_sign or pair.closes or between.rstrip().endswith(",")


def _clause_before(sentence: str, start: int) -> str:
    """Return the words of the same clause before a place of a sentence, at most `_LONGEST` characters."""
    return _CLAUSE.split(sentence[max(0, start - _LONGEST) : start])[-1]


def _surroundings(sentence: str, start: int, end: int) -> str:
    """Return the words of a wording with those just before and after."""
    ahead = _clause_before(sentence, start)
    after = _CLAUSE.split(sentence[end : end + _LONGEST])[0].split()[:_AFTER]
    return f"{ahead}{sentence[start:end]} {' '.join(after)}"
