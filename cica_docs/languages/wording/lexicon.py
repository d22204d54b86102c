"""The words of a language that rules look for, as patterns.

A phrase is matched as whole words; a star is any letters. `{name}` in it is any phrase of the set of that name in the
lexicon, `{state}` a name of a State as it is written, `{state*}` one in any inflection.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, product
from typing import Any

from ahocorasick_rs import AhoCorasick, Implementation

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.languages.lexicon.phrases import names_by_id
from cica_docs.text.inflection import SPACE, inflected_pattern_of, normalize
from cica_docs.values.language import Language

_NEVER = re.compile(r"(?!)")
_SET = re.compile(r"\{([\w-]+)(\*?)\}")
_STATE = "state"
_ANY_WORD = r"\w++"
_NAME_GROUP = "(?-i:"
"""States are written with capitals, whatever the case of the words around them."""


@dataclass(frozen=True, eq=False)
class Pair:
    """Words that say something together: where one of `first` is followed by one of `then`, or the first ones alone.

    Patterns are compiled when a text first has the letters of a pair: most texts have those of few pairs.
    """

    data: Mapping[str, Any]
    compile: Callable[[Iterable[object]], re.Pattern[str]]
    literals: tuple[tuple[str, ...], ...]
    """For `first`, `then` and `beside`: letters, at least one in each text that matches; none if unknown."""

    @cached_property
    def first(self) -> re.Pattern[str]:
        """The words with which it begins."""
        return self.compile(self.data.get("first") or ())

    @cached_property
    def then(self) -> re.Pattern[str] | None:
        """The words that follow, if any must."""
        return self.compile(self.data["then"]) if self.data.get("then") else None

    @cached_property
    def beside(self) -> re.Pattern[str] | None:
        """Words, at least one in the same sentence; None if it needs none."""
        return self.compile(self.data["beside"]) if self.data.get("beside") else None

    @cached_property
    def blocking(self) -> re.Pattern[str]:
        """Words between the two after which they do not belong together."""
        return self.compile(self.data.get("blocking") or ())

    @cached_property
    def releases(self) -> re.Pattern[str]:
        """Words near them with which they say something else."""
        return self.compile(self.data.get("releases") or ())

    @property
    def opens(self) -> bool:
        """Whether the first words open a clause."""
        return bool(self.data.get("opens"))

    @property
    def closes(self) -> bool:
        """Whether the last words close a clause."""
        return bool(self.data.get("closes"))

    @property
    def most(self) -> int:
        """The most words between the two."""
        return int(self.data.get("most") or 0)

    def may_be_in(self, text: str) -> bool:
        """Return whether a text in lower case may match."""
        return all(not group or any(literal in text for literal in group) for group in self.literals)

    def may_match(self, literals: AbstractSet[str]) -> bool:
        """Return whether a text that has these of all literals may match."""
        return all(not group or not literals.isdisjoint(group) for group in self.literals)


class Lexicon:
    """The words of one language that rules look for."""

    def __init__(self, data: Mapping[str, Any], names: Iterable[tuple[str, str]], language: Language) -> None:
        self._data = data
        self._names = tuple((code, normalize(name)) for code, name in names)
        self._language = language
        self._compiled: dict[str, re.Pattern[str]] = {}
        self._pairs: dict[str, tuple[Pair, ...]] = {}

    def phrases(self, key: str) -> re.Pattern[str]:
        """Return the pattern of any of the phrases under a key."""
        if key not in self._compiled:
            self._compiled[key] = self._compile(self._data.get(key) or ())
        return self._compiled[key]

    def words(self, key: str) -> frozenset[str]:
        """Return the single words under a key, in lower case."""
        return frozenset(str(word).casefold() for word in self._data.get(key) or ())

    @property
    def wordings(self) -> tuple[str, ...]:
        """The names of its wordings."""
        return tuple(self._data.get("wordings") or ())

    def wording(self, name: str) -> tuple[Pair, ...]:
        """Return the pairs of a wording; none if the language has no words for it."""
        if name not in self._pairs:
            wording = (self._data.get("wordings") or {}).get(name) or {}
            self._pairs[name] = tuple(self._pair(wording | pair) for pair in wording.get("pairs") or ())
        return self._pairs[name]

    def pairs_in(self, text: str) -> Mapping[str, tuple[Pair, ...]]:
        """Return the pairs that a text in lower case may match, by wording; all literals are sought in one pass."""
        literals, search = self._search
        present = {literals[index] for index, _, _ in search.find_matches_as_indexes(text, overlapping=True)}
        pairs = {name: tuple(pair for pair in self.wording(name) if pair.may_match(present)) for name in self.wordings}
        return {name: matching for name, matching in pairs.items() if matching}

    @cached_property
    def _search(self) -> tuple[Sequence[str], AhoCorasick]:
        groups = (group for name in self.wordings for pair in self.wording(name) for group in pair.literals)
        literals = sorted(set(chain.from_iterable(groups)))
        return literals, AhoCorasick(literals, implementation=Implementation.ContiguousNFA)

    @cached_property
    def closing(self) -> re.Pattern[str]:
        """What ends a clause: its end, a sign, or a word that begins the next one."""
        words = "|".join(sorted(self.words("closers"))) or "(?!)"
        return re.compile(rf"\s*+(?:\Z|[,;:.)—–]|(?:{words})\b)")

    def ends_with_conjunction(self, text: str) -> bool:
        """Return whether the next word opens a clause of its own."""
        return any(match.end() == len(text) for match in self.phrases("conjunctions").finditer(text))

    def states_in(self, text: str) -> frozenset[str]:
        """Return the codes of the States named in a few words."""
        return frozenset(code for code, pattern in self._name_patterns if pattern.search(text))

    @cached_property
    def _name_patterns(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        return tuple(
            (code, re.compile(rf"(?<![\w-]){inflected_pattern_of(name, self._language)}(?![\w-])"))
            for code, name in self._names
        )

    def _pair(self, data: Mapping[str, Any]) -> Pair:
        groups = (data.get(key) or () for key in ("first", "then", "beside"))
        return Pair(data, self._compile, tuple(tuple(self._literals(group)) for group in groups))

    def _compile(self, phrases: Iterable[object]) -> re.Pattern[str]:
        """Compile a pattern of any of the phrases, the longest first; the states after all others."""
        written = sorted(map(str, phrases), key=len, reverse=True)
        parts = [SPACE.join(map(self._word_pattern, phrase.split())) for phrase in written]
        return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w-])", re.IGNORECASE) if parts else _NEVER

    def _word_pattern(self, word: str) -> str:
        named = _SET.fullmatch(word)
        if not named:
            return _ANY_WORD if word == "*" else re.escape(normalize(word)).replace(r"\*", r"\w*")
        if named[1] == _STATE:
            names = sorted({name for _, name in self._names}, key=len, reverse=True)
            spell = (lambda name: inflected_pattern_of(name, self._language)) if named[2] else _written_pattern_of
            return f"{_NAME_GROUP}{'|'.join(map(spell, names)) or '(?!)'})"
        phrases = sorted(map(str, self._data["sets"][named[1]]), key=len, reverse=True)
        return f"(?:{'|'.join(SPACE.join(map(self._word_pattern, phrase.split())) for phrase in phrases)})"

    def _literals(self, phrases: Iterable[object]) -> Iterator[str]:
        """Yield letters of each phrase in lower case; nothing at all if a phrase has none that are known."""
        literals = {literal for phrase in phrases for literal in self._literals_of(str(phrase))}
        return iter(() if "" in literals else sorted(literals))

    def _literals_of(self, phrase: str) -> Sequence[str]:
        """Return the longest part of a phrase without a star, once for each phrase of its sets."""
        options = [self._options(word) for word in phrase.split()]
        spelled = (" ".join(words) for words in product(*options))
        return [max(normalize(words).casefold().split("*"), key=len).strip() for words in spelled]

    def _options(self, word: str) -> Sequence[str]:
        named = _SET.fullmatch(word)
        if not named:
            return (word,)
        if named[1] == _STATE:
            return ("*",) if named[2] else [name for _, name in self._names] or ("*",)
        return [option for phrase in self._data["sets"][named[1]] for option in self._spelled(str(phrase))]

    def _spelled(self, phrase: str) -> Iterator[str]:
        return map(" ".join, product(*(self._options(word) for word in phrase.split())))


def _written_pattern_of(name: str) -> str:
    return SPACE.join(map(re.escape, name.split()))


@cached_query
def lexicons(corpus: Corpus) -> Mapping[Language, Lexicon]:
    """Return the lexicon of each language."""
    return {
        language: Lexicon(data, names_by_id(corpus.reference, "state", language), language)
        for language, data in corpus.kinds.lexicons.items()
    }
