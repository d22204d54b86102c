"""Obligations in a reader's words, in every form; nothing in a document can steer what is written."""

import csv
import io
import json
import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from cica_docs.api.catalogue import read_catalogue
from cica_docs.api.due import Dues, Filters, due
from cica_docs.api.due_form import due_csv, due_json, due_markdown, due_text
from cica_docs.api.due_ics import alarms, due_ics
from cica_docs.api.explain import explain
from cica_docs.api.layout import width
from cica_docs.api.opening import templates
from cica_docs.api.status import status, status_text
from cica_docs.api.trace import trace
from cica_docs.documents.corpus import Corpus
from cica_docs.facts.obligation import BY_SETTING, DUTIES, obligations
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language
from small_register import FILES, small_register, words

PAPER = """\
---
title: A paper
area: tourism
prepared_by: KZ
events:
  - {on: 2026-06-01, kind: issued, by: KZ}
---

Text.
"""
PLAN = """\
---
title: A plan
area: tourism
elaborated_by: [XA]
items:
  - {id: item-1, kind: event, organizer: XA, format: online, to: 2026-10-20, status: planned}
events:
  - {on: 2026-09-01, kind: issued, by: XA}
---

Text.
"""
STATES = FILES["reference/states.yaml"]
SETTINGS = "organisation: cica\n" + FILES["reference/settings.yaml"]


def _register(changes: dict[str, str] | None = None, as_of: date = date(2026, 12, 1)) -> Corpus:
    files = {"concept-paper/tourism-2026/en.md": PAPER, "action-plan/tourism-2026/en.md": PLAN}
    return small_register({**files, "reference/settings.yaml": SETTINGS, **(changes or {})}, as_of)


def _found(filters: Filters | None = None, language: str = "en", changes: dict[str, str] | None = None) -> Dues:
    return due(_register(changes), words(language), filters)


def _ids(filters: Filters) -> list[str]:
    return [row.obligation.id for row in _found(filters).rows]


def test_each_obligation_is_told_with_clause_addressee_day_and_place() -> None:
    text = due_text(_found())
    assert "Overdue (2)\n" in text
    assert (
        "  2026-12-01  due today     Kazakhstan · Expert meetings on the draft concept paper · Tourism ·\n"
        "                clause 2.5\n"
        "    → An expert meeting convened on the draft, or approval of the paper.\n"
        "    registry/concept-paper/tourism-2026/en.md:6 · 2.5/expert-meetings:concept-paper/tourism-2026\n"
    ) in text
    assert "The decision “modalities” is a draft: nothing is owed under it yet." in text.replace("\n", " ")


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_one_screen_in_every_language(language: str, example: Corpus, register: Corpus) -> None:
    for corpus in (_register(), example, register):
        found = due(corpus, words(language), Filters(everything=True))
        for line in due_text(found).splitlines():
            assert width(line) <= 100 or " · " in line
        assert "{" not in due_text(found) + due_markdown(found)


@pytest.mark.parametrize("language", list(Language))
def test_every_duty_has_its_words_in_every_language(language: Language) -> None:
    told = read_catalogue(templates(), language).part("commands")["obligations"]
    assert set(told) == {provision.partition("/")[2] for provision in DUTIES}
    assert all(set(one) == {"title", "discharge"} and all(one.values()) for one in told.values())
    assert set(DUTIES) >= BY_SETTING


def test_every_obligation_follows_from_a_known_duty(example: Corpus, register: Corpus) -> None:
    for corpus in (example, register):
        assert {one.provision for one in obligations(corpus)} <= set(DUTIES)


def test_filters_narrow_what_is_shown() -> None:
    plan, paper = "2.9/update:action-plan/tourism-2026:item-1", "2.5/expert-meetings:concept-paper/tourism-2026"
    assert _ids(Filters(state="xa")) == [plan]
    assert paper in _ids(Filters(area="economic", until=date(2026, 12, 1)))
    assert paper not in _ids(Filters(until=date(2026, 11, 30)))
    assert _ids(Filters(area="finance")) == []
    assert due_text(_found(Filters(area="finance"))).endswith("\nnothing is owed\n")
    for filters in (Filters(area="toursim"), Filters(state="ZZ")):
        with pytest.raises(Failure, match="unknown"):
            _found(filters)


def test_what_is_discharged_is_shown_only_when_asked_for(example: Corpus) -> None:
    assert [row for row in due(example, words()).rows if not row.state.is_open] == []
    text = due_text(due(example, words(), Filters(everything=True)))
    assert "2026-05-18  done 2026-04-06  Avelor · New or updated concept paper · Environment Protection" in text
    assert "example" in text


def test_json_has_the_same_keys_and_states_in_every_language() -> None:
    found = {language: json.loads(due_json(_found(language=language))) for language in ("en", "ru", "kk")}
    assert found["en"]["obligations"][0].keys() == found["kk"]["obligations"][0].keys()
    assert found["en"]["as_of"] == "2026-12-01"
    assert [one["state"] for one in found["ru"]["obligations"]] == [one["state"] for one in found["en"]["obligations"]]
    assert found["ru"]["obligations"][0]["title"] != found["en"]["obligations"][0]["title"]


def test_no_cell_of_csv_is_a_formula() -> None:
    rows = list(csv.reader(io.StringIO(due_csv(_found()))))
    plan = next(row for row in rows if row[0].startswith("2.9/"))
    assert "'=Exampleland" in plan
    assert "-12" in plan
    assert [value for row in rows for value in row if re.match(r"[=+@]|-[^0-9]", value)] == []


