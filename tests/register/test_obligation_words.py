"""What the table of obligations can say: each word of it in a decision that is made up here."""

from datetime import date

import pytest

from cica_docs.register.obligations.all import obligations
from cica_docs.views.obligations import ObligationFilters, list_obligations
from cica_docs.views.obligations_calendar import format_calendar
from cica_docs.views.obligations_formats import format_obligations
from dated_register import document, paper, register
from decided_register import ROLES, TERM, appointed, decided_register, meetings_on, only
from small_register import words


def test_a_fixed_term_is_a_value_in_years() -> None:
    report = {"arises": "mandate.appointed", "owed_by": "holder", "due": {"years": "term"}, "soon": {"months": 2}}
    obligation = only(decided_register(report, "2026-06-01", term={"years": [2, 2]}))
    assert (obligation.due, obligation.soon) == (date(2028, 2, 18), date(2027, 12, 18))
    assert obligation.addressee == "XA"


def test_as_a_rule_is_the_force_of_the_provision_and_not_of_the_obligation() -> None:
    plan = {"arises": "mandate.appointed", "owed_by": "holder", "due": {"months": 3}}
    (row,) = list_obligations(decided_register(plan, "2026-06-01", force="as-a-rule"), words()).rows
    assert row.citation == "clause 7.1, as a rule"
    assert (row.title, row.discharge) == ("It is to be done", "It is to be done.")


def test_a_plan_is_due_at_the_first_meeting_of_the_term() -> None:
    plan = {
        "arises": "mandate.service-begun",
        "roles": ROLES,
        "owed_by": "holder",
        "due": {"at": "first-meeting", "of": "group"},
        "soon": {"days": 30},
        "discharged_by": [{"acts": ["action-plan.issued"], "matching": {"area": "within"}}],
    }
    meetings = meetings_on("2026-02-20", "2026-05-10", "2026-11-03")
    assert obligations(decided_register(plan, "2026-04-01")) == ()
    obligation = only(decided_register(plan, "2026-05-11", meetings=meetings))
    assert (obligation.due, obligation.state(date(2026, 5, 11))) == (date(2026, 5, 10), "overdue")
    acts = "[{on: 2026-05-09, kind: issued, by: XA}]"
    issued = document(title="P", area="tourism", elaborated_by="[XA]", events=acts)
    obligation = only(decided_register(plan, "2026-05-11", {"action-plan/p/en.md": issued}, meetings=meetings))
    assert obligation.state(date(2026, 5, 11)) == "discharged"


@pytest.mark.parametrize(
    ("as_of", "due"),
    [
        ("2026-06-01", date(2026, 11, 3)),  # a meeting to come is the last so far
        ("2027-01-01", date(2028, 2, 29)),  # none is arranged: the term itself ends the wait
        ("2028-03-01", date(2026, 11, 3)),
    ],
)
def test_a_final_report_is_due_at_the_last_meeting_of_the_term(as_of: str, due: date) -> None:
    report = {
        "arises": "mandate.service-begun",
        "roles": ROLES,
        "owed_by": "holder",
        "due": {"at": "last-meeting", "of": "group"},
    }
    assert only(decided_register(report, as_of, meetings=meetings_on("2026-05-10", "2026-11-03"))).due == due


def test_days_are_counted_back_from_a_meeting() -> None:
    agenda = {
        "arises": "meeting",
        "of": ["ministers"],
        "owed_by": {"body": "secretariat"},
        "due": {"days": 30, "before": "end"},
        "soon": {"days": 10},
        "discharged_by": [{"day": "agreed"}],
    }
    meetings = meetings_on("2026-11-03") + meetings_on("2026-12-10", body="ministers")
    assert obligations(decided_register(agenda, "2026-10-30", meetings=meetings)) == ()
    obligation = only(decided_register(agenda, "2026-10-31", meetings=meetings))
    assert obligation.id == "7.1/duty:m-2026-12-10"
    assert (obligation.due, obligation.addressee) == (date(2026, 11, 10), "secretariat")
    agreed = meetings.replace("on: 2026-12-10", "on: 2026-12-10, agreed_on: 2026-11-20")
    assert only(decided_register(agenda, "2026-12-01", meetings=agreed)).state(date(2026, 12, 1)) == "discharged-late"


def test_a_deadline_for_what_may_be_done_lapses_on_its_day() -> None:
    proposals = {
        "arises": "meeting",
        "of": "ministers",
        "owed_by": {"body": "member-states"},
        "due": {"days": 5, "before": "end"},
        "soon": {"days": 20},
        "discharged_by": [{"day": "due"}],
    }
    corpus = decided_register(proposals, "2026-12-20", meetings=meetings_on("2026-12-10", body="ministers"))
    assert only(corpus).state(date(2026, 12, 4)) == "due-soon"
    assert only(corpus).state(date(2026, 12, 20)) == "discharged"


def test_a_duty_may_be_of_those_whom_one_of_two_bodies_appointed() -> None:
    plan = {
        "arises": "mandate.appointed",
        "where": {"by": ["ministers"]},
        "owed_by": "holder",
        "due": {"months": 3},
    }
    files = {"mandate/b/en.md": appointed(TERM.replace("ministers", "coordinators"), "XB")}
    assert [each.addressee for each in obligations(decided_register(plan, "2026-06-01", files))] == ["XA"]
    of_the_other = {**plan, "where": {"by": ["coordinators"]}}
    assert [each.addressee for each in obligations(decided_register(of_the_other, "2026-06-01", files))] == ["XB"]


def test_a_value_that_the_decision_does_not_set_makes_no_obligation() -> None:
    plan = {"arises": "mandate.appointed", "owed_by": "holder", "due": {"months": "proposal"}}
    assert obligations(decided_register(plan, "2026-06-01")) == ()
    assert only(decided_register(plan, "2026-06-01", proposal={"months": 4})).due == date(2026, 6, 18)


def test_another_decision_owes_nothing_under_clauses_that_it_lacks() -> None:
    files = {"concept-paper/p/en.md": paper("{on: 2026-01-10, kind: issued, by: XA}")}
    empty = {"decision/modalities/provisions.yaml": "provisions: []\n", "mandate/a/en.md": appointed()}
    corpus = register(date(2028, 1, 1), {**files, **empty})
    assert obligations(corpus) == ()
    rows = list_obligations(corpus, words(), ObligationFilters(with_discharged=True))
    assert "nothing is due" in format_obligations(rows)
    assert b"VEVENT" not in format_calendar(rows)


@pytest.mark.parametrize("key", ["arises", "due", "soon", "roles", "discharged_by", "alarms", "owed_by", "at_least"])
@pytest.mark.parametrize("odd", [None, 7, True, "x", [], [7], [{}], {}, {"a": 1}, {"days": []}, {"days": "x" * 99}])
def test_no_malformed_entry_is_a_fault_of_whoever_reads_it(key: str, odd: object) -> None:
    entry: dict[str, object] = {
        "arises": "mandate.service-begun",
        "roles": ROLES,
        "owed_by": "holder",
        "due": {"months": 3},
        "soon": {"months": 1},
        "alarms": ["soon"],
        "at_least": 1,
        "discharged_by": [{"acts": ["action-plan.issued"]}],
    }
    corpus = decided_register({**entry, key: odd}, "2026-06-01")
    rows = list_obligations(corpus, words(), ObligationFilters(with_discharged=True))
    assert format_obligations(rows)
    assert format_calendar(rows)
