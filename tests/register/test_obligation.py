"""Obligations follow from dated acts: time alone heals none, and an act discharges its own and no other."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cica_docs.register.obligations.all import obligations
from cica_docs.values.day import add_months
from dated_register import document, mandate, one, paper, register, states
from nightly import examples

pytestmark = pytest.mark.series(6)

DAYS = st.dates(date(2023, 6, 1), date(2028, 12, 31))


@pytest.mark.parametrize(
    ("as_of", "state"),
    [
        ("2026-02-18", "open"),
        ("2026-04-17", "open"),
        ("2026-04-18", "due-soon"),
        ("2026-05-18", "due-soon"),
        ("2026-05-19", "overdue"),
    ],
)
def test_a_new_coordinator_proposes_a_paper_within_three_months(as_of: str, state: str) -> None:
    files = {"mandate/a/en.md": mandate(date(2026, 2, 18), date(2026, 3, 1), date(2028, 2, 29))}
    corpus = register(date.fromisoformat(as_of), files)
    duty = one(corpus, "2.7/new-coordinator")
    assert (duty.due, duty.addressee, duty.state(corpus.as_of)) == (date(2026, 5, 18), "XA", state)


def test_proposing_counts_and_not_approving() -> None:
    files = {
        "mandate/a/en.md": mandate(date(2026, 2, 18), date(2026, 3, 1), date(2028, 2, 29)),
        "concept-paper/p/en.md": paper("{on: 2026-05-18, kind: issued, by: XA}"),
    }
    assert states(register(date(2026, 6, 1), files))["2.7/new-coordinator:mandate/a"] == "discharged"


def test_an_extension_makes_no_new_coordinator_and_acting_is_no_appointment() -> None:
    extended = ", {on: 2027-11-01, kind: extended, by: soc, until: 2029-02-28}"
    acting = document(
        title="Acting",
        area="finance",
        role="acting-coordinator",
        holder="XB",
        events="[{on: 2026-02-18, kind: assumed}]",
    )
    files = {
        "mandate/a/en.md": mandate(date(2026, 2, 18), date(2026, 3, 1), date(2028, 2, 29), extended),
        "mandate/b/en.md": acting,
    }
    duties = [
        each for each in obligations(register(date(2028, 1, 1), files)) if each.provision == "2.7/new-coordinator"
    ]
    assert [each.id for each in duties] == ["2.7/new-coordinator:mandate/a"]


def test_what_happened_before_the_decision_is_not_judged() -> None:
    files = {"concept-paper/p/en.md": paper('{on: "2022-07", kind: issued, by: XA}, {on: 2023-04-19, kind: approved}')}
    adopted_later = "open_questions: {retroactivity: {value: 2023-05-13}}\n"
    judged = states(register(date(2023, 5, 1), files, questions=adopted_later))
    assert "2.5/expert-meetings:concept-paper/p" not in judged
    by_provision = states(register(date(2023, 5, 1), files))
    assert by_provision["2.5/expert-meetings:concept-paper/p"] == "discharged-late"


MEETINGS = """\
  - {id: a, body: soc, on: 2023-04-19, focus: [economic]}
  - {id: b, body: soc, on: 2024-06-27, focus: [economic]}
  - {id: c, body: soc, on: 2025-07-21, focus: [economic]}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("calendar", {"2023": "discharged", "2024": "discharged", "2025": "discharged", "2026": "open"}),
        (
            "rolling",
            {"2023-04-19": "discharged-late", "2024-06-27": "discharged-late", "2025-07-21": "due-soon"},
        ),
    ],
)
def test_the_real_reviews_tell_a_calendar_year_from_twelve_months(value: str, expected: dict[str, str]) -> None:
    questions = f"open_questions: {{annual-review: {{value: {value}}}}}\n"
    corpus = register(date(2026, 6, 1), {}, meetings=MEETINGS, questions=questions)
    assert states(corpus) == {f"3.2/yearly:{name}": state for name, state in expected.items()}


@st.composite
def histories(draw: st.DrawFn) -> dict[str, str]:
    appointed = draw(DAYS)
    last = add_months(appointed, draw(st.integers(20, 50)))
    issued = draw(DAYS)
    kinds_after = draw(st.lists(st.sampled_from(["considered", "approved", "withdrawn"]), max_size=2, unique=True))
    later = [f"{{on: {draw(DAYS)}, kind: {kind}, by: soc}}" for kind in kinds_after]
    acts = [f"{{on: {issued}, kind: issued, by: XA}}", *later]
    files = {"mandate/a/en.md": mandate(appointed, appointed, last), "concept-paper/p/en.md": paper(", ".join(acts))}
    item = f"{{id: item-1, kind: event, organizer: XA, format: online, to: {draw(DAYS)}, status: planned}}"
    if draw(st.booleans()):
        issue = f"[{{on: {draw(DAYS)}, kind: issued, by: XA}}]"
        plan = document(title="A plan", area="tourism", elaborated_by="[XA]", items=f"[{item}]", events=issue)
        files["action-plan/q/en.md"] = plan
    return files


@settings(max_examples=examples(150))
@given(histories(), DAYS, st.integers(1, 900))
def test_a_later_day_alone_heals_nothing(files: dict[str, str], day: date, later: int) -> None:
    before, after = states(register(day, files)), states(register(day + timedelta(days=later), files))
    dated = {each.id: each.discharged for each in obligations(register(day + timedelta(days=later), files))}
    for name, state in before.items():
        if state == "overdue" and name in after and after[name] != "overdue":
            assert after[name] == "discharged-late"
            discharged = dated[name]
            assert discharged is not None
            assert day < discharged <= day + timedelta(days=later)
        if not state.is_open and not any("withdrawn" in text for text in files.values()):
            assert after.get(name) == state


@settings(max_examples=examples(100))
@given(histories(), DAYS)
def test_an_act_that_discharges_one_changes_no_other(files: dict[str, str], day: date) -> None:
    before = states(register(day, files))
    report = document(title="R", mandate="a", events=f"[{{on: {day}, kind: circulated, by: XA, to: all}}]")
    after = states(register(day, {**files, "completion-report/r/en.md": report}))
    changed = {name for name in before if before[name] != after.get(name)}
    assert changed <= {"1.3/report:mandate/a"}
    assert set(after) == set(before)


@given(DAYS, st.integers(0, 60))
def test_months_clamp_at_their_end(start: date, months: int) -> None:
    later = add_months(start, months)
    assert later.day == start.day or (later + timedelta(days=1)).day == 1
    assert (later.year - start.year) * 12 + later.month - start.month == months
