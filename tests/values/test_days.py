"""Sums of days, months and years end where the calendar does, and nothing else in the program adds up days."""

import ast
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cica_docs
from cica_docs.values.day import add_months, add_years, day_in, plus_days
from cica_docs.values.period import Period

DAYS = st.dates() | st.sampled_from([date.min, date.max, date(9999, 11, 30), date(1, 2, 1)])
AMOUNTS = st.integers() | st.integers(-4_000_000, 4_000_000)
SMALL = st.integers(-30, 30)
ZONES = st.timedeltas(timedelta(hours=-23), timedelta(hours=23)).map(timezone)
ENDS = [datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)]
# Names a length of time that is added to nothing: how long before a day an alarm sounds.
LENGTH = "views/obligations_calendar.py"


@given(DAYS, AMOUNTS)
def test_no_sum_leaves_the_calendar(start: date, amount: int) -> None:
    for add in (plus_days, add_months, add_years):
        assert date.min <= add(start, amount) <= date.max
        assert add(start, 0) == start
        assert (add(start, amount) >= start) is (amount >= 0 or add(start, amount) == start)


@given(DAYS, AMOUNTS, AMOUNTS)
def test_more_is_never_earlier(start: date, first: int, second: int) -> None:
    less, more = sorted((first, second))
    for add in (plus_days, add_months, add_years):
        assert add(start, less) <= add(start, more)


@given(DAYS, AMOUNTS)
def test_days_are_those_of_the_calendar_where_it_has_them(start: date, amount: int) -> None:
    try:
        expected = start + timedelta(days=amount)
    except OverflowError:
        expected = date.max if amount > 0 else date.min
    assert plus_days(start, amount) == expected


@given(st.dates(date(40, 1, 1), date(9960, 1, 1)), SMALL)
def test_a_month_is_counted_by_the_calendar(start: date, months: int) -> None:
    later = add_months(start, months)
    assert (later.year - start.year) * 12 + later.month - start.month == months
    assert later.day == start.day or (later.day < start.day and plus_days(later, 1).day == 1)


@given(DAYS, DAYS, SMALL, SMALL)
def test_a_period_may_end_with_the_calendar(first: date, second: date, least: int, most: int) -> None:
    period = Period(min(first, second), max(first, second))
    assert period.last <= period.end
    assert period.lasts(least, most) in {True, False}


@given(st.datetimes(timezones=ZONES), ZONES)
def test_there_is_a_day_at_every_moment_in_every_zone(moment: datetime, zone: timezone) -> None:
    day = day_in(zone, moment)
    try:
        assert day == moment.astimezone(zone).date()
    except OverflowError:
        assert day in {date.min, date.max}
        assert abs(day.toordinal() - moment.date().toordinal()) <= 1


@pytest.mark.parametrize("name", ["Asia/Almaty", "Pacific/Kiritimati", "America/Anchorage", "UTC"])
@pytest.mark.parametrize("moment", ENDS)
def test_the_ends_of_the_calendar_are_days_in_every_zone(name: str, moment: datetime) -> None:
    day = day_in(ZoneInfo(name), moment)
    assert abs(day.toordinal() - moment.date().toordinal()) <= 1


def test_days_are_added_up_in_one_place_alone() -> None:
    package = Path(cica_docs.__file__).parent
    adding = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if any(map(_is_sum_of_days, ast.walk(ast.parse(path.read_text(encoding="utf-8")))))
    }
    assert adding - {LENGTH} == {"values/day.py"}


def _is_sum_of_days(node: ast.AST) -> bool:
    """Whether a node names a length of time, makes a day of a number, or changes a part of a day."""
    match node:
        case ast.alias(name="timedelta") | ast.Attribute(attr="timedelta" | "fromordinal"):
            return True
        case ast.Call(func=ast.Attribute(attr="replace"), keywords=keywords):
            return any(keyword.arg in {"year", "month", "day"} for keyword in keywords)
    return False
