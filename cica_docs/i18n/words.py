"""Words and sentences in one language: the lookup, the values put in, plural forms and dates that everything uses."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Any, ClassVar

from cica_docs.i18n.hints import translate_hint
from cica_docs.text.escape import escape_ci
from cica_docs.text.profile import profile_of
from cica_docs.values.day import PartialDate, parse_partial_date
from cica_docs.values.language import SOURCE_LANGUAGE, Language
from cica_docs.values.texts import Hint

When = date | PartialDate | str
_MAX_ITEMS = 24


class Sentence(str):
    """A finished sentence: put into another one it is neither escaped again nor cut."""

    __slots__ = ()


@dataclass(frozen=True, eq=False)
class Words:
    """The words of one language, over the parsed data of a file below `templates/` or of a part of it.

    A key is a path such as `"severity.error"`, given whole or as a group and a key in it.
    A missing key raises KeyError.
    """

    max_word: ClassVar[int] = 1_000
    max_text: ClassVar[int] = 1_000
    max_path: ClassVar[int] = 1_000
    """Characters of a value without a space, of one with spaces, of a path; a path that is cut leads nowhere."""

    language: Language
    data: Mapping[str, Any]

    def find(self, group: str, key: str = "") -> object:
        """Find what is under a key: a word, a list or a mapping; None if there is nothing."""
        node: object = self.data
        for step in (f"{group}.{key}" if key else group).split("."):
            node = node.get(step) if isinstance(node, Mapping) else None
        return node

    def part(self, group: str, key: str = "") -> Mapping[str, Any]:
        """Find the mapping under a key; empty if there is none."""
        part = self.find(group, key)
        return part if isinstance(part, Mapping) else {}

    def has(self, group: str, key: str = "") -> bool:
        """Whether there is something under the key."""
        return self.find(group, key) is not None

    def word(self, group: str, key: str = "", *, otherwise: str | None = None) -> str:
        """Find the word or pattern under a key; `otherwise` replaces a missing one."""
        word = self.find(group, key)
        word = otherwise if word is None else word
        if not isinstance(word, str | int):
            raise KeyError(f"no word {group}.{key} in {self.language.value}")
        return str(word)

    def lines(self, group: str, key: str = "", /, **values: object) -> tuple[str, ...]:
        """Fill each line of the list under a key."""
        lines = self.find(group, key)
        if not isinstance(lines, list):
            raise KeyError(f"no lines {group}.{key} in {self.language.value}")
        return tuple(self.fill(str(line), values) for line in lines)

    def sentence(self, group: str, key: str = "", /, **values: object) -> str:
        """Fill the pattern under a key."""
        return self.fill(self.word(group, key), values)

    def count(self, key: str, number: int) -> str:
        """Count things under `count` in the plural form of the number: `2 ошибки`."""
        return self.sentence(f"count.{key}", profile_of(self.language).plural_category(number), number=number)

    def fill(self, pattern: str, values: Mapping[str, object]) -> str:
        """Put values into a pattern: `{reason}`, or `{until:dative}` for a date in a form of the language."""
        return pattern.format_map(_Values(self, values))

    def format_value(self, value: object) -> str:
        """Format a value for a sentence: safe to print, of limited length, in this language."""
        if isinstance(value, Sentence):
            return value
        if isinstance(value, tuple | list):
            items = [self.format_text(str(item), self.max_word) for item in value[:_MAX_ITEMS]]
            return ", ".join(items) + (" …" if len(value) > _MAX_ITEMS else "")
        if isinstance(value, Mapping):
            return self.format_text(
                str(value.get(self.language.value) or value.get(SOURCE_LANGUAGE) or ""), self.max_text
            )
        if isinstance(value, Hint):
            return self.format_text(translate_hint(value, self.language), self.max_text)
        if isinstance(value, PurePath):
            return self.format_text(str(value), self.max_path)
        return self.format_text(str(value), self.max_text if " " in str(value) else self.max_word)

    def format_text(self, text: str, limit: int) -> str:
        """Format a text for a sentence: printable, and cut at `limit` characters."""
        return escape_ci(text, limit)

    def date(self, when: When, form: str = "plain") -> str:
        """Format a date, as much of it as is known, in a form of the language; any other text stays as it is.

        The forms are under `dates`, the months in their cases under `cases`. Words without forms use ISO 8601.
        """
        known = parse_when(when)
        if known is None:
            return self.format_value(str(when))
        if not self.has("dates"):
            return known.text
        grain = "day" if known.is_day else "month" if len(known.text) == 7 else "year"
        pattern = self.word(f"dates.{form}", grain)
        return pattern.format(day=known.first.day, year=known.first.year, **self.months(known))

    def months(self, when: PartialDate) -> dict[str, str]:
        """Return the name of the month in each case of the language."""
        return {case: str(names[when.first.month - 1]) for case, names in self.part("cases").items()}


@dataclass(frozen=True)
class _Value:
    """A value in a pattern; the text after its colon is the form of a date."""

    words: Words
    value: object

    def __format__(self, form: str) -> str:
        if isinstance(self.value, date | PartialDate):
            return self.words.date(self.value, form or "plain")
        return self.words.date(str(self.value), form) if form else self.words.format_value(self.value)


class _Values(dict[str, _Value]):
    """The values of a pattern, each wrapped when the pattern asks for it."""

    def __init__(self, words: Words, values: Mapping[str, object]) -> None:
        super().__init__()
        self._words = words
        self._given = values

    def __missing__(self, name: str) -> _Value:
        return _Value(self._words, self._given[name])


def parse_when(when: When | None) -> PartialDate | None:
    """Parse a full or partial date; None for a text that is no date."""
    if when is None or isinstance(when, PartialDate):
        return when
    return parse_partial_date(when.isoformat() if isinstance(when, date) else when)
