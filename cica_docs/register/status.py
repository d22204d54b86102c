"""The status of a work as printed: a key of a label, and the days that go with it."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import Event, events_of
from cica_docs.register.lifecycle import State, lifecycles
from cica_docs.register.works import Work
from cica_docs.values.day import parse_partial_date


class StatusLabel(NamedTuple):
    """A key such as `in-force`, `issued`, `upcoming`; `since` and `until` are dates if known, or empty."""

    key: str
    since: str
    until: str


_LABEL_KEYS = {State.NOT_YET: "upcoming"}


def status_of(corpus: Corpus, work: Work) -> StatusLabel:
    """Return the status label of a work on the corpus' day."""
    lifecycle = lifecycles(corpus)[work.name]
    in_force = lifecycle.period
    since = lifecycle.since.text if lifecycle.since else ""
    match lifecycle.state:
        case State.ON_RECORD:
            return StatusLabel("known", str(work.original.get("/known/as_of") or ""), "")
        case State.IN_FORCE | State.NOT_YET if in_force:
            key = _kind_key(work, _LABEL_KEYS.get(lifecycle.state, lifecycle.state.value))
            return StatusLabel(key, in_force.first.isoformat(), in_force.last.isoformat())
        case State.EXPIRED if in_force:
            return StatusLabel("expired", in_force.first.isoformat(), in_force.last.isoformat())
        case State.DRAFT | State.CIRCULATED | State.APPROVED:
            latest = _latest_stage(work, corpus.as_of)
            key = _label_of(work, latest) if latest else lifecycle.state.value
            return StatusLabel(key, latest.on.text if latest else since, "")
        case state:
            return StatusLabel(_kind_key(work, state.value), since, "")


def _latest_stage(work: Work, as_of: date) -> Event | None:
    """Return the last act that reaches a stage, else the last that concerns one."""
    acts = [event for event in events_of(work.original) if event.has_happened(as_of) and event.kind in work.kind.stages]
    reached = [event for event in acts if work.kind.stages[event.kind]]
    return next(reversed(reached or acts), None)


def _label_of(work: Work, event: Event) -> str:
    entry = (work.kind.data.get("events") or {}).get(event.kind)
    label = entry.get("label") if isinstance(entry, Mapping) else None
    return str(label or event.kind)


def _kind_key(work: Work, key: str) -> str:
    """Return the label key that a kind sets for a state: a mandate is not "in force" but "in office"."""
    labels = work.kind.data.get("standings")
    return str(labels.get(key, key)) if isinstance(labels, Mapping) else key


def date_of(corpus: Corpus, work: Work) -> date:
    """Return the date of a work: as stated, of its last act or as publicly known; else the corpus' day."""
    original = work.original
    happened = [event for event in events_of(original) if event.has_happened(corpus.as_of)]
    if stated := parse_partial_date(str(original.get("/date") or "")):
        return stated.first
    if happened:
        return happened[-1].on.first
    known = parse_partial_date(str(original.get("/known/as_of") or ""))
    return known.first if known else corpus.as_of
