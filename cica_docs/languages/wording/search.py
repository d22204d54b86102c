"""Find a wording of the lexicon in a sentence."""

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice

from cica_docs.languages.wording.frames import Reading
from cica_docs.languages.wording.lexicon import Lexicon
from cica_docs.languages.wording.pair import Pair
from cica_docs.text.inflection import normalize

_WORD = re.compile(r"\w[\w’'-]*")
_CLAUSE = re.compile(r"[,;:()—–]")
_ASIDE = re.compile(r"\([^()]*+\)")
_AFTER = 8
_BESIDE = 4
"""Words between two that are side by side."""
_CANDIDATES = 6
"""Words of a class that are tried, the nearest first."""
_LONGEST = 600
"""Characters of a clause that are looked at."""


def find_wording(
    sentence: str, sought: Iterable[Pair | Reading], lexicon: Lexicon, states: AbstractSet[str] | None = None
) -> tuple[int, int] | None:
    """Find where a sentence has a wording: start and end. Of States by name only some count, if they are given."""
    text = normalize(sentence)
    pairs = [each for each in sought if isinstance(each, Pair)]
    readings = [each for each in sought if isinstance(each, Reading)]
    spans = [_find_pair(text, pair, lexicon, states) for pair in pairs]
    # A pair shows the words themselves, a frame all that is between them.
    if not any(spans):
        spans = [_find_frame(text, reading, lexicon, states) for reading in readings]
    return min((span for span in spans if span), default=None)


def fold(text: str) -> str:
    """Return a normalized text in lower case, with one space for any white space."""
    return " ".join(text.split()).casefold()


def _find_frame(
    sentence: str, reading: Reading, lexicon: Lexicon, states: AbstractSet[str] | None
) -> tuple[int, int] | None:
    """Find words of each class of a frame close together, with no excuse near."""
    if not all(pattern.search(sentence) for part in reading.parts for pattern in part):
        return None
    for anchor in reading.parts[0][0].finditer(sentence):
        start = max(0, anchor.start() - _LONGEST)
        near = sentence[start : anchor.end() + _LONGEST]
        words = _words_of(near, reading, (anchor.start() - start, anchor.end() - start))
        if words and _counts([near[slice(*word)] for word in words], lexicon, states):
            return start + min(words)[0], start + max(end for _, end in words)
    return None


def _words_of(text: str, reading: Reading, anchor: tuple[int, int]) -> list[tuple[int, int]]:
    """Return where the words of each class are that belong to those of the first class; none if they do not."""
    first, *others = reading.parts
    words = _side_by_side(text, first[1:], [anchor])
    for part in others:
        words = words and _add_part(text, part, words)
    if not words:
        return []
    start, end = min(words)[0], max(end for _, end in words)
    around = _surroundings(_blanked(text, reading.denying), start, end)
    excused = any(excuse.search(around) for excuse in reading.excuses)
    return [] if excused or not _is_close(text[start:end], reading.frame.most) else words


def _add_part(text: str, part: Sequence[re.Pattern[str]], words: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return words with those of a part that are nearest to the first; none if the part is not there."""
    for candidate in _nearest(text, part[0], words[0], words):
        if together := _side_by_side(text, part[1:], [*words, candidate]):
            return together
    return []


def _side_by_side(
    text: str, patterns: Iterable[re.Pattern[str]], words: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Return words with those of further classes that are next to the last of them; none if one is not."""
    for pattern in patterns:
        nearest = next(iter(_nearest(text, pattern, words[-1], words)), None)
        if nearest is None or _words_between(text, words[-1], nearest) > _BESIDE:
            return []
        words = [*words, nearest]
    return words


def _nearest(
    text: str, pattern: re.Pattern[str], place: tuple[int, int], taken: Iterable[tuple[int, int]]
) -> list[tuple[int, int]]:
    """List where a text has words of a class, the nearest to a place first, beside those that are taken."""
    spans = (match.span() for match in pattern.finditer(text))
    free = [span for span in spans if all(span[1] <= start or end <= span[0] for start, end in taken)]
    return sorted(free, key=lambda span: _distance(place, span))[:_CANDIDATES]


def _distance(left: tuple[int, int], right: tuple[int, int]) -> int:
    return max(left[0] - right[1], right[0] - left[1], 0)


def _words_between(text: str, left: tuple[int, int], right: tuple[int, int]) -> int:
    return len(_WORD.findall(text[min(left[1], right[1]) : max(left[0], right[0])]))


def _is_close(between: str, most: int) -> bool:
    return ";" not in between and len(_WORD.findall(_ASIDE.sub(" ", between))) <= most


def _blanked(text: str, patterns: Iterable[re.Pattern[str]]) -> str:
    """Return a text with blanks for words that deny something themselves, and so excuse nothing."""
    for pattern in patterns:
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    return text


def _counts(words: Iterable[str], lexicon: Lexicon, states: AbstractSet[str] | None) -> bool:
    """Return whether the States named in some words are among those that count, if any are named."""
    named = frozenset() if states is None else frozenset().union(*(lexicon.states_in(word) for word in words))
    return not named or bool(named & (states or frozenset()))


def _find_pair(sentence: str, pair: Pair, lexicon: Lexicon, states: AbstractSet[str] | None) -> tuple[int, int] | None:
    if not all(pattern is None or pattern.search(sentence) for pattern in (pair.then, pair.beside)):
        return None
    for first in pair.first.finditer(sentence):
        if pair.opens and not _opens(sentence, first.start(), pair, lexicon):
            continue
        end = first.end() if pair.then is None else _find_end(sentence, first.end(), pair, pair.then, lexicon)
        if end is None or pair.releases.search(_surroundings(sentence, first.start(), end)):
            continue
        if _counts([first[0]], lexicon, states):
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
