"""Days, periods, symbols and what is shown of a text."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cica_docs.text.escape import escape_terminal
from cica_docs.values.day import add_months, add_years, parse_day, parse_partial_date
from cica_docs.values.period import Period
from cica_docs.values.symbol import parse_symbol

DAYS = st.dates(date(1999, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "2023-W20-2",
        "20230516",
        "2023-5-16",
        "2023-13-01",
        "2023-02-30",
        "２０２３-05-16",
        "٢٠٢٣-05-16",
        "2023-05-16\n",
        "0023-05-16",
    ],
)
def test_no_other_form_of_a_day_is_read(text: str) -> None:
    assert parse_day(text) is None
    assert parse_partial_date(text) is None


def test_a_month_and_a_year_are_dates_as_far_as_known() -> None:
    month, year = parse_partial_date("2022-07"), parse_partial_date("2024")
    assert month is not None
    assert (month.first, month.last, month.is_day) == (date(2022, 7, 1), date(2022, 7, 31), False)
    assert year is not None
    assert (year.first, year.last) == (date(2024, 1, 1), date(2024, 12, 31))


def test_months_clamp_at_the_end() -> None:
    assert add_months(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert add_years(date(2024, 2, 29), 2) == date(2026, 2, 28)
    assert add_years(date(2024, 2, 29), 4) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("first", "last", "lasts"),
    [
        ("2024-01-01", "2025-12-31", True),
        ("2024-01-01", "2025-12-30", False),
        ("2024-01-01", "2027-12-31", True),
        ("2024-01-01", "2028-01-01", False),
        ("2024-02-29", "2026-02-27", True),
        ("2024-02-29", "2026-02-26", False),
        ("2024-02-29", "2028-02-28", True),
        ("2024-02-29", "2028-02-29", False),
        ("2026-03-01", "2028-02-29", True),
    ],
)
def test_two_to_four_calendar_years_both_days_included(first: str, last: str, lasts: bool) -> None:
    period = Period(date.fromisoformat(first), date.fromisoformat(last))
    assert period.lasts(2, 4) is lasts


@given(DAYS, st.integers(1, 10))
def test_whole_years_always_last_so_many(first: date, years: int) -> None:
    period = Period(first, add_years(first, years) - timedelta(days=1))
    assert period.lasts(years, years)


@pytest.mark.parametrize("text", ["SOC/2022-II/SEC/2", "SOC/2022-II/INF/2/Rev.1", "SOC/2023-I/CHAIR/2"])
def test_attested_symbols(text: str) -> None:
    assert str(parse_symbol(text)) == text


@pytest.mark.parametrize("part", ["/Corr.1", "/Add.12", "/Rev.2/Corr.1", "/Rev.1/Add.3"])
def test_symbols_of_what_amends_a_document(part: str) -> None:
    symbol = parse_symbol(f"SOC/2022-II/INF/2{part}")
    assert symbol
    assert symbol.part == part
    assert symbol.amended == str(symbol).removesuffix(f"/{part.rpartition('/')[2]}")
    assert str(symbol) == f"SOC/2022-II/INF/2{part}"


@pytest.mark.parametrize("part", ["/Corr.0", "/Corr.1/Rev.1", "/Corr.1/Add.1", "/corr.1", "/Corr1", "/Сorr.1"])
def test_other_parts_are_none(part: str) -> None:
    assert parse_symbol(f"SOC/2022-II/INF/2{part}") is None


@pytest.mark.parametrize(
    "text",
    ["SОC/2022-II/SEC/2", "SOC/2022-Ⅱ/SEC/2", "SOC/2022-II/SEC/02", "SOC/2022/SEC/2", "SOC/2022-II/SEC/2\n"],
)
def test_look_alike_symbols_are_none(text: str) -> None:
    assert parse_symbol(text) is None


@given(st.text())
def test_what_is_shown_is_one_harmless_line(text: str) -> None:
    shown = escape_terminal(text)
    assert len(shown.splitlines()) <= 1
    assert shown.isprintable()
