"""Clause 2.5: expert meetings are owed only where consideration is prolonged, and by meetings on the draft alone."""

from datetime import date

import pytest

from cica_docs.register.obligations.all import obligations
from cica_docs.values.obligation import Obligation
from dated_register import document, one, paper, register

DRAFTS = "{on: 2026-08-31, kind: issued, by: XA}, {on: 2026-12-20, kind: issued, by: XA, revision: 1}"
PAPER = {"concept-paper/p/en.md": paper(DRAFTS)}


def _meeting(acts: str, *, day: str = "2027-03-20", **fields: object) -> dict[str, str]:
    given = {"area": "tourism", "purpose": "concept-paper", "concerns": "p", **fields}
    held = {name: value for name, value in given.items() if value}
    return {"expert-meeting/m/en.md": document(title="M", **held, **{"from": day}, to=day, events=f"[{acts}]")}


def _owed(as_of: str, files: dict[str, str]) -> list[Obligation]:
    corpus = register(date.fromisoformat(as_of), files)
    return [obligation for obligation in obligations(corpus) if obligation.provision == "2.5/expert-meetings"]


def _state(as_of: str, files: dict[str, str]) -> str:
    (obligation,) = _owed(as_of, files)
    return obligation.state(date.fromisoformat(as_of))


@pytest.mark.parametrize(
    ("as_of", "state"),
    [
        ("2027-02-27", ""),
        ("2027-02-28", ""),  # six months, and not more
        ("2027-03-01", "due-soon"),
        ("2027-03-31", "due-soon"),  # the days that the register allows, of which the clause says nothing
        ("2027-04-01", "overdue"),
    ],
)
def test_it_arises_on_the_day_after_six_months_from_the_first_draft(as_of: str, state: str) -> None:
    owed = [each.state(date.fromisoformat(as_of)) for each in _owed(as_of, PAPER)]
    assert owed == ([state] if state else [])


@pytest.mark.parametrize(
    ("approved", "expected"),
    [("2027-02-28", []), ("2027-03-01", ["discharged"]), ("2027-03-31", ["discharged"])],
)
def test_a_paper_that_is_approved_in_time_owes_no_meeting(approved: str, expected: list[str]) -> None:
    files = {"concept-paper/p/en.md": paper(f"{DRAFTS}, {{on: {approved}, kind: approved, by: soc}}")}
    assert [each.state(date(2027, 6, 1)) for each in _owed("2027-06-01", files)] == expected


CONVENED = "{on: 2027-03-08, kind: convened, by: XA, to: all}"


@pytest.mark.parametrize(
    ("meeting", "state"),
    [
        (_meeting(CONVENED), "discharged"),
        (_meeting(CONVENED.replace("2027-03-08", "2027-02-20")), "discharged"),  # convened ahead, held after
        (_meeting(CONVENED.replace("2027-03-08", "2027-02-01"), day="2027-03-01"), "discharged"),
        (_meeting(CONVENED.replace("2027-03-08", "2027-02-01"), day="2027-02-28"), "overdue"),
        (_meeting(CONVENED.replace("2027-03-08", "2026-09-10"), day="2026-09-21"), "overdue"),
        (_meeting(f"{CONVENED}, {{on: 2027-03-15, kind: cancelled}}"), "overdue"),
        (_meeting("{on: 2027-03-20, kind: held}"), "discharged"),
        (_meeting(CONVENED, concerns="", purpose="consultation"), "discharged"),
        (_meeting(CONVENED, concerns=""), "discharged"),
        (_meeting(CONVENED, concerns="", purpose="review"), "overdue"),
        (_meeting(CONVENED, concerns="", area="finance"), "overdue"),
        (_meeting(CONVENED, concerns="another"), "overdue"),
        (_meeting(CONVENED.replace("03-08", "04-01"), day="2027-04-20"), "discharged-late"),
    ],
)
def test_only_a_meeting_on_the_draft_that_takes_place_after_six_months_counts(
    meeting: dict[str, str], state: str
) -> None:
    assert _state("2027-05-01", {**PAPER, **meeting}) == state


def test_a_meeting_called_again_after_it_was_cancelled_counts() -> None:
    acts = (
        "{on: 2027-03-08, kind: convened, by: XA}, {on: 2027-03-10, kind: cancelled}, "
        "{on: 2027-03-12, kind: convened, by: XA}"
    )
    assert _state("2027-05-01", {**PAPER, **_meeting(acts)}) == "discharged"


def test_consideration_at_an_expert_meeting_counts_from_then_on() -> None:
    for day, state in (("2027-02-28", "overdue"), ("2027-03-01", "discharged")):
        acts = f"{DRAFTS}, {{on: {day}, kind: considered, channel: expert-meeting}}"
        assert _state("2027-05-01", {"concept-paper/p/en.md": paper(acts)}) == state


def test_the_days_allowed_are_a_setting_of_the_register_and_the_page_says_so() -> None:
    settings = "deadlines: {expert-meeting-days: 10}\n"
    corpus = register(date(2027, 3, 5), PAPER, questions=settings)
    owed = one(corpus, "2.5/expert-meetings")
    assert (owed.due, owed.is_set_by_register) == (date(2027, 3, 11), True)
