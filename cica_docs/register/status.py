"""How a work's standing is told: a key for the words, and the days that go with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import Event, events_of
from cica_docs.register.lifecycle import State, lifecycles
from cica_docs.register.works import Work
from cica_docs.values.day import parse_partial_date


@dataclass(frozen=True)
class StatusLabel:
    """A key such as `in-force`, `issued`, `upcoming`; since and until as dates as far as known, or empty."""

    key: str
    since: str
    until: str


_TOLD = {State.NOT_YET: "upcoming"}


def status_of(corpus: Corpus, work: Work) -> StatusLabel:
    """What a reader is told of how far a work has come."""
    life = lifecycles(corpus)[work.name]
    in_force = life.period
    since = life.since.text if life.since else ""
    match life.state:
        case State.ON_RECORD:
            return StatusLabel("known", str(work.original.get("/known/as_of") or ""), "")
        case State.IN_FORCE | State.NOT_YET if in_force:
            key = _own(work, _TOLD.get(life.state, life.state.value))
            return StatusLabel(key, in_force.first.isoformat(), in_force.last.isoformat())
        case State.EXPIRED if in_force:
            return StatusLabel("expired", in_force.first.isoformat(), in_force.last.isoformat())
        case State.DRAFT | State.CIRCULATED | State.APPROVED:
            latest = _latest(work, corpus.as_of)
            key = _label(work, latest) if latest else life.state.value
            return StatusLabel(key, latest.on.text if latest else since, "")
        case state:
            return StatusLabel(_own(work, state.value), since, "")


def _latest(work: Work, as_of: date) -> Event | None:
    """The last act that says how far the text has come."""
    told = [event for event in events_of(work.original) if event.has_happened(as_of) and event.kind in work.kind.stages]
    reached = [event for event in told if work.kind.stages[event.kind]]
    return next(reversed(reached or told), None)


def _label(work: Work, event: Event) -> str:
    entry = (work.kind.data.get("events") or {}).get(event.kind)
    label = entry.get("label") if isinstance(entry, Mapping) else None
    return str(label or event.kind)


def _own(work: Work, key: str) -> str:
    """A kind may tell a state in its own words: a mandate is not "in force" but "in office"."""
    own = work.kind.data.get("standings")
    return str(own.get(key, key)) if isinstance(own, Mapping) else key


def date_of(corpus: Corpus, work: Work) -> date:
    """The day that a work bears: the one that it states, of its last act, of what is known; else the corpus' day."""
    original = work.original
    happened = [event for event in events_of(original) if event.has_happened(corpus.as_of)]
    if stated := parse_partial_date(str(original.get("/date") or "")):
        return stated.first
    if happened:
        return happened[-1].on.first
    known = parse_partial_date(str(original.get("/known/as_of") or ""))
    return known.first if known else corpus.as_of
