"""Periods of whole days."""

from dataclasses import dataclass
from datetime import date

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
