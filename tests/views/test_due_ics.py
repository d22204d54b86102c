"""The calendar of obligations, read back by a parser that is not ours to bend: days, alarms, names that stay."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from cica_docs.documents.corpus import Corpus
from cica_docs.register.obligations.all import obligations
from cica_docs.views.obligations import ObligationFilters, list_obligations
from cica_docs.views.obligations_calendar import alarms_of, format_calendar
from owing_register import PAPER, SETTINGS, dues, hostile, owing_register
from small_register import words


def test_nothing_of_a_document_adds_a_line_to_a_calendar() -> None:
    obligation_list = dues(changes=hostile())
    calendar = Calendar.from_ical(format_calendar(obligation_list))
    assert len(calendar.events) == len(obligation_list.rows)
    assert {component.name for component in calendar.walk()} == {"VCALENDAR", "VEVENT", "VALARM"}
    assert all(len(line) <= 75 for line in format_calendar(obligation_list).split(b"\r\n"))
    summaries = [str(event["SUMMARY"]) for event in calendar.events]
    assert any(summary.startswith("@all END:VEVENT\\nBEGIN:VALARM") for summary in summaries)
    assert all(character.isprintable() for summary in summaries for character in summary)


def test_a_calendar_has_the_days_the_alarms_and_names_that_stay() -> None:
    calendar = Calendar.from_ical(format_calendar(dues(language="ru")))
    paper = next(event for event in calendar.events if "Встречи экспертов" in event["SUMMARY"])
    assert (paper.start, paper.end) == (date(2026, 12, 1), date(2026, 12, 2))
    assert paper["SUMMARY"].params["LANGUAGE"] == "ru"
    triggers = [alarm["TRIGGER"].dt for alarm in paper.subcomponents]
    nine = timedelta(hours=9)
    assert triggers == [nine - timedelta(days=29), nine - timedelta(days=7)]
    later = Calendar.from_ical(format_calendar(list_obligations(owing_register(as_of=date(2027, 1, 5)), words("en"))))
    uids = {str(event["UID"]) for event in calendar.events}
    assert len(uids) == len(calendar.events)
    assert uids <= {str(event["UID"]) for event in later.events}


def test_another_organisation_has_other_names() -> None:
    settings_changed = {"reference/settings.yaml": SETTINGS.replace("cica", "other")}
    first, second = (
        Calendar.from_ical(format_calendar(obligation_list)).events
        for obligation_list in (dues(), dues(changes=settings_changed))
    )
    assert {str(event["UID"]) for event in first}.isdisjoint(str(event["UID"]) for event in second)


def test_an_extension_is_called_for_half_a_year_a_quarter_and_a_month_before(example: Corpus) -> None:
    (paper,) = (obligation for obligation in obligations(example) if obligation.provision == "2.6/extended-on-time")
    assert alarms_of(paper) == (180, 90, 30)


def test_a_later_act_makes_a_later_version_and_the_clock_none() -> None:
    changed = PAPER.replace("---\n\n", "  - {on: 2026-12-10, kind: considered, channel: swg}\n---\n\n")
    for before, after, grows in ((PAPER, PAPER, False), (PAPER, changed, True)):
        first, second = (
            next(
                event
                for event in Calendar.from_ical(
                    format_calendar(
                        list_obligations(owing_register({"concept-paper/tourism-2026/en.md": text}, day), words())
                    )
                ).events
                if "Expert meetings" in event["SUMMARY"]
            )
            for text, day in ((before, date(2026, 12, 1)), (after, date(2026, 12, 20)))
        )
        assert (second["SEQUENCE"] > first["SEQUENCE"], second["DTSTAMP"].dt > first["DTSTAMP"].dt) == (grows, grows)


@settings(max_examples=40, deadline=None)
@given(st.dates(date(2024, 1, 1), date(2029, 1, 1)), st.sampled_from(["en", "ru", "kk"]), st.booleans())
def test_every_calendar_parses_with_one_event_for_each_obligation(as_of: date, language: str, everything: bool) -> None:
    obligation_list = list_obligations(
        owing_register(hostile(), as_of), words(language), ObligationFilters(with_discharged=everything)
    )
    events = Calendar.from_ical(format_calendar(obligation_list)).events
    assert [event.start for event in events] == [row.obligation.due for row in obligation_list.rows]
