"""Find words, phrases and names of a lexicon in running text."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from cica_docs.documents.reference_data import ReferenceData
from cica_docs.text.inflection import SPACE
from cica_docs.text.profile import profile_of
from cica_docs.values.language import Language

_FIRST = 2
TENS = frozenset(map(str, range(20, 100, 10)))
"""The numbers that another may follow to make one: twenty-eight."""
_UNITS = frozenset(map(str, range(1, 10)))
_JOINTS = frozenset({" ", "-"})
_LITERAL_LETTERS = re.compile(r"[^\W\d_]*")
ANYTHING = r"\w*"
"""The pattern of any letters."""
_WORD = re.compile(r"(?<![\w/])\w+")


class Meaning(NamedTuple):
    """What a word means; if not certain, it may stand for its counterpart but does not ask for one."""

    kind: str
    value: str
    is_certain: bool = True
    is_proper: bool = False
    """Whether it is always written with a capital."""


Candidates = tuple[tuple[re.Pattern[str], Meaning], ...]


class PhraseList:
    """Words and names with their meanings; of several of a kind that fit, the first in the order of `entries` counts.

    The phrases that may begin with a word are looked up once for each word, since most words begin none.
    """

    def __init__(self, phrases: Iterable[tuple[str, Meaning]], language: Language) -> None:
        self._language = language
        first_come: dict[tuple[str, str], Meaning] = {}
        for pattern, meaning in phrases:
            first_come.setdefault((pattern, meaning.kind), meaning)
        ordered = sorted(first_come.items(), key=lambda phrase: _rank(phrase[0][0]))
        self.entries = tuple((pattern, meaning) for (pattern, _), meaning in ordered)
        """Patterns with their meanings, in the order in which they are tried."""
        self._beginnings: dict[str, list[tuple[int, str]]] = {}
        self._endings: list[tuple[int, str]] = []
        for rank, (pattern, _) in enumerate(self.entries):
            literal = _LITERAL_LETTERS.match(pattern.removeprefix(ANYTHING))
            letters = profile_of(language).in_small(literal[0]) if literal else ""
            if pattern.startswith(ANYTHING):
                self._endings.append((rank, letters))
            else:
                self._beginnings.setdefault(letters[:_FIRST], []).append((rank, letters))
        self._candidates: dict[str, tuple[tuple[re.Pattern[str], Meaning], ...]] = {}

    def find(self, text: str) -> Iterator[tuple[str, Meaning]]:
        """Find the words of the list in a text, as written there; tens and units beside each other are one number."""
        tens: tuple[int, int, Meaning] | None = None
        for start, end, meaning in self._find(text):
            is_number = meaning.kind == "number"
            if tens and is_number and meaning.value in _UNITS and text[tens[1] : start] in _JOINTS:
                yield text[tens[0] : end], meaning._replace(value=str(int(tens[2].value) + int(meaning.value)))
                tens = None
                continue
            if tens:
                yield text[tens[0] : tens[1]], tens[2]
            tens = (start, end, meaning) if is_number and meaning.value in TENS and meaning.is_certain else None
            if not tens:
                yield text[start:end], meaning
        if tens:
            yield text[tens[0] : tens[1]], tens[2]

    def _find(self, text: str) -> Iterator[tuple[int, int, Meaning]]:
        """Yield start, end and meaning of each word of the list in a text."""
        ends: dict[str, int] = {}
        for word in _WORD.finditer(text):
            candidates = self._candidates.get(word[0])
            if candidates is None:
                candidates = self._candidates[word[0]] = tuple(self._phrases_from(word[0]))
            for pattern, meaning in candidates:
                start = word.start()
                if start >= ends.get(meaning.kind, 0) and (match := pattern.match(text, start)):
                    ends[meaning.kind] = match.end()
                    yield start, match.end(), meaning

    def _phrases_from(self, word: str) -> Iterator[tuple[re.Pattern[str], Meaning]]:
        """Yield the phrases that may begin with a word; a proper name is written with a capital."""
        lower = profile_of(self._language).in_small(word)
        ranks = [rank for rank, letters in self._beginnings.get(lower[:_FIRST], ()) if lower.startswith(letters)]
        ranks += [rank for rank, letters in self._endings if lower.endswith(letters)]
        for rank in sorted(ranks):
            pattern, meaning = self.entries[rank]
            if not (meaning.is_proper and word[0].islower()):
                yield compile_whole_words(pattern, self._language), meaning


def _rank(pattern: str) -> tuple[int, bool, int]:
    """Rank more words before fewer, words written out before those with any ending, the longer before the shorter."""
    return -pattern.count(SPACE), ANYTHING in pattern, -len(pattern)


@cache
def compile_whole_words(pattern: str, language: Language) -> re.Pattern[str]:
    """Compile a pattern for whole words; its first letter may be a capital, as at the beginning of a sentence."""
    if pattern.startswith(ANYTHING):
        return re.compile(f"{pattern}(?![\\w/])")
    return re.compile(f"[{''.join(first_letters(pattern, language))}]{pattern[1:]}(?![\\w/])")


def first_letters(pattern: str, language: Language) -> tuple[str, str]:
    """Return the first letter of a pattern as a capital and as a small letter."""
    profile = profile_of(language)
    return profile.in_capitals(pattern[0]), profile.in_small(pattern[0])


def phrase_pattern_of(words: str) -> str:
    """Return the pattern of a phrase of a lexicon; a star, at the end of a word or its beginning, is any letters."""
    return SPACE.join(re.escape(word).replace(r"\*", ANYTHING) for word in words.split())


def names_by_id(reference: ReferenceData, kind: str, language: Language) -> Iterator[tuple[str, str]]:
    """Yield the ids of all states or bodies with each name that they have or had in a language."""
    around = _around_names(reference, language) if kind == "body" else ()
    for id, entry in reference.all(kind).items():
        for name in {*_names(entry, language)}:
            yield id, _without_organisation(name, around)


def _around_names(reference: ReferenceData, language: Language) -> tuple[tuple[str, str], ...]:
    """Return what stands before and after the names of bodies for the organisation: `CICA …`."""
    organisation = reference.entry("body", str(reference.settings.get("organisation") or ""))
    patterns = organisation.get("within_names")
    of_language = patterns.get(language.value) if isinstance(patterns, dict) else None
    listed = of_language if isinstance(of_language, list) else []
    return tuple((before, after) for before, _, after in (str(pattern).partition("…") for pattern in listed))


def _without_organisation(name: str, around: tuple[tuple[str, str], ...]) -> str:
    """Return the name of a body without that of the organisation, which running text leaves out."""
    fitting = ((before, after) for before, after in around if name.startswith(before) and name.endswith(after))
    before, after = next(fitting, ("", ""))
    return name.removeprefix(before).removesuffix(after)


def _names(entry: Mapping[str, Any], language: Language) -> Iterator[str]:
    for field in ("names", "formal", "abbreviation"):
        names = entry.get(field)
        for texts in names if isinstance(names, list) else [names]:
            name = texts.get(language.value) if isinstance(texts, dict) else None
            if isinstance(name, str) and name.strip():
                yield name
