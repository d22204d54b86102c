"""Periods of whole days."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from cica_docs.values.day import add_years, plus_days


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days from first to last, both included: 2024-01-01 to 2025-12-31 is exactly two years.

    >>> Period(date(2024, 1, 1), date(2025, 12, 31)).lasts(2, 4)
    True
    >>> Period(date(2024, 1, 1), date(2025, 12, 30)).lasts(2, 4)
    False
    """

    first: date
    last: date

    @property
    def end(self) -> date:
        """The first day after the period, or its last at the end of the calendar."""
        return plus_days(self.last, 1)

    def lasts(self, least: int, most: int) -> bool:
        """Whether the period is not shorter than `least` and not longer than `most` calendar years."""
        return add_years(self.first, least) <= self.end <= add_years(self.first, most)

    def covers(self, when: date) -> bool:
        """Whether the day lies within the period."""
        return self.first <= when <= self.last

    def overlaps(self, other: "Period") -> bool:
        """Whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last

    def __str__(self) -> str:
        return f"{self.first} to {self.last}"


def calendar_year(year: int) -> Period:
    """Return the days of a calendar year."""
    return Period(date(year, 1, 1), date(year, 12, 31))


def calendar_halves(year: int) -> tuple[Period, Period]:
    """Return the days of the two halves of a calendar year."""
    return Period(date(year, 1, 1), date(year, 6, 30)), Period(date(year, 7, 1), date(year, 12, 31))


class OutOfBounds(NamedTuple):
    """A period that is too short or too long: its days, the years asked for, and the last days that they allow."""

    first: date
    last: date
    low: int
    high: int
    earliest: date
    latest: date

    @property
    def is_fixed(self) -> bool:
        """Whether one number of years is asked for."""
        return self.low == self.high

    @property
    def is_short(self) -> bool:
        """Whether the period is too short."""
        return self.last < self.earliest


def out_of_bounds(period: Period | None, years: tuple[int, int] | None) -> OutOfBounds | None:
    """Compare a period with the fewest and most years that are asked for; None if it fits, or one is not known."""
    if period is None or years is None or period.lasts(*years):
        return None
    earliest, latest = (plus_days(add_years(period.first, number), -1) for number in years)
    return OutOfBounds(period.first, period.last, *years, earliest, latest)
