"""Days, and dates that are known only to the month or the year.

The calendar runs from 0001-01-01 to 9999-12-31. A sum beyond it is its first or last day, so that no sum of days,
months and years fails. All sums of days are in this module.
"""

import calendar
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from functools import lru_cache, total_ordering

_WRITTEN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()


def parse_day(text: str) -> date | None:
    """Parse a day such as `2026-03-01`; None for other forms, digits of other scripts and impossible days."""
    when = parse_partial_date(text)
    return when.first if when is not None and when.first == when.last else None


def day_in(zone: tzinfo, moment: datetime) -> date:
    """Return the day in a zone at a moment, which has a zone of its own."""
    try:
        return moment.astimezone(zone).date()
    except OverflowError:
        # In the zone the calendar has not begun, or has ended.
        return date.min if moment.year == date.min.year else date.max


@dataclass(frozen=True, slots=True)
class Sum:
    """A day, a number of `day`s, `month`s or `year`s added to it, and the day that is their sum."""

    start: date
    number: int
    unit: str
    end: date


_sums: ContextVar[list[Sum] | None] = ContextVar("_sums", default=None)


@contextmanager
def record_sums() -> Iterator[list[Sum]]:
    """Collect the sums that are worked out within the block."""
    sums: list[Sum] = []
    token = _sums.set(sums)
    try:
        yield sums
    finally:
        _sums.reset(token)


def _record(start: date, number: int, unit: str, end: date) -> date:
    sums = _sums.get()
    if sums is not None:
        sums.append(Sum(start, number, unit, end))
    return end


def plus_days(start: date, days: int) -> date:
    """Return the day so many days later, or earlier if negative."""
    return _record(start, days, "day", _days_later(start, days))


def add_months(start: date, months: int) -> date:
    """Return the same day so many calendar months later, or the last day of a shorter month."""
    return _record(start, months, "month", _months_later(start, months))


def add_years(start: date, years: int) -> date:
    """Return the same day so many years later; 29 February becomes 28 in a common year."""
    return _record(start, years, "year", _months_later(start, 12 * years))


def _days_later(start: date, days: int) -> date:
    return date.fromordinal(min(max(start.toordinal() + days, _FIRST), _LAST))


def _months_later(start: date, months: int) -> date:
    index = start.year * 12 + start.month - 1 + months
    year, month = divmod(index, 12)
    if year < date.min.year:
        return date.min
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def day_in_year(year: int, month: int, day: int) -> date:
    """Return a day of a year, or the last of its month if that is shorter."""
    if year > date.max.year:
        return date.max
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, a month (`2022-07`) or a year (`2022`)."""

    text: str
    first: date
    last: date

    def __lt__(self, other: "PartialDate") -> bool:
        return (self.first, self.last) < (other.first, other.last)

    @property
    def is_day(self) -> bool:
        """Whether the day is known."""
        return self.first == self.last

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=4096)
def parse_partial_date(text: str) -> PartialDate | None:
    """Parse a date such as `2026`, `2026-03` or `2026-03-01`; None for other forms."""
    match = _WRITTEN.fullmatch(text)
    if match is None:
        return None
    year, month, number = (int(part) if part else None for part in match.groups())
    try:
        if year is None or not 1900 <= year <= 2200:
            return None
        if month is None:
            return PartialDate(text, date(year, 1, 1), date(year, 12, 31))
        first = date(year, month, number or 1)
        last = first if number else _days_later(_months_later(first, 1), -1)
        return PartialDate(text, first, last)
    except ValueError:
        return None
