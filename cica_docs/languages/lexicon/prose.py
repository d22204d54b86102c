"""What is sought in running text: the `prose` words of a lexicon, and the clues that lead to the lines to read."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.languages.lexicon.phrases import phrase_pattern_of
from cica_docs.text.profile import profile_of
from cica_docs.values.language import Language

WEEKDAY, YEAR, REMARK, FOREIGN, REFERENCE, FACT = "weekday", "year", "remark", "foreign", "reference", "fact"
_CENTURIES = (" 19", " 20")


class Clue(NamedTuple):
    """A word that makes its line worth reading."""

    kind: str


class Prose:
    """The `prose` words of one language, with those of others that do not belong in its texts."""

    def __init__(self, lexicons: Mapping[Language, Mapping[str, Any]], language: Language) -> None:
        self._words: Mapping[str, Any] = lexicons[language].get("prose") or {}
        self.frequent = {of: frozenset((each.get("prose") or {}).get("frequent", ())) for of, each in lexicons.items()}
        """The most frequent words of each language, which the others do not have."""
        self.language = language
        self.may_be_doubled = frozenset(self._words.get("doubled", ()))
        self.in_figures = frozenset(self._words.get("days_in_figures", ()))
        """The signs between day, month and year that the language uses."""
        self.takes_suffixes = profile_of(language).inflection.kind == "suffixes"

    @cached_property
    def weekdays(self) -> tuple[re.Pattern[str], ...]:
        """The names of the days of the week, Monday first."""
        return tuple(_any_of(words) for words in self._words.get("weekdays", ()))

    @cached_property
    def weekday_names(self) -> tuple[str, ...]:
        """The name of each day of the week by itself."""
        return tuple(words[0] for words in self._words.get("weekdays", ()))

    @cached_property
    def remarks(self) -> re.Pattern[str]:
        """What a drafter leaves for later."""
        return _any_of(self._words.get("remarks", ()))

    @cached_property
    def before_days(self) -> re.Pattern[str]:
        """A word after which figures are a day."""
        return re.compile(rf"{_any_of(self._words.get('before_days', ())).pattern}\s+\Z", re.IGNORECASE)

    @cached_property
    def month_names(self) -> tuple[str, ...]:
        """The names of the months as a text has them."""
        return tuple(self._words.get("month_names", ()))

    @cached_property
    def facts(self) -> Mapping[str, re.Pattern[str]]:
        """The words that name a fact of the front matter, by the fact."""
        return {fact: _any_of(words) for fact, words in self._words.get("facts", {}).items()}

    def clues(self) -> Iterator[tuple[str, Clue]]:
        """Yield the patterns that lead to lines to read, each with its clue."""
        words = self._words
        yield from _clues(WEEKDAY, (word for each in words.get("weekdays", ()) for word in each))
        yield from _clues(REMARK, words.get("remarks", ()))
        yield from _clues(FACT, (word for each in words.get("facts", {}).values() for word in each))
        for of, frequent in self.frequent.items():
            if of is not self.language:
                yield from _clues(FOREIGN, sorted(frequent - self.frequent[self.language]))

    @property
    def literal_clues(self) -> Iterator[tuple[str, Clue]]:
        """The characters that lead to years."""
        return ((century, Clue(YEAR)) for century in _CENTURIES)


def _clues(kind: str, phrases: Iterable[str]) -> Iterator[tuple[str, Clue]]:
    return ((phrase_pattern_of(phrase), Clue(kind)) for phrase in dict.fromkeys(phrases) if phrase[0].isalpha())


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    patterns = [rf"{phrase_pattern_of(phrase)}(?!\w)" for phrase in sorted(phrases, key=len, reverse=True)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns) or '(?!)'})", re.IGNORECASE)


@cached_query
def prose_words(corpus: Corpus) -> Mapping[Language, Prose]:
    """Return what is sought in the running text of each language."""
    return {language: Prose(corpus.kinds.lexicons, language) for language in corpus.kinds.lexicons}
