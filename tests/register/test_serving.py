"""Who serves where: over areas and their dimension, as extensions, early ends and acting have it."""

from datetime import date

import pytest

from cica_docs.documents.corpus import Corpus
from cica_docs.register.mandates.offices import leading_state, services_on
from cica_docs.register.mandates.service import area_includes, areas_overlap, count_shared_days, may_serve
from cica_docs.values.day import parse_partial_date
from cica_docs.values.period import Period
from cica_docs.values.role import ACTING, CO_COORDINATOR, COORDINATOR

AREA = "environment-protection"


def _holders(corpus: Corpus, on: date, *roles: str) -> list[str]:
    return [service.mandate.holder for service in services_on(corpus, AREA, on, *roles)]


@pytest.mark.parametrize(
    ("on", "holders"),
    [
        (date(2023, 2, 28), []),
        (date(2023, 3, 1), ["XC"]),
        (date(2026, 2, 28), ["XC"]),
        (date(2026, 3, 1), ["XA"]),
        (date(2029, 6, 30), ["XA"]),
        (date(2029, 7, 1), []),
    ],
)
def test_a_coordinator_serves_from_the_first_to_the_last_day_extended(
    on: date, holders: list[str], example: Corpus
) -> None:
    assert _holders(example, on, COORDINATOR) == holders


def test_roles_are_told_apart(example: Corpus) -> None:
    on = date(2026, 9, 1)
    assert _holders(example, on) == ["XA", "XB"]
    assert _holders(example, on, CO_COORDINATOR) == ["XB"]
    assert _holders(example, on, ACTING) == []


def test_a_month_is_long_enough_if_one_of_its_days_is(example: Corpus) -> None:
    may = [(text, when) for text in ("2026-02", "2026-03", "2026-02-28") if (when := parse_partial_date(text))]
    assert [text for text, when in may if may_serve(example, "XA", AREA, when)] == ["2026-03"]


def test_what_is_known_without_a_term_may_serve_but_is_not_said_to(register: Corpus) -> None:
    on = parse_partial_date("2024-06-30")
    assert on is not None
    assert may_serve(register, "KG", "trade-investment", on, CO_COORDINATOR)
    assert not may_serve(register, "KG", "trade-investment", on, COORDINATOR)
    assert services_on(register, "trade-investment", on.first) == ()


def test_the_one_tenure_on_public_record(register: Corpus) -> None:
    roles = {
        service.mandate.holder: service.mandate.role
        for service in services_on(register, "ict-security", date(2025, 12, 31))
    }
    assert roles == {"RU": COORDINATOR, "CN": CO_COORDINATOR}
    assert services_on(register, "ict-security", date(2026, 1, 1)) == ()


def test_whoever_serves_leads_and_what_is_known_without_a_term_does_not(example: Corpus, register: Corpus) -> None:
    days = (date(2023, 2, 28), date(2026, 2, 28), date(2026, 3, 1), date(2029, 7, 1))
    assert [leading_state(example, AREA, day) for day in days] == ["", "XC", "XA", ""]
    assert leading_state(register, "ict-security", date(2025, 12, 31)) == "RU"
    assert leading_state(register, "trade-investment", date(2024, 6, 30)) == ""


def test_a_dimension_covers_its_areas_and_not_the_reverse(example: Corpus) -> None:
    assert area_includes(example, "environmental", AREA)
    assert not area_includes(example, AREA, "environmental")
    assert not area_includes(example, "economic", AREA)
    assert areas_overlap(example, AREA, "environmental")
    assert not areas_overlap(example, AREA, "sustainable-development")


def test_days_in_common_count_both_ends() -> None:
    first = Period(date(2026, 1, 1), date(2026, 6, 30))
    assert count_shared_days(first, Period(date(2026, 6, 30), date(2027, 6, 29))) == 1
    assert count_shared_days(first, Period(date(2026, 7, 1), date(2027, 6, 30))) == 0
