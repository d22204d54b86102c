"""Only the right act on the right matter discharges a duty, and an act that was undone discharges none."""

from datetime import date

import pytest

from cica_docs.register.obligations.all import obligations
from cica_docs.values.obligation import Obligation
from dated_register import document, mandate, one, paper, register, states

ENDED = mandate(date(2023, 2, 15), date(2023, 3, 1), date(2026, 2, 28))


def _report(*acts: str) -> dict[str, str]:
    report = document(title="R", mandate="a", events=f"[{', '.join(acts)}]")
    return {"mandate/a/en.md": ENDED, "completion-report/r/en.md": report}


def _sent(on: str) -> str:
    return f"{{on: {on}, kind: circulated, by: XA, to: all}}"


@pytest.mark.parametrize(
    ("acts", "state"),
    [
        ([_sent("2026-03-12")], "discharged"),
        ([_sent("2026-03-12"), "{on: 2026-03-19, kind: withdrawn}"], "overdue"),
        ([_sent("2026-03-12"), "{on: 2026-03-19, kind: withdrawn}", _sent("2026-04-01")], "discharged"),
        ([_sent("2025-03-12")], "overdue"),
        ([_sent("2026-01-28")], "overdue"),  # a day more than the register allows before the end
        ([_sent("2026-01-29")], "discharged"),
        ([_sent("2026-01-28"), _sent("2026-06-30")], "discharged-late"),
    ],
)
def test_a_report_counts_if_it_was_not_withdrawn_and_not_sent_long_before_the_end(acts: list[str], state: str) -> None:
    assert states(register(date(2026, 7, 1), _report(*acts)))["1.3/report:mandate/a"] == state


def _mandate(holder: str, first: str, last: str) -> str:
    act = f"{{on: {first}, kind: appointed, by: soc, tenure: {{from: {first}, to: {last}}}}}"
    return document(title="M", area="tourism", role="coordinator", holder=holder, events=f"[{act}]")


IN_TURN = {
    "mandate/a/en.md": _mandate("XA", "2024-01-01", "2025-12-31"),
    "mandate/b/en.md": _mandate("XB", "2026-01-01", "2027-12-31"),
}
FIRST = "{on: 2024-02-01, kind: issued, by: XA}"


def _proposed(acts: str, prepared_by: str = "XA") -> dict[str, str]:
    text = paper(f"{FIRST}, {acts}" if acts else FIRST).replace("prepared_by: XA", f"prepared_by: {prepared_by}")
    found = states(register(date(2026, 6, 1), {**IN_TURN, "concept-paper/p/en.md": text}))
    return {name: state for name, state in found.items() if name.startswith("2.7/")}


OWN, PREDECESSOR = "2.7/new-coordinator:mandate/b", "2.7/new-coordinator:mandate/a"


@pytest.mark.parametrize("prepared_by", ["XA", "XB"])
def test_an_update_of_the_predecessors_paper_is_a_proposal_of_the_new_coordinator(prepared_by: str) -> None:
    for day, state in (("03-31", "discharged"), ("04-01", "discharged"), ("04-02", "discharged-late")):
        found = _proposed(f"{{on: 2026-{day}, kind: issued, by: XB, revision: 1}}", prepared_by)
        assert found == {PREDECESSOR: "discharged", OWN: state}


@pytest.mark.parametrize(
    "acts",
    [
        "",
        "{on: 2026-02-01, kind: issued, by: XC, revision: 1}",
        "{on: 2026-02-01, kind: considered, channel: swg}",
        "{on: 2025-06-01, kind: issued, by: XB, revision: 1}",  # long before it was appointed
        "{on: 2026-02-01, kind: issued, by: XB, revision: 1}, {on: 2026-02-20, kind: withdrawn}",
    ],
)
def test_no_other_act_on_the_predecessors_paper_is(acts: str) -> None:
    assert _proposed(acts)[OWN] == "overdue"


