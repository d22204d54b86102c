"""Obligations that recur: every year, half-year, chairmanship and year of service, with counts and calendar days."""

from datetime import date

import pytest

from cica_docs.register.obligations.all import obligations
from cica_docs.register.obligations.table import duties
from decided_register import ROLES, decided_register, meetings_on


@pytest.mark.parametrize(("at_least", "state"), [(1, "discharged"), (2, "discharged"), (3, "overdue")])
def test_meetings_are_counted_by_the_year(at_least: int, state: str) -> None:
    held = {
        "arises": "each-year",
        "roles": ROLES,
        "owed_by": "holder",
        "due": "end",
        "at_least": {"per_year": "gatherings"},
        "discharged_by": [{"meetings_of": "group"}],
    }
    meetings = meetings_on("2026-05-10", "2027-02-01", "2027-09-09", "2028-01-20")
    corpus = decided_register(held, "2028-01-31", meetings=meetings, gatherings={"per_year": at_least})
    by_year = {each.period: each for each in obligations(corpus)}
    assert by_year["2027"].state(corpus.as_of) == state
    assert by_year["2027"].due == date(2027, 12, 31)


def test_an_amended_count_holds_from_its_day_on() -> None:
    reviewed = {
        "arises": "each-year",
        "owed_by": {"body": "group"},
        "due": "end",
        "at_least": {"per_year": "gatherings"},
        "discharged_by": [{"meetings_of": "group"}],
    }
    meetings = meetings_on("2025-05-10", "2026-05-10", "2027-05-10")
    twice = {"from": "2027-01-01", "by": "SOC/2026-III/INF/9", "per_year": 2}
    corpus = decided_register(
        reviewed, "2028-01-31", meetings=meetings, gatherings=[{"from": "2023-05-13", "per_year": 1}, twice]
    )
    assert {each.period: each.state(corpus.as_of).value for each in obligations(corpus)} == {
        "2025": "discharged",
        "2026": "discharged",
        "2027": "overdue",
        "2028": "open",
    }


def test_a_report_is_due_on_a_day_of_the_calendar_which_the_register_sets() -> None:
    report = {
        "arises": "each-year",
        "roles": ROLES,
        "owed_by": "holder",
        "due": {"by": {"setting": "report-day", "otherwise": "01-15"}},
        "soon": {"days": 14},
    }
    corpus = decided_register(report, "2028-02-01")
    assert [(each.id, each.due) for each in obligations(corpus)] == [
        ("7.1/duty:mandate/a:2027", date(2027, 1, 15)),
        ("7.1/duty:mandate/a:2028", date(2028, 1, 15)),
    ]
    assert duties(corpus)["7.1/duty"].due[0].is_setting
    later = decided_register({**report, "due": {"by": "02-29"}}, "2028-02-01")
    assert [each.due for each in obligations(later)] == [date(2027, 2, 28), date(2028, 2, 29)]


def test_a_chairmanship_of_half_a_year_is_a_period_of_its_own() -> None:
    outline = {
        "arises": "each-chairmanship",
        "roles": ROLES,
        "owed_by": "holder",
        "due": {"months": 1},
        "discharged_by": [{"acts": ["note-verbale.sent"], "matching": {"from": "holder", "to": "chair"}}],
    }
    chairs = (
        "chairmanships:\n  - {state: XB, from: 2026-01-01, to: 2026-06-30}\n"
        "  - {state: XC, from: 2026-07-01, to: 2026-12-31}\n"
    )
    files = {"reference/chairmanships.yaml": chairs}
    found = obligations(decided_register(outline, "2026-09-01", files))
    assert [(each.id, each.due) for each in found] == [("7.1/duty:mandate/a:2026-07-01", date(2026, 8, 1))]
    note = "---\nfrom: XA\nto: XC\nevents: [{on: 2026-07-20, kind: sent}]\n---\n\nText.\n"
    (sent,) = obligations(decided_register(outline, "2026-09-01", {**files, "note-verbale/n/en.md": note}))
    assert sent.discharged == date(2026, 7, 20)
    by_chair = {"arises": "each-chairmanship", "owed_by": "chair", "due": "end"}
    found = obligations(decided_register(by_chair, "2026-09-01", files))
    assert [(each.addressee, each.due) for each in found] == [
        ("XB", date(2026, 6, 30)),
        ("XC", date(2026, 12, 31)),
    ]


def test_half_years_and_years_of_service_recur() -> None:
    halves = {"arises": "each-half-year", "owed_by": {"body": "secretariat"}, "due": "end"}
    found = obligations(decided_register(halves, "2027-02-01"))
    assert [each.due for each in found] == [date(2026, 12, 31), date(2027, 6, 30)]
    service = {"arises": "each-year-of-service", "roles": ROLES, "owed_by": "holder", "due": "end"}
    found = obligations(decided_register(service, "2027-06-01"))
    assert [(each.id, each.due) for each in found] == [
        ("7.1/duty:mandate/a:1", date(2027, 2, 28)),
        ("7.1/duty:mandate/a:2", date(2028, 2, 29)),
    ]


def test_a_year_after_each_review_asks_for_nothing_where_none_was_held() -> None:
    review = {
        "arises": "each-year",
        "counted": "rolling",
        "owed_by": {"body": "soc"},
        "due": "end",
        "discharged_by": [{"reviews_of": "soc"}],
    }
    assert obligations(decided_register(review, "2028-01-01")) == ()
