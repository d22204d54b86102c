"""What is sought in running text: the `prose` words of a lexicon, and the clues that lead to the lines to read."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.languages.lexicon.phrases import names_by_id, phrase_pattern_of
from cica_docs.languages.lexicon.terms import dated_names
from cica_docs.text.inflection import inflected_pattern_of
from cica_docs.text.profile import profile_of
from cica_docs.values.language import Language

MONTH, WEEKDAY, YEAR, REMARK, FOREIGN = "month", "weekday", "year", "remark", "foreign"
REFERENCE, FACT, NAME, BODY = "reference", "fact", "name", "body"
_WORDS_OF_A_NAME = 3
"""A body whose name has fewer words may be any such body in small letters."""
_LONG_LINE = 16
"""Characters of a line in which the letters of a language would show."""
_LONG_ENOUGH = 6
"""A shorter name is a letter away from too many words."""
_CENTURIES = (" 19", " 20")


class Clue(NamedTuple):
    """A word that makes its line worth reading."""

    kind: str


class Prose:
    """The `prose` words of one language, with those of others that do not belong in its texts."""

    def __init__(
        self,
        lexicons: Mapping[Language, Mapping[str, Any]],
        language: Language,
        *,
        states: Iterable[str],
        bodies: Iterable[tuple[str, str]],
    ) -> None:
        self._words: Mapping[str, Any] = lexicons[language].get("prose") or {}
        self.frequent = {of: frozenset((each.get("prose") or {}).get("frequent", ())) for of, each in lexicons.items()}
        """The most frequent words of each language, which the others do not have."""
        others = {of: each.get("prose") or {} for of, each in lexicons.items() if of != language}
        self.endings = {of: _endings(each.get("endings", ())) for of, each in others.items()}
        """The endings by which words of each other language are known."""
        self.language = language
        self._joins: Iterable[str] = lexicons[language]["countable"]["joins"]
        self.may_be_doubled = frozenset(self._words.get("doubled", ()))
        self.in_figures = frozenset(self._words.get("days_in_figures", ()))
        """The signs between day, month and year that the language uses."""
        words = frozenset(states)
        self.states = tuple(sorted(name for name in words if len(name) >= _LONG_ENOUGH and name.isalpha()))
        """The names of States in one word, as far as a misspelt one can be told from another word."""
        aliases = (alias for each in lexicons[language]["countable"]["state"].values() for alias in each)
        self.state_words = _any_of([*words, *aliases])
        """The words that name a State or are made from its name."""
        unheard = lexicons[language]["countable"]["unheard"]
        profile = profile_of(language)
        self.bodies = {
            inflected_pattern_of(profile.in_small(name), language): name
            for id, name in bodies
            if id not in unheard and name[0].isupper() and len(name.split()) >= _WORDS_OF_A_NAME
        }
        """The names of bodies, by the pattern of each in small letters."""
        capitals = profile.in_capitals(profile.alphabet)
        self.capitalised = re.compile(rf"[{capitals}](?<![\w-].)[^\W\d_]{{4,}}(?![\w-])")
        """Words of five letters or more with a capital."""
        self.meant_states: dict[str, str] = {}
        """By each misspelt word that was seen, the name that is meant."""
        self.meant_months: dict[str, str] = {}
        """By each word that was seen beside a year, the month that is meant; nothing if it is right as it is."""
        self.right_words: set[str] = set()
        """The words that were seen and name no State."""
        self.takes_suffixes = profile_of(language).inflection.kind == "suffixes"

    @cached_property
    def state_stems(self) -> Mapping[str, str]:
        """The part of each name in `states` that no case changes."""
        endings = profile_of(self.language).inflection.endings
        return {
            name: name.removesuffix(next((ending for ending in endings if name.endswith(ending)), ""))
            for name in self.states
        }

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
    def requests(self) -> re.Pattern[str]:
        """What a drafter asks of others within brackets: `[insert the date]`."""
        first = _any_of(self._words.get("bracketed", ())).pattern
        last = _any_of(self._words.get("bracketed_last", ())).pattern
        return re.compile(rf"\[(?:[ \u00a0]*+{first}[^\[\]\n]*+|[^\[\]\n]{{1,80}}{last}[ \u00a0]*+)\]", re.IGNORECASE)

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

    @cached_property
    def reference(self) -> re.Pattern[str]:
        """The numbers that a text names as those of paragraphs."""
        joins = "|".join(map(re.escape, self._joins))
        number = r"[0-9]{1,3}(?:\.[0-9]{1,3}){1,3}(?![0-9])"
        numbers = rf"(?P<numbers>{number}(?:(?:,? (?:{joins}) |, |[–-]){number}){{0,9}})"
        words = sorted(self._words.get("references", ()), key=len, reverse=True)
        after = [phrase_pattern_of(word[1:]) for word in words if word.startswith("*")]
        before = [phrase_pattern_of(word) for word in words if not word.startswith("*")]
        if after:
            return re.compile(rf"(?<![\w.]){numbers}(?:{'|'.join(after)})(?!\w)")
        return re.compile(rf"(?<!\w)(?:{'|'.join(before) or '(?!)'})\s{numbers}", re.IGNORECASE)

    @cached_property
    def unlike_others(self) -> Mapping[Language, frozenset[str]]:
        """The letters that the language has beyond those of each other language that is written in the same script."""
        own = profile_of(self.language)
        others = {of: profile_of(of) for of in self.endings}
        return {
            of: frozenset(own.letters) - frozenset(profile.letters)
            for of, profile in others.items()
            if profile.script == own.script and set(own.letters) > set(profile.letters)
        }

    @cached_property
    def without_own_letters(self) -> Mapping[Language, re.Pattern[str]]:
        """Lines of some words in which no letter shows that they are not of another language."""
        return {
            of: re.compile(rf"^[^\n{''.join(sorted(letters))}]{{{_LONG_LINE},}}$", re.MULTILINE | re.IGNORECASE)
            for of, letters in self.unlike_others.items()
        }

    @cached_property
    def elsewhere(self) -> re.Pattern[str]:
        """The words for other documents."""
        return _any_of(self._words.get("elsewhere", ()))

    @cached_property
    def this_document(self) -> re.Pattern[str]:
        """The words before the name of a document that mean the one they are written in."""
        return re.compile(rf"{_any_of(self._words.get('here', ())).pattern}[\s\w]{{0,30}}\Z", re.IGNORECASE)

    def clues(self) -> Iterator[tuple[str, Clue]]:
        """Yield the patterns that lead to lines to read, each with its clue."""
        words = self._words
        yield from _clues(WEEKDAY, (word for each in words.get("weekdays", ()) for word in each))
        yield from _clues(
            REMARK, (word for key in ("remarks", "bracketed", "bracketed_last") for word in words.get(key, ()))
        )
        yield from _clues(FACT, (word for each in words.get("facts", {}).values() for word in each))
        yield from _clues(REFERENCE, (word.removeprefix("*-") for word in words.get("references", ())))
        yield from ((pattern, Clue(BODY)) for pattern in self.bodies)
        yield from _clues(NAME, self._parts_of_states())
        for of, frequent in self.frequent.items():
            if of is not self.language:
                yield from _clues(FOREIGN, sorted(frequent - self.frequent[self.language]))

    def _parts_of_states(self) -> Iterator[str]:
        """Yield the halves of names: one letter wrong leaves one of them whole."""
        for name in self.states:
            half = len(name) // 2
            yield f"{name[:half]}*"
            if profile_of(self.language).inflection.kind == "additions":
                yield f"*{name[-max(half, _LONG_ENOUGH - 2) :]}"

    @property
    def literal_clues(self) -> Iterator[tuple[str, Clue]]:
        """The characters that lead to years."""
        return ((century, Clue(YEAR)) for century in _CENTURIES)


def _clues(kind: str, phrases: Iterable[str]) -> Iterator[tuple[str, Clue]]:
    return ((phrase_pattern_of(phrase), Clue(kind)) for phrase in dict.fromkeys(phrases) if phrase[0].isalpha())


def _endings(endings: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\w(?:{'|'.join(sorted(endings, key=len, reverse=True)) or '(?!)'})\Z", re.IGNORECASE)


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    patterns = [rf"{phrase_pattern_of(phrase)}(?!\w)" for phrase in sorted(phrases, key=len, reverse=True)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns) or '(?!)'})", re.IGNORECASE)


@cached_query
def prose_words(corpus: Corpus) -> Mapping[Language, Prose]:
    """Return what is sought in the running text of each language."""
    past = {name.form for name in dated_names(corpus) if name.period.last < corpus.as_of}
    return {
        language: Prose(
            corpus.kinds.lexicons,
            language,
            states=(name for _, name in names_by_id(corpus.reference, "state", language)),
            bodies=((id, name) for id, name in names_by_id(corpus.reference, "body", language) if name not in past),
        )
        for language in corpus.kinds.lexicons
    }
