"""The law of a day: force, words, bindings and duties before and after an amendment."""

from datetime import date

import pytest

from cica_docs.documents.corpus import Corpus
from cica_docs.register.law.days import day_of_place, day_of_text
from cica_docs.register.works import works
from cica_docs.values.language import Language
from cica_docs.values.span import Span
from cica_docs.views.explain import explain
from cica_docs.views.obligations import ObligationFilters, list_obligations
from cica_docs.views.trace import format_trace, trace_provisions
from dated_register import mandate, register
from small_register import FILES, small_register, words

TENURE = "    values: {tenure: [{from: 2023-05-13, years: [2, 4]}]}\n"
PROVISIONS = FILES["decision/modalities/provisions.yaml"]
BY = "SOC/2026-II/INF/1"
AMENDED = f"""\
    amended:
      - {{from: 2026-07-01, by: {BY}, force: shall, says: {{en: It shall be two to five years.}}}}
      - {{from: 2027-01-01, by: {BY}, repealed: true}}
      - {{from: 2028-01-01, by: {BY}, force: may}}
"""


def amended(as_of: date = date(2026, 12, 1)) -> Corpus:
    provisions = PROVISIONS.replace(TENURE, TENURE + AMENDED)
    return small_register({"decision/modalities/provisions.yaml": provisions}, as_of)


@pytest.mark.parametrize(
    ("day", "force", "says"),
    [
        (date.min, "should", "Two to four years."),
        (date(2026, 6, 30), "should", "Two to four years."),
        (date(2026, 7, 1), "shall", "It shall be two to five years."),
        (date(2026, 12, 31), "shall", "It shall be two to five years."),
        (date(2027, 1, 1), None, None),
        (date(2027, 12, 31), None, None),
        (date(2028, 1, 1), "may", "It shall be two to five years."),
    ],
)
def test_a_provision_reads_as_on_the_day(day: date, force: str | None, says: str | None) -> None:
    decision = amended().decision
    provision = decision.provision("1.10/tenure", day)
    assert (provision.force if provision else None) == force
    assert (provision.says[Language("en")] if provision else None) == says
    assert (decision.binding("mandate/tenure-out-of-bounds", day) == "1.10/tenure") is (force is not None)
    assert decision.binds("mandate/tenure-out-of-bounds")
    assert amended(day).decision.provisions.get("1.10/tenure") == provision


def test_the_values_of_a_repealed_provision_are_still_those_of_acts_before() -> None:
    assert amended(date(2027, 3, 1)).decision.years("tenure", date(2026, 1, 1)) == (2, 4)


def test_explain_tells_the_history_and_trace_only_what_is_in_force() -> None:
    in_force, repealed = amended(), amended(date(2027, 3, 1))
    text = explain(in_force, words(), "1.10/tenure")
    assert "1.10/tenure  shall · candidate\n    It shall be two to five years.\n" in text
    assert "    at first: should · candidate: Two to four years.\n" in text
    assert f"    repealed from 2027-01-01, by {BY}\n" in text
    text = explain(repealed, words(), "1.10/tenure")
    assert "1.10/tenure  shall · candidate" in text
    assert "    · not in force on this day\n" in text
    assert "What it asks for" not in text
    assert "1.10/tenure" in [row.provision.id for row in trace_provisions(in_force, words()).rows]
    trace = trace_provisions(repealed, words())
    assert "1.10/tenure" not in [row.provision.id for row in trace.rows]
    assert "provisions not in force on this day: 1.10/tenure" in format_trace(trace)


def test_an_act_is_judged_by_its_own_day_and_a_text_by_that_of_its_last_stage() -> None:
    paper = FILES["concept-paper/tourism-2026/en.md"].replace(
        "to: all}\n", "to: all}\n  - {on: 2026-11-02, kind: approved, by: soc}\n"
    )
    corpus = small_register({"concept-paper/tourism-2026/en.md": paper})
    work = works(corpus)["concept-paper/tourism-2026"]
    assert day_of_text(corpus, work) == date(2026, 11, 2)
    days = [day_of_place(corpus, work.original.at(pointer)) for pointer in ("/area", "/events/0/by", "/events/1/on")]
    assert days == [date(2026, 11, 2), date(2026, 10, 1), date(2026, 11, 2)]
    before = small_register({"concept-paper/tourism-2026/en.md": paper}, date(2026, 11, 1))
    assert day_of_text(before, works(before)[work.name]) == date(2026, 10, 1)
    assert day_of_place(corpus, work.original.place(Span.point(work.original.body_line))) == date(2026, 11, 2)


def _owed(since: str, until: str, as_of: date = date(2026, 6, 1)) -> list[str]:
    """The duties on the end of a service, due on 1 March 2026, under a provision in force from one day to another."""
    provisions = f"""provisions:
  - id: 3/report
    force: should
    addressee: coordinator
    {since}
    values: {{report: [{{from: 2020-01-01, days: 60}}]}}
    obligation: {{arises: mandate.service-ended, owed_by: holder, due: {{days: report, after: end}}}}
    amended: [{until}]
"""
    files = {
        "decision/modalities/provisions.yaml": provisions,
        "mandate/m/en.md": mandate(date(2023, 12, 1), date(2024, 1, 1), date(2025, 12, 31)),
    }
    rows = list_obligations(register(as_of, files), words(), ObligationFilters(with_discharged=True)).rows
    return [row.force for row in rows]


@pytest.mark.parametrize(
    ("since", "until", "forces"),
    [
        ("", "", ["should"]),
        ("from: 2026-01-01", "", ["should"]),
        ("from: 2026-01-02", "", []),
        ("", "{from: 2026-03-02, by: x/y, repealed: true}", ["should"]),
        ("", "{from: 2026-03-01, by: x/y, repealed: true}", []),
        ("", "{from: 2026-03-02, by: x/y, force: shall}", ["should"]),
        ("", "{from: 2026-03-01, by: x/y, force: shall}", ["shall"]),
    ],
)
def test_a_duty_is_owed_if_it_was_law_when_it_arose_and_when_it_was_due(
    since: str, until: str, forces: list[str]
) -> None:
    assert _owed(since, until) == forces
