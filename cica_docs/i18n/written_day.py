"""Days as readers write them: `2027-01-01`, `1 January 2027`, `1 января 2027 г.`, `2027 жылғы 1 қаңтар`."""

from collections.abc import Iterator
from datetime import date

from cica_docs.i18n.labels import Labels, read_labels
from cica_docs.snapshot.snapshot import Snapshot
from cica_docs.values.day import parse_day
from cica_docs.values.language import Language

_MONTHS = range(1, 13)
_YEAR_DIGITS = 4


def read_written_day(templates: Snapshot, text: str) -> date | None:
    """Parse a day in a form of any language; None for other forms, and for what more than one day fits."""
    day = parse_day(text.strip())
    if day is not None:
        return day
    words = _words_of(text)
    numbers = [word for word in words if word.isascii() and word.isdecimal()]
    years = [word for word in numbers if len(word) == _YEAR_DIGITS]
    others = [word for word in numbers if len(word) < _YEAR_DIGITS - 1]
    if len(years) != 1 or len(others) != 1 or len(numbers) != 2 or len(words) == len(numbers):
        return None
    days = {
        day
        for language in Language
        for day in _days_of(read_labels(templates, language), int(years[0]), int(others[0]), words)
    }
    return days.pop() if len(days) == 1 else None


def means_today(templates: Snapshot, text: str) -> bool:
    """Whether a text is the word for the day of the run in any language."""
    wanted = text.strip().casefold()
    return any(read_labels(templates, language).word("today") == wanted for language in Language)


def _days_of(labels: Labels, year: int, number: int, words: list[str]) -> Iterator[date]:
    """Yield the days of a year whose written form has all these words, or words that they begin."""
    for month in _MONTHS:
        day = parse_day(f"{year:04}-{month:02}-{number:02}")
        if day is not None and any(_has_all(words, labels.date(day, form)) for form in labels.part("dates")):
            yield day


def _has_all(words: list[str], written: str) -> bool:
    in_full = _words_of(written)
    return all(any(word == full if word.isdecimal() else full.startswith(word) for full in in_full) for word in words)


def _words_of(text: str) -> list[str]:
    """Return the words of a date; a number is itself, without the zero that may come before it."""
    words = text.casefold().replace(",", " ").replace(".", " ").split()
    return [word.removeprefix("0") if word.isdecimal() else word for word in words]
