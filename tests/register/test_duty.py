"""Who owes what follows the open questions as a register answers them, and the services on record."""

from datetime import date

import pytest

from cica_docs.register.obligations.all import obligations
from cica_docs.values.day import plus_days
from dated_register import document, mandate, one, paper, register, states

ISSUED, CIRCULATED = "{on: 2026-01-10, kind: issued, by: XA}", "{on: 2026-02-20, kind: circulated, by: secretariat}"
REVISED = "{on: 2026-04-01, kind: issued, by: XA, revision: 1}"
WITHDRAWN = "{on: 2026-03-01, kind: withdrawn, by: XA}"


@pytest.mark.parametrize(
    ("issuance", "acts", "last"),
    [
        ("circulation", [ISSUED, CIRCULATED], date(2026, 8, 20)),
        ("transmission", [ISSUED, CIRCULATED], date(2026, 7, 10)),
        ("circulation", [ISSUED], date(2026, 7, 10)),
        ("circulation", [ISSUED, REVISED, CIRCULATED.replace("02-20", "04-03")], date(2026, 7, 10)),
        ("transmission", [CIRCULATED], date(2026, 8, 20)),
    ],
)
def test_from_which_act_the_six_months_run_is_a_setting(issuance: str, acts: list[str], last: date) -> None:
    questions = f"open_questions: {{issuance: {{value: {issuance}}}}}\n"
    files = {"concept-paper/p/en.md": paper(", ".join(acts))}
    assert one(register(date(2026, 9, 1), files, questions=questions), "2.5/expert-meetings").arises == plus_days(
        last, 1
    )


@pytest.mark.parametrize(
    ("withdrawn", "expected"),
    [
        ("stops", {}),
        ("runs-on", {"": "overdue"}),
        ("resets", {":2": "due-soon"}),
    ],
)
def test_what_a_withdrawal_does_to_the_six_months_is_a_setting(withdrawn: str, expected: dict[str, str]) -> None:
    questions = f"open_questions: {{withdrawn-draft: {{value: {withdrawn}}}}}\n"
    files = {"concept-paper/p/en.md": paper(f"{ISSUED}, {WITHDRAWN}, {REVISED}")}
    by_provision = states(register(date(2026, 10, 15), files, questions=questions))
    meetings = {name: state for name, state in by_provision.items() if name.startswith("2.5/")}
    assert meetings == {f"2.5/expert-meetings:concept-paper/p{tail}": state for tail, state in expected.items()}


def test_an_acting_coordinator_owes_only_what_a_setting_says() -> None:
    acting = document(
        title="Acting",
        area="tourism",
        role="acting-coordinator",
        holder="XB",
        events="[{on: 2026-02-18, kind: assumed}, {on: 2026-08-01, kind: ended}]",
    )
    files = {"mandate/b/en.md": acting}
    owing = "open_questions: {acting-duties: {value: ['1.3', '2.7']}}\n"
    for day, provision in ((date(2026, 7, 1), "2.7/new-coordinator"), (date(2026, 9, 1), "1.3/report")):
        duties = {each.provision for each in obligations(register(day, files, questions=owing))}
        assert provision in duties
        assert provision not in {each.provision for each in obligations(register(day, files))}


def test_a_report_is_owed_after_the_end_and_not_by_one_that_goes_on() -> None:
    first = mandate(date(2024, 2, 18), date(2024, 3, 1), date(2026, 2, 28))
    files = {"mandate/a/en.md": first}
    report = one(register(date(2026, 3, 1), files), "1.3/report")
    assert (report.arises, report.due) == (date(2026, 3, 1), date(2026, 5, 29))
    files["mandate/b/en.md"] = mandate(date(2026, 2, 1), date(2026, 3, 1), date(2028, 2, 29))
    assert "1.3/report:mandate/a" not in states(register(date(2026, 9, 1), files))


def test_each_extension_is_asked_for_by_a_request_of_its_own() -> None:
    twice = (
        ", {on: 2027-11-01, kind: extended, by: soc, until: 2028-12-31}"
        ", {on: 2028-11-01, kind: extended, by: soc, until: 2029-12-31}"
    )
    request = document(
        title="N", purpose="extension", state="XA", mandate="a", events="[{on: 2027-10-01, kind: sent, by: XA}]"
    )
    files = {
        "mandate/a/en.md": mandate(date(2026, 2, 18), date(2026, 3, 1), date(2028, 2, 29), twice),
        "notice/n/en.md": request,
    }
    by_provision = states(register(date(2029, 2, 1), files))
    assert by_provision["1.12/notice-to-all:mandate/a:2027-11-01"] == "discharged"
    assert by_provision["1.12/notice-to-all:mandate/a:2028-11-01"] == "overdue"


def test_what_a_review_wants_updated_is_owed_by_its_day() -> None:
    review = document(
        title="R",
        held_on="2026-11-18",
        focus="[economic]",
        outcomes="[{work: concept-paper/p, update_needed: true, by: XA, due: 2027-02-01}]",
        events="[{on: 2026-11-18, kind: held, by: soc}]",
    )
    files = {"review/r/en.md": review, "concept-paper/p/en.md": paper(ISSUED)}
    name = "3.5/follow-up:review/r:concept-paper/p"
    assert states(register(date(2027, 3, 1), files))[name] == "overdue"
    files["concept-paper/p/en.md"] = paper(f"{ISSUED}, {REVISED.replace('2026-04', '2027-01')}")
    assert states(register(date(2027, 3, 1), files))[name] == "discharged"


@pytest.mark.parametrize("role", ["coordinator", "co-coordinator"])
def test_a_duty_that_names_no_roles_is_of_every_service(role: str) -> None:
    provisions = """provisions:
  - id: 3/report
    force: shall
    values: {report: [{from: 2020-01-01, days: 60}]}
    obligation: {arises: mandate.service-ended, owed_by: holder, due: {days: report, after: end}, unless: [continued]}
"""
    service = mandate(date(2023, 12, 1), date(2024, 1, 1), date(2025, 12, 31))
    files = {
        "decision/modalities/provisions.yaml": provisions,
        "mandate/m/en.md": service.replace("role: coordinator", f"role: {role}"),
    }
    assert one(register(date(2026, 3, 1), files), "3/report").due == date(2026, 3, 1)
