"""A duty of an office is owed by who is in office on its day, later by who is in office then, and else by nobody."""

from datetime import date

import pytest

from cica_docs.register.obligations.all import obligations
from dated_register import document, one, paper, register

DRAFT = {"concept-paper/p/en.md": paper("{on: 2026-05-04, kind: issued, by: XA}")}  # arises 5 November, due 5 December
PLAN = document(
    title="A plan",
    area="tourism",
    elaborated_by="[XA, XC]",
    items="[{id: item-1, kind: event, organizer: XA, format: online, from: 2026-10-20, status: planned}]",
    events="[{on: 2026-03-01, kind: issued, by: XA, to: all}]",
)


def _mandate(holder: str, first: str, last: str, role: str = "coordinator") -> str:
    act = f"{{on: {first}, kind: appointed, by: soc, tenure: {{from: {first}, to: {last}}}}}"
    return document(title="M", area="tourism", role=role, holder=holder, events=f"[{act}]")


def _owed_by(as_of: str, provision: str, files: dict[str, str], *mandates: str) -> tuple[str, bool]:
    held = {f"mandate/m{number}/en.md": text for number, text in enumerate(mandates)}
    obligation = one(register(date.fromisoformat(as_of), {**files, **held}), provision)
    return obligation.addressee, obligation.is_vacant


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("2026-12-04", ("soc", True)),  # the day before it is due
        ("2026-12-05", ("XA", False)),
        ("2026-12-06", ("XA", False)),
    ],
)
def test_who_is_in_office_on_the_due_day_owes_it(last: str, expected: tuple[str, bool]) -> None:
    assert _owed_by("2026-11-10", "2.5/expert-meetings", DRAFT, _mandate("XA", "2024-03-01", last)) == expected


def test_a_state_that_left_owes_nothing_though_it_wrote_the_paper() -> None:
    left = _mandate("XA", "2024-07-01", "2026-06-30")
    assert _owed_by("2026-12-01", "2.5/expert-meetings", DRAFT, left) == ("soc", True)
    assert _owed_by("2026-12-20", "2.5/expert-meetings", DRAFT, left) == ("soc", True)


@pytest.mark.parametrize(("first", "as_of"), [("2026-07-01", "2026-12-01"), ("2026-12-06", "2026-12-20")])
def test_a_successor_owes_what_the_office_owes(first: str, as_of: str) -> None:
    mandates = (_mandate("XA", "2024-07-01", "2026-06-30"), _mandate("XB", first, "2028-12-31"))
    assert _owed_by(as_of, "2.5/expert-meetings", DRAFT, *mandates) == ("XB", False)


def test_once_its_day_is_past_nobody_who_has_left_since_is_asked_for_it() -> None:
    in_office_then = _mandate("XA", "2024-07-01", "2026-12-10")
    assert _owed_by("2026-12-10", "2.5/expert-meetings", DRAFT, in_office_then) == ("XA", False)
    assert _owed_by("2026-12-11", "2.5/expert-meetings", DRAFT, in_office_then) == ("soc", True)


def test_of_what_is_discharged_who_was_in_office_then() -> None:
    files = {
        "concept-paper/p/en.md": paper("{on: 2026-05-04, kind: issued}, {on: 2026-11-20, kind: approved, by: soc}")
    }
    mandates = (_mandate("XA", "2024-07-01", "2026-11-20"), _mandate("XB", "2026-11-21", "2028-12-31"))
    assert _owed_by("2027-03-01", "2.5/expert-meetings", files, *mandates) == ("XA", False)


def test_a_plan_is_updated_by_those_who_serve_and_not_by_those_who_drew_it_up() -> None:
    files = {"action-plan/q/en.md": PLAN}
    co_coordinator = _mandate("XD", "2026-01-01", "2028-12-31", "co-coordinator")

    def item_owed_by(*mandates: str) -> list[str]:
        held = {f"mandate/m{number}/en.md": text for number, text in enumerate(mandates)}
        corpus = register(date(2026, 12, 1), {**files, **held})
        return [each.addressee for each in obligations(corpus) if each.provision == "2.9/update" and each.item]

    assert item_owed_by(_mandate("XB", "2026-09-01", "2028-12-31"), co_coordinator) == ["XB"]
    assert item_owed_by(co_coordinator) == ["XD"]
    assert item_owed_by() == ["soc"]


@pytest.mark.parametrize(
    ("mandates", "expected"),
    [
        (
            (_mandate("XA", "2026-01-01", "2028-12-31"), _mandate("XB", "2026-01-01", "2028-12-31", "co-coordinator")),
            "XB",
        ),
        (
            (_mandate("XA", "2026-01-01", "2028-12-31"), _mandate("XB", "2025-01-01", "2027-01-31", "co-coordinator")),
            "XA",
        ),
        ((_mandate("XB", "2025-01-01", "2027-02-01"),), "XB"),
        ((), "soc"),
    ],
)
def test_who_is_asked_by_a_review_owes_an_update_while_it_serves(mandates: tuple[str, ...], expected: str) -> None:
    review = document(
        title="R",
        held_on="2026-11-18",
        focus="[economic]",
        outcomes="[{work: concept-paper/p, update_needed: true, by: XB, due: 2027-02-01}]",
        events="[{on: 2026-11-18, kind: held, by: soc}]",
    )
    files = {"review/r/en.md": review, "concept-paper/p/en.md": paper("{on: 2026-10-01, kind: issued, by: XA}")}
    assert _owed_by("2026-12-01", "3.5/follow-up", files, *mandates)[0] == expected


@pytest.mark.parametrize(("as_of", "owed"), [("2026-12-31", True), ("2027-01-01", False)])
def test_what_a_new_coordinator_never_proposed_ends_with_its_office(as_of: str, owed: bool) -> None:
    files = {"mandate/a/en.md": _mandate("XA", "2026-01-01", "2026-12-31")}
    found = [each for each in obligations(register(date.fromisoformat(as_of), files)) if each.provision[:3] == "2.7"]
    assert [each.addressee for each in found] == (["XA"] if owed else [])


def test_it_does_not_end_where_the_same_state_goes_on_in_the_office() -> None:
    files = {
        "mandate/a/en.md": _mandate("XA", "2024-01-01", "2025-12-31"),
        "mandate/b/en.md": _mandate("XA", "2026-01-01", "2027-12-31"),
    }
    assert one(register(date(2026, 6, 1), files), "2.7/new-coordinator").addressee == "XA"
