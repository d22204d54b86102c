"""Acts on a mandate: appointment and extension, and the tenure before them."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.register.events import Event, events_of, read_period
from cica_docs.register.lifecycle import period_in_force
from cica_docs.register.mandates.mandates import Mandate, mandates
from cica_docs.register.works import Work, works
from cica_docs.values.day import parse_partial_date
from cica_docs.values.period import Period


class Appointment(NamedTuple):
    """An act of appointment, the tenure that it sets and the notice on which it is based, if on record."""

    mandate: Mandate
    act: Event
    tenure: Period | None
    notice: Work | None


class Extension(NamedTuple):
    """An act of extension, and the last day of the tenure that it extends."""

    mandate: Mandate
    act: Event
    old_end: date | None


@cached_query
def appointments(corpus: Corpus) -> tuple[Appointment, ...]:
    """List all appointments that have been made, by mandate."""
    return tuple(_appointments(corpus))


def _appointments(corpus: Corpus) -> Iterator[Appointment]:
    for mandate in mandates(corpus):
        original = mandate.work.original
        notice = works(corpus).get(f"notice/{original.get('/notice')}")
        for act in events_of(original):
            if act.kind == "appointed" and act.has_happened(corpus.as_of):
                yield Appointment(mandate, act, read_period(act.data.get("tenure")), notice)


@cached_query
def extensions(corpus: Corpus) -> tuple[Extension, ...]:
    """List all extensions that have been approved, by mandate."""
    return tuple(
        Extension(mandate, act, _last(period_in_force(mandate.work, acts[:index])))
        for mandate in mandates(corpus)
        for acts in [list(events_of(mandate.work.original))]
        for index, act in enumerate(acts)
        if act.kind == "extended" and act.has_happened(corpus.as_of)
    )


def end_before(mandate: Mandate, on: date) -> date | None:
    """Return the last day of a tenure as set by the acts before a day."""
    acts = [act for act in events_of(mandate.work.original) if act.on.first < on]
    return _last(period_in_force(mandate.work, acts)) or _appointed_end(mandate)


def _appointed_end(mandate: Mandate) -> date | None:
    """Return the end of the first tenure on record: an appointment may be recorded later than the notice on it."""
    tenures = (read_period(act.data.get("tenure")) for act in events_of(mandate.work.original))
    return _last(next((tenure for tenure in tenures if tenure), None))


def appointing_body_of(corpus: Corpus, area: str) -> str:
    """Return the body that an area names for the appointment of its Coordinator, or "" if it names none."""
    return str(corpus.reference.entry("area", area).get("appointed_by") or "")


def _last(period: Period | None) -> date | None:
    return period.last if period else None


def proposed_end(notice: Work) -> date | None:
    """Return the day on which a notice proposes that a tenure or duties end."""
    stated = notice.original.get("/proposed_end") or notice.original.get("/effective_on")
    end = parse_partial_date(str(stated or ""))
    return end.last if end else None
