"""Obligations as a calendar: an all-day event on each due day, with alarms before it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event, vText

from cica_docs.text.escape import escape_ci
from cica_docs.values.day import plus_days
from cica_docs.values.obligation import Obligation
from cica_docs.views.obligations import ObligationList, ObligationRow

_HOUR = 9


def format_calendar(obligation_list: ObligationList) -> bytes:
    """Format the obligations as iCalendar; the same register and day give the same bytes."""
    language = obligation_list.clauses.catalogue.language
    organisation = escape_ci(str(obligation_list.clauses.corpus.reference.settings.get("organisation") or "register"))
    calendar = Calendar()
    calendar.add("PRODID", f"-//cica-docs//cica due//{language.value.upper()}")
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add(
        "X-WR-CALNAME", obligation_list.clauses.words.sentence("due.calendar", organisation=organisation.upper())
    )
    for row in obligation_list.rows:
        calendar.add_component(_event(row, organisation, obligation_list))
    return bytes(calendar.to_ical())


def event_uid_of(obligation: Obligation, organisation: str) -> str:
    """Return the permanent UID of an obligation's event."""
    return f"{uuid5(NAMESPACE_URL, f'cica:{organisation}:{obligation.id}')}@cica-docs"


def _event(row: ObligationRow, organisation: str, obligation_list: ObligationList) -> Event:
    obligation, language = row.obligation, obligation_list.clauses.catalogue.language.value
    event = Event()
    event.add("UID", event_uid_of(obligation, organisation))
    # The last act on record, never the clock; a later act or a discharge makes a later version.
    stamp = datetime.combine(row.changed, datetime.min.time(), UTC)
    event.add("DTSTAMP", stamp)
    event.add("LAST-MODIFIED", stamp)
    event.add("SEQUENCE", row.acts + (0 if row.state.is_open else 1))
    event.add("DTSTART", obligation.due)
    event.add("DTEND", plus_days(obligation.due, 1))
    event.add("TRANSP", "TRANSPARENT")
    summary = _summary(row)
    event.add("SUMMARY", vText(summary), parameters={"LANGUAGE": language})
    event.add("DESCRIPTION", vText("\n".join(_description(row, obligation_list))), parameters={"LANGUAGE": language})
    event.add("CATEGORIES", [row.clause])
    if row.state.is_open:
        for before in alarms_of(obligation):
            event.add_component(_alarm(before, summary))
    return event


def _summary(row: ObligationRow) -> str:
    return " · ".join(filter(None, (row.addressee, row.title, row.area)))


def _description(row: ObligationRow, obligation_list: ObligationList) -> Iterator[str]:
    words = obligation_list.clauses.words
    yield f"{row.discharge}"
    state = words.word("due.known-note") if row.is_known_only else words.word(f"due.states.{row.state.value}")
    yield f"{row.citation} · {state}"
    if row.is_example:
        yield words.word("example")
    yield f"{row.where} · {escape_ci(row.obligation.id)}"
    yield from obligation_list.notes


def alarms_of(obligation: Obligation) -> tuple[int, ...]:
    """Return the days before the due day on which an alarm sounds, earliest first; none before it arises."""
    candidates = sorted({*obligation.alarms}, reverse=True)
    return tuple(days for days in candidates if days >= 0 and plus_days(obligation.due, -days) >= obligation.arises)


def _alarm(before: int, summary: str) -> Alarm:
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", vText(summary))
    alarm.add("TRIGGER", timedelta(hours=_HOUR - 24 * before))
    return alarm