def _asked(events: str, outcome: str, acts: str = "{on: 2026-02-01, kind: issued, by: XA}") -> list[Obligation]:
    review = document(
        title="R", held_on="2026-11-18", focus="[economic]", outcomes=f"[{outcome}]", events=f"[{events}]"
    )
    corpus = register(date(2026, 12, 1), {"review/r/en.md": review, "concept-paper/p/en.md": paper(acts)})
    return [obligation for obligation in obligations(corpus) if obligation.provision == "3.5/follow-up"]


HELD, ASKED = "{on: 2026-11-18, kind: held, by: soc}", "{work: concept-paper/p, update_needed: true}"


def test_an_update_that_a_review_asks_for_without_a_day_is_owed_by_a_setting() -> None:
    (obligation,) = _asked(HELD, ASKED)
    assert (obligation.due, obligation.is_set_by_register) == (date(2027, 11, 18), True)
    (obligation,) = _asked(HELD, ASKED.replace("true", "true, due: 2027-02-01"))
    assert (obligation.due, obligation.is_set_by_register) == (date(2027, 2, 1), False)
    assert _asked("{on: 2026-09-01, kind: announced}", ASKED) == []
    assert _asked(HELD, ASKED.replace("true", "false")) == []


def test_the_day_of_a_review_is_that_of_the_act_and_not_of_a_field() -> None:
    review = document(title="R", held_on="2026-10-18", focus="[economic]", events=f"[{HELD}]")
    contribution = document(title="C", review="r", by="XA", events="[{on: 2026-10-28, kind: submitted, by: XA}]")
    files = {
        "review/r/en.md": review,
        "review-contribution/c/en.md": contribution,
        "mandate/a/en.md": _mandate("XA", "2026-01-01", "2027-12-31"),
    }
    assert one(register(date(2026, 12, 1), files), "3.5/contribution").state(date(2026, 12, 1)) == "discharged"


ITEM = "{{id: item-1, kind: event, organizer: XA, format: online, from: 2026-10-20, status: {}}}"


def _plan(status: str, *updates: str, period: str = "{from: 2026-01-01, to: 2029-12-31}") -> dict[str, str]:
    acts = ", ".join(("{on: 2026-03-01, kind: issued, by: XA, to: all}", *updates))
    fields = {"elaborated_by": "[XA]", "period": period, "items": f"[{ITEM.format(status)}]", "events": f"[{acts}]"}
    return {"action-plan/q/en.md": document(title="A plan", area="tourism", **fields)}


@pytest.mark.parametrize(
    ("status", "as_of", "expected"),
    [
        ("proposed", "2026-10-19", None),
        ("proposed", "2026-11-19", "due-soon"),
        ("proposed", "2026-11-20", "overdue"),
        ("planned", "2026-11-20", "overdue"),
        ("postponed", "2026-11-20", None),
        ("cancelled", "2026-11-20", None),
    ],
)
def test_an_item_that_is_still_proposed_after_its_day_is_asked_for(
    status: str, as_of: str, expected: str | None
) -> None:
    assert states(register(date.fromisoformat(as_of), _plan(status))).get("2.9/update:action-plan/q:item-1") == expected


@pytest.mark.parametrize(
    ("as_of", "state"),
    [("2027-01-31", "open"), ("2027-02-01", "due-soon"), ("2027-03-01", "due-soon"), ("2027-03-02", "overdue")],
)
def test_a_plan_is_updated_within_the_months_of_a_setting(as_of: str, state: str) -> None:
    assert states(register(date.fromisoformat(as_of), _plan("planned")))["2.9/update:action-plan/q:2026-03-01"] == state


def test_an_update_ends_the_waiting_and_begins_the_next_one() -> None:
    files = _plan("planned", "{on: 2027-02-15, kind: revised, by: XA}")
    found = states(register(date(2027, 6, 1), files))
    assert found["2.9/update:action-plan/q:2026-03-01"] == "discharged"
    assert found["2.9/update:action-plan/q:2027-02-15"] == "open"


def test_a_plan_whose_period_ends_before_needs_no_update() -> None:
    files = _plan("planned", period="{from: 2026-01-01, to: 2027-02-28}")
    assert "2.9/update:action-plan/q:2026-03-01" not in states(register(date(2027, 6, 1), files))
