"""How words are found in running text: English as it is written, Russian and Kazakh with the endings of their cases."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from cica_docs.documents.reference_data import ReferenceData
from cica_docs.text.inflection import SPACE
from cica_docs.values.language import Language

_FIRST = 2
TENS = frozenset(map(str, range(20, 100, 10)))
"""The numbers that another may follow to make one: twenty-eight."""
_UNITS = frozenset(map(str, range(1, 10)))
_JOINTS = frozenset({" ", "-"})
_LITERAL = re.compile(r"[^\W\d_]*")
ANYTHING = r"\w*"
"""What stands in a pattern for any letters."""
_WORD = re.compile(r"(?<![\w/])\w+")
_ORGANISATION = {
    Language.EN: re.compile(r"^CICA "),
    Language.RU: re.compile(r" СВМДА$"),
    Language.KK: re.compile(r"^Азия Кеңесі(?:нің|ндегі)? "),
}


@dataclass(frozen=True)
class Meaning:
    """What a word of some kind stands for; one not certain may stand for its counterpart but does not ask for one."""

    kind: str
    value: str
    is_certain: bool = True
    is_proper: bool = False
    """Whether it is written with a capital wherever it stands."""


Candidates = tuple[tuple[re.Pattern[str], Meaning], ...]


class PhraseList:
    """Words and names with what they stand for; of several of a kind that fit, what is written out, then the longest.

    What may begin with a word is looked up once for each word, since most words begin nothing.
    """

    def __init__(self, found: Iterable[tuple[str, Meaning]]) -> None:
        first_come: dict[tuple[str, str], Meaning] = {}
        for pattern, meaning in found:
            first_come.setdefault((pattern, meaning.kind), meaning)
        ordered = sorted(first_come.items(), key=lambda one: _rank(one[0][0]))
        self.entries = tuple((pattern, meaning) for (pattern, _), meaning in ordered)
        """Patterns with their meanings, in the order in which one goes before another."""
        self._entries: dict[str, list[int]] = {}
        for rank, (pattern, _) in enumerate(self.entries):
            begins = "" if pattern.startswith(ANYTHING) else pattern[:_FIRST].lower()
            self._entries.setdefault(begins, []).append(rank)
        self._known: dict[str, Candidates] = {}

    def find(self, text: str) -> Iterator[tuple[str, Meaning]]:
        """The words of the list in a text, as they are written there, and what each stands for."""
        return ((text[start:end], meaning) for start, end, meaning in _joined(self._find(text), text))

    def _find(self, text: str) -> Iterator[tuple[int, int, Meaning]]:
        known = self._known
        done: dict[str, int] = {}
        for word in _WORD.finditer(text):
            candidates = known.get(word[0])
            if candidates is None:
                candidates = known[word[0]] = self._candidates(word[0])
            for pattern, meaning in candidates:
                start = word.start()
                if meaning.is_proper and word[0][0].islower():
                    continue
                if start >= done.get(meaning.kind, 0) and (match := pattern.match(text, start)):
                    done[meaning.kind] = match.end()
                    yield start, match.end(), meaning

    def _candidates(self, word: str) -> Candidates:
        """What may begin with a word."""
        lower = word.lower()
        ranks = sorted((*self._entries.get(lower[:_FIRST], ()), *self._entries.get("", ())))
        listed = (self.entries[rank] for rank in ranks)
        return tuple((compile_whole_words(pattern), meaning) for pattern, meaning in listed if _may_be(lower, pattern))


def _joined(found: Iterable[tuple[int, int, Meaning]], text: str) -> Iterator[tuple[int, int, Meaning]]:
    """What was found from where to where, with tens and units that one space or hyphen parts as one number."""
    tens: tuple[int, int, Meaning] | None = None
    for start, end, meaning in found:
        is_number = meaning.kind == "number"
        if tens and is_number and meaning.value in _UNITS and text[tens[1] : start] in _JOINTS:
            yield tens[0], end, replace(meaning, value=str(int(tens[2].value) + int(meaning.value)))
            tens = None
            continue
        if tens:
            yield tens
        tens = (start, end, meaning) if is_number and meaning.value in TENS and meaning.is_certain else None
        if not tens:
            yield start, end, meaning
    if tens:
        yield tens


def _may_be(word: str, pattern: str) -> bool:
    """Whether a word in small letters may be the first of a pattern."""
    if pattern.startswith(ANYTHING):
        found = _LITERAL.match(pattern, len(ANYTHING))
        return word.endswith(found[0].lower() if found else "")
    found = _LITERAL.match(pattern)
    return word.startswith(found[0].lower() if found else "")


def _rank(pattern: str) -> tuple[int, bool, int]:
    """More words before fewer, what is written out before what may end in any way, the longer before the shorter."""
    return -pattern.count(SPACE), ANYTHING in pattern, -len(pattern)


@cache
def compile_whole_words(pattern: str) -> re.Pattern[str]:
    """The expression of a pattern, for whole words; its first letter may be a capital, as where a sentence begins."""
    if pattern.startswith(ANYTHING):
        return re.compile(f"{pattern}(?![\\w/])")
    return re.compile(f"[{pattern[0].upper()}{pattern[0].lower()}]{pattern[1:]}(?![\\w/])")


def phrase_pattern_of(words: str) -> str:
    """The pattern of a phrase in a lexicon; a star stands for any letters, at the end of a word or its beginning."""
    return SPACE.join(re.escape(word).replace(r"\*", ANYTHING) for word in words.split())


def names_by_id(reference: ReferenceData, what: str, language: Language) -> Iterator[tuple[str, str]]:
    """The ids of all states or bodies with each name that they have or had in a language."""
    for id, entry in reference.all(what).items():
        for name in {*_names(entry, language)}:
            yield id, _ORGANISATION[language].sub("", name) if what == "body" else name


def _names(entry: Mapping[str, Any], language: Language) -> Iterator[str]:
    for field in ("names", "formal", "abbreviation"):
        found = entry.get(field)
        for texts in found if isinstance(found, list) else [found]:
            name = texts.get(language.value) if isinstance(texts, dict) else None
            if isinstance(name, str) and name.strip():
                yield name