HOSTILE = "@all END:VEVENT\nBEGIN:VALARM\n ::error::x; <b> | #1 " + "x" * 90


def _hostile() -> dict[str, str]:
    return {"reference/states.yaml": STATES.replace('"=Exampleland"', json.dumps(HOSTILE, ensure_ascii=True))}


def test_nothing_of_a_document_adds_a_line_to_a_calendar() -> None:
    found = _found(changes=_hostile())
    calendar = Calendar.from_ical(due_ics(found))
    assert len(calendar.events) == len(found.rows)
    assert {component.name for component in calendar.walk()} == {"VCALENDAR", "VEVENT", "VALARM"}
    assert all(len(line) <= 75 for line in due_ics(found).split(b"\r\n"))
    summaries = [str(event["SUMMARY"]) for event in calendar.events]
    assert any(summary.startswith("@all END:VEVENT\\nBEGIN:VALARM") for summary in summaries)
    assert all(character.isprintable() for summary in summaries for character in summary)


def test_nothing_in_markdown_notifies_anybody() -> None:
    page = due_markdown(_found(changes=_hostile()))
    assert "@&#8203;all" in page
    assert "#&#8203;1" in page
    assert "<b>" not in page
    assert {line.count(" | ") for line in page.splitlines() if line.startswith("| 2")} == {8}


def test_a_calendar_has_the_days_the_alarms_and_names_that_stay() -> None:
    calendar = Calendar.from_ical(due_ics(_found(language="ru")))
    paper = next(event for event in calendar.events if "Встречи экспертов" in event["SUMMARY"])
    assert (paper.start, paper.end) == (date(2026, 12, 1), date(2026, 12, 2))
    assert paper["SUMMARY"].params["LANGUAGE"] == "ru"
    triggers = [alarm["TRIGGER"].dt for alarm in paper.subcomponents]
    nine = timedelta(hours=9)
    assert triggers == [nine - timedelta(days=30), nine]
    later = Calendar.from_ical(due_ics(due(_register(as_of=date(2027, 1, 5)), words("en"))))
    uids = {str(event["UID"]) for event in calendar.events}
    assert len(uids) == len(calendar.events)
    assert uids <= {str(event["UID"]) for event in later.events}


def test_another_organisation_has_other_names() -> None:
    other = {"reference/settings.yaml": SETTINGS.replace("cica", "other")}
    one, two = (Calendar.from_ical(due_ics(found)).events for found in (_found(), _found(changes=other)))
    assert {str(event["UID"]) for event in one}.isdisjoint(str(event["UID"]) for event in two)


def test_an_extension_is_called_for_half_a_year_a_quarter_and_a_month_before(example: Corpus) -> None:
    (paper,) = (one for one in obligations(example) if one.provision == "2.6/extended-on-time")
    assert alarms(paper) == (180, 90, 30)


def test_a_later_act_makes_a_later_version_and_the_clock_none() -> None:
    changed = PAPER.replace("---\n\n", "  - {on: 2026-10-02, kind: considered, channel: swg}\n---\n\n")
    for before, after, grows in ((PAPER, PAPER, False), (PAPER, changed, True)):
        one, two = (
            next(
                event
                for event in Calendar.from_ical(
                    due_ics(due(_register({"concept-paper/tourism-2026/en.md": text}, day), words()))
                ).events
                if "Expert meetings" in event["SUMMARY"]
            )
            for text, day in ((before, date(2026, 12, 1)), (after, date(2026, 12, 20)))
        )
        assert (two["SEQUENCE"] > one["SEQUENCE"], two["DTSTAMP"].dt > one["DTSTAMP"].dt) == (grows, grows)


@settings(max_examples=40, deadline=None)
@given(st.dates(date(2024, 1, 1), date(2029, 1, 1)), st.sampled_from(["en", "ru", "kk"]), st.booleans())
def test_every_calendar_parses_with_one_event_for_each_obligation(as_of: date, language: str, everything: bool) -> None:
    found = due(_register(_hostile(), as_of), words(language), Filters(everything=everything))
    events = Calendar.from_ical(due_ics(found)).events
    assert [event.start for event in events] == [row.obligation.due for row in found.rows]


def test_a_clause_says_what_must_be_done_now() -> None:
    decision = FILES["decision/modalities/provisions.yaml"] + (
        "  - {id: 2.5/expert-meetings, force: shall, addressee: coordinator, says: {en: It shall convene.}}\n"
        "  - {id: 3.5/follow-up, force: expected, addressee: coordinator, says: {en: It will follow up.}}\n"
    )
    corpus = _register({"decision/modalities/provisions.yaml": decision})
    page = explain(corpus, words(), "2.5")
    assert "What must be done now (as of 1 December 2026)\n" in page
    assert "2026-12-01 (due today): Kazakhstan · Expert meetings on the draft concept paper · Tourism\n" in page
    assert "nothing is owed under it on this day" in explain(corpus, words(), "3.5")
    assert "What must be done now" not in explain(corpus, words(), "1.10")
    traced = {row.provision.id: row for row in trace(corpus, words()).rows}
    assert traced["2.5/expert-meetings"].standing == "enforced"
    assert "obligation" in {one.by for one in traced["2.5/expert-meetings"].behind}


def test_status_counts_what_is_overdue_and_due_soon() -> None:
    text = status_text(status(_register(), words()))
    assert re.search(r"\nObligations: \d+ overdue, [1-9]\d* due soon · cica due\n", text)
