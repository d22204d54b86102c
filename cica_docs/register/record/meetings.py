"""Meetings of bodies on record, held against acts that were done at them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.register.catalogue import recorded_changes
from cica_docs.register.events import Event, events_until
from cica_docs.register.obligations.meetings import Meeting, meetings
from cica_docs.register.works import Work, works, works_of
from cica_docs.values.day import PartialDate, parse_partial_date
from cica_docs.values.period import Period
from cica_docs.values.span import Place
from cica_docs.values.symbol import parse_symbol

_AT_MEETING = frozenset({"meeting", "consensus", "majority"})
"""Manners of deciding that take a meeting."""
_EXPERTS = "expert-meeting"


class Mismatch(NamedTuple):
    """An act, or a field of a document, that the meetings on record contradict.

    `fault` is `unrecorded` where no meeting of that day is on record, `session` where the symbol of the act, and
    `named` where the document names a meeting of another day or body, `cancelled` where the meeting was not held.
    """

    work: Work | None
    """The work of the act; None for a change of the Catalogue in the reference data."""
    act: Event | None
    place: Place
    fault: str
    body: str
    day: PartialDate
    meeting: Meeting | None = None
    other: Place | None = None


@cached_query
def _by_body(corpus: Corpus) -> Mapping[str, Sequence[Meeting]]:
    by_body: dict[str, list[Meeting]] = {}
    for meeting in meetings(corpus):
        by_body.setdefault(meeting.body, []).append(meeting)
    return by_body


@cached_query
def _by_id(corpus: Corpus) -> Mapping[str, Meeting]:
    return {meeting.id: meeting for meeting in meetings(corpus)}


@cached_query
def _by_session(corpus: Corpus) -> Mapping[tuple[str, str], Meeting]:
    """Map bodies and sessions, `2026-II`, to the meeting."""
    entries = corpus.reference.entries("meetings")
    sessions = {str(entry.get("id")): str(entry.get("session") or "") for entry in entries}
    return {(meeting.body, sessions[meeting.id]): meeting for meeting in meetings(corpus) if sessions.get(meeting.id)}


def mismatches(corpus: Corpus) -> Iterator[Mismatch]:
    """Yield the acts and fields of all works that the meetings on record contradict."""
    for work in works(corpus).values():
        named = _by_id(corpus).get(str(work.original.get("/meeting") or ""))
        held_on = parse_partial_date(str(work.original.get("/held_on") or ""))
        if named and held_on and not _took_place(named, held_on):
            yield Mismatch(work, None, work.original.at("/meeting"), "named", named.body, held_on, named, named.place)
        for act in events_until(corpus, work.original):
            mismatch = _of_session(corpus, work, act) or _of_day(corpus, work, act) or _of_experts(corpus, work, act)
            if mismatch:
                yield mismatch
    for change in recorded_changes(corpus):
        if change.decided in _AT_MEETING and not change.is_known_only and _is_unrecorded(corpus, change.by, change.on):
            yield Mismatch(None, None, change.place, "unrecorded", change.by, change.on)


def days_of_review(corpus: Corpus, review: Work, held: Event) -> tuple[date, date]:
    """Return the first and last day of a review that was held: those of its meeting, else those of the act."""
    meeting = _by_id(corpus).get(str(review.original.get("/meeting") or ""))
    return (meeting.first.first, meeting.last.last) if meeting else (held.on.first, held.on.last)


def _took_place(meeting: Meeting, on: PartialDate) -> bool:
    return meeting.first.first <= on.last and on.first <= meeting.last.last


def _of_session(corpus: Corpus, work: Work, act: Event) -> Mismatch | None:
    """Return the meeting of the session in the symbol of an act, if it was on another day."""
    symbol = parse_symbol(str(act.data.get("ref") or "")) if _is_at_meeting(act) else None
    for body in act.by if symbol else ():
        if symbol and corpus.reference.entry("body", body).get("symbol") == symbol.body:
            meeting = _by_session(corpus).get((body, f"{symbol.year}-{symbol.session}"))
            if meeting and not _took_place(meeting, act.on):
                place = act.document.at(f"{act.pointer}/ref")
                return Mismatch(work, act, place, "session", body, act.on, meeting, meeting.place)
    return None


def _of_day(corpus: Corpus, work: Work, act: Event) -> Mismatch | None:
    """Return an act done at a meeting of a body on a day without one, where the record of its meetings is complete."""
    bodies = act.by if _is_at_meeting(act) else (str(act.data.get("channel") or ""),)
    for body in bodies:
        if _is_unrecorded(corpus, body, act.on):
            return Mismatch(work, act, act.place, "unrecorded", body, act.on)
    return None


def _is_at_meeting(act: Event) -> bool:
    return bool({str(act.data.get("mode")), str(act.data.get("decided"))} & _AT_MEETING)


def _is_unrecorded(corpus: Corpus, body: str, on: PartialDate) -> bool:
    """Whether the record of the meetings of a body is complete and has none of that day."""
    held = _by_body(corpus).get(body, ())
    return _is_complete(corpus, body, on) and not any(_took_place(meeting, on) for meeting in held)


def _is_complete(corpus: Corpus, body: str, on: PartialDate) -> bool:
    """Whether the reference data say that they have all meetings of a body on the days of a date."""
    file = corpus.reference.file("meetings")
    listed = file.front.get("/complete") if file else None
    for entry in listed if isinstance(listed, list) else ():
        first = parse_partial_date(str(entry.get("from") or "")) if isinstance(entry, dict) else None
        if first and entry.get("body") == body:
            until = parse_partial_date(str(entry.get("until") or ""))
            period = Period(first.first, until.last if until else date.max)
            return period.covers(on.first) and period.covers(on.last)
    return False


@cached_query
def _on_papers(corpus: Corpus) -> Mapping[str, Sequence[Work]]:
    """Map ids of papers to the expert meetings on them."""
    by_paper: dict[str, list[Work]] = {}
    for meeting in works_of(corpus, _EXPERTS):
        by_paper.setdefault(str(meeting.original.get("/concerns") or ""), []).append(meeting)
    return by_paper


def _of_experts(corpus: Corpus, work: Work, act: Event) -> Mismatch | None:
    """Return consideration at an expert meeting on the document that was cancelled, if no other took place then."""
    if act.data.get("channel") != _EXPERTS:
        return None
    then = [meeting for meeting in _on_papers(corpus).get(work.id, ()) if _is_on(meeting, act.on)]
    if not then or not all(_is_cancelled(corpus, meeting) for meeting in then):
        return None
    other = events_until(corpus, then[0].original)[-1].place
    return Mismatch(work, act, act.place, "cancelled", _EXPERTS, act.on, None, other)


def _is_on(meeting: Work, on: PartialDate) -> bool:
    first, last = (parse_partial_date(str(meeting.original.get(pointer) or "")) for pointer in ("/from", "/to"))
    return first is not None and last is not None and first.first <= on.last and on.first <= last.last


def _is_cancelled(corpus: Corpus, meeting: Work) -> bool:
    acts = events_until(corpus, meeting.original)
    return bool(acts) and meeting.kind.stages.get(acts[-1].kind) == "withdrawn"
