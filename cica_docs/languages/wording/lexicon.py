"""The words of a language that rules look for, as patterns.

A phrase is matched as whole words; a star is any letters. `{name}` in it is any phrase of the set of that name in the
lexicon, `{state}` a name of a State as it is written, `{state*}` one in any inflection.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache, reduce
from itertools import product
from operator import or_
from typing import Any

from ahocorasick_rs import AhoCorasick, Implementation

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.kind import Kinds
from cica_docs.documents.query import cached_query
from cica_docs.languages.lexicon.phrases import names_by_id
from cica_docs.languages.wording.frames import FRAMES, Reading
from cica_docs.languages.wording.pair import Pair
from cica_docs.text.inflection import SPACE, inflected_pattern_of, normalize
from cica_docs.values.language import Language

_NEVER = re.compile(r"(?!)")
_SET = re.compile(r"\{([\w-]+)(\*?)\}")
_STATE = "state"
_ANY_WORD = r"\w++"
_NAME_GROUP = "(?-i:"
"""States are written with capitals, whatever the case of the words around them."""


class Lexicon:
    """The words of one language that rules look for."""

    def __init__(self, data: Mapping[str, Any], names: Iterable[tuple[str, str]], language: Language) -> None:
        self._data = data
        self._names = tuple((code, normalize(name)) for code, name in names)
        self._language = language
        self._compiled: dict[str, re.Pattern[str]] = {}
        self._compiled_classes: dict[str, re.Pattern[str]] = {}
        self._wordings: dict[str, tuple[Pair | Reading, ...]] = {}

    def phrases(self, key: str) -> re.Pattern[str]:
        """Return the pattern of any of the phrases under a key."""
        if key not in self._compiled:
            self._compiled[key] = self._compile(self._data.get(key) or ())
        return self._compiled[key]

    def words_of(self, class_: str) -> re.Pattern[str]:
        """Return the pattern of any of the words of a class."""
        if class_ not in self._compiled_classes:
            self._compiled_classes[class_] = self._compile(self._classes.get(class_, ()))
        return self._compiled_classes[class_]

    def words(self, key: str) -> frozenset[str]:
        """Return the single words under a key, in lower case."""
        return frozenset(str(word).casefold() for word in self._data.get(key) or ())

    @cached_property
    def wordings(self) -> tuple[str, ...]:
        """The names of its wordings."""
        return tuple(name for name in {**(self._data.get("wordings") or {}), **FRAMES} if self.wording(name))

    def wording(self, name: str) -> tuple[Pair | Reading, ...]:
        """Return what has a wording: pairs of words, and frames; none if the language has no words for it."""
        if name not in self._wordings:
            wording = (self._data.get("wordings") or {}).get(name) or {}
            pairs = (self._pair(wording | pair) for pair in wording.get("pairs") or ())
            self._wordings[name] = (*pairs, *self._readings(name))
        return self._wordings[name]

    def wordings_in(self, text: str) -> Mapping[str, tuple[Pair | Reading, ...]]:
        """Return what a text in lower case may have, by wording; all literals are sought in one pass."""
        present = 0
        for index, _, _ in self._search.find_matches_as_indexes(text, overlapping=True):
            present |= self._groups_of[index]
        possible: dict[str, list[Pair | Reading]] = {}
        for needed, name, sought in self._needed if present else ():
            if needed & present == needed:
                possible.setdefault(name, []).append(sought)
        return {name: tuple(sought) for name, sought in possible.items()}

    @cached_property
    def _needed(self) -> tuple[tuple[int, str, Pair | Reading], ...]:
        """Everything sought with its wording, and the numbers, as bits, of the groups that a text must have."""
        all_sought = ((name, each) for name in self.wordings for each in self.wording(name))
        return tuple(
            (reduce(or_, (self._bits[group] for group in each.literals if group), 0), name, each)
            for name, each in all_sought
        )

    @cached_property
    def _bits(self) -> Mapping[tuple[str, ...], int]:
        """A number for each group of letters: one bit."""
        groups = {group: None for name in self.wordings for each in self.wording(name) for group in each.literals}
        return {group: 1 << number for number, group in enumerate(groups)}

    @cached_property
    def _groups_by_literal(self) -> Mapping[str, int]:
        groups: dict[str, int] = {}
        for group, bit in self._bits.items():
            for literal in group:
                groups[literal] = groups.get(literal, 0) | bit
        return groups

    @cached_property
    def _groups_of(self) -> Sequence[int]:
        return tuple(self._groups_by_literal.values())

    @cached_property
    def _search(self) -> AhoCorasick:
        return AhoCorasick(list(self._groups_by_literal), implementation=Implementation.ContiguousNFA)

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

    @cached_property
    def _sets(self) -> Mapping[str, tuple[str, ...]]:
        return _lists(self._data.get("sets") or {})

    @cached_property
    def _classes(self) -> Mapping[str, tuple[str, ...]]:
        return _lists(self._data.get("classes") or {})

    @cached_property
    def _class_literals(self) -> Mapping[str, tuple[str, ...]]:
        return {name: tuple(self._literals(words)) for name, words in self._classes.items()}

    def _readings(self, name: str) -> Iterator[Reading]:
        """Yield the frames of a wording for which the language has words."""
        for frame in FRAMES.get(name, ()):
            if all(each in self._classes for each in frame.classes):
                yield Reading(tuple(self._class_literals[each] for each in frame.classes), frame, name, self.words_of)

    def _pair(self, data: Mapping[str, Any]) -> Pair:
        groups = (data.get(key) or () for key in ("first", "then", "beside"))
        return Pair(tuple(tuple(self._literals(group)) for group in groups), data, self._compile)

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
        phrases = sorted(self._sets[named[1]], key=len, reverse=True)
        return f"(?:{'|'.join(SPACE.join(map(self._word_pattern, phrase.split())) for phrase in phrases)})"

    def _literals(self, phrases: Iterable[object]) -> Iterator[str]:
        """Yield letters of each phrase in lower case; nothing at all if a phrase has none that are known."""
        literals = {literal for phrase in phrases for literal in self._literals_of(str(phrase))}
        return iter(() if "" in literals else sorted(literals))

    def _literals_of(self, phrase: str) -> Sequence[str]:
        """Return the longest part of a phrase without a star, once for each phrase of its sets."""
        if "{" not in phrase:
            return [max(normalize(phrase).casefold().split("*"), key=len).strip()]
        options = [self._options(word) for word in phrase.split()]
        spelled = (" ".join(words) for words in product(*options))
        return [max(normalize(words).casefold().split("*"), key=len).strip() for words in spelled]

    def _options(self, word: str) -> Sequence[str]:
        named = _SET.fullmatch(word)
        if not named:
            return (word,)
        if named[1] == _STATE:
            return ("*",) if named[2] else [name for _, name in self._names] or ("*",)
        return [option for phrase in self._sets[named[1]] for option in self._spelled(phrase)]

    def _spelled(self, phrase: str) -> Iterator[str]:
        return map(" ".join, product(*(self._options(word) for word in phrase.split())))


def _lists(texts: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    """Return the phrases of each text; commas are between them, since a thousand nodes of YAML take long to read."""
    return {name: tuple(map(str.strip, text.split(","))) for name, text in texts.items()}


def _written_pattern_of(name: str) -> str:
    return SPACE.join(map(re.escape, name.split()))


@cached_query
def lexicons(corpus: Corpus) -> Mapping[Language, Lexicon]:
    """Return the lexicon of each language."""
    return {
        language: _lexicon(corpus.kinds, language, tuple(sorted(names_by_id(corpus.reference, "state", language))))
        for language in corpus.kinds.lexicons
    }


@lru_cache(maxsize=16)
def _lexicon(kinds: Kinds, language: Language, names: tuple[tuple[str, str], ...]) -> Lexicon:
    """Return a lexicon with the names of States; the revisions that one run reads nearly always share it."""
    return Lexicon(kinds.lexicons[language], names, language)
