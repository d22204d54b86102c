"""The state of a work: derived from its events and a day, never declared."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.register.events import Event, events_of, read_period
from cica_docs.register.works import Work, works
from cica_docs.values.day import PartialDate, parse_day
from cica_docs.values.period import Period
from cica_docs.values.provision import Strictness


class State(StrEnum):
    """The state of a work on a day."""

    DRAFT = "draft"
    CIRCULATED = "circulated"
    APPROVED = "approved"
    NOT_YET = "not-yet-in-force"
    IN_FORCE = "in-force"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"
    ON_RECORD = "on-record"
    RESTRICTED = "restricted"


_AFTER_LIFE = {"superseded": State.SUPERSEDED, "withdrawn": State.WITHDRAWN, "ended": State.ENDED}


class Lifecycle(NamedTuple):
    """The stage that a work has reached on a day: its state, since when, and the period in which it is in force."""

    state: State
    since: PartialDate | None
    period: Period | None
    strictness: Strictness

    @property
    def is_draft(self) -> bool:
        """Whether it is printed with the mark DRAFT."""
        return self.state in {State.DRAFT, State.CIRCULATED}


@cached_query
def lifecycles(corpus: Corpus) -> Mapping[str, Lifecycle]:
    """Map works by name to their lifecycle on the corpus' day."""
    return {name: lifecycle(work, corpus.as_of) for name, work in works(corpus).items()}


def lifecycle(work: Work, as_of: date) -> Lifecycle:
    """Return the lifecycle of a work on a day; a withheld work is only `RESTRICTED`."""
    if work.is_withheld:
        return Lifecycle(State.RESTRICTED, None, None, Strictness.APPROVED)
    happened = [event for event in events_of(work.original) if event.has_happened(as_of)]
    stage, since = "", None
    for event in happened:
        reached = work.kind.stages.get(event.kind, "")
        if reached and _is_later(reached, stage):
            stage, since = reached, event.on
    in_force = period_in_force(work, happened)
    if not stage and work.is_known_only:
        return Lifecycle(State.ON_RECORD, None, in_force, Strictness.DRAFT)
    return Lifecycle(_state(stage, in_force, as_of), since, in_force, _strictness(stage))


def period_in_force(work: Work, happened: list[Event]) -> Period | None:
    """Return the period in force: declared, or an event's `tenure`, ended by `until` or `effective` of later events."""
    period = read_period(work.original.get(work.kind.period)) if work.kind.period else None
    for event in happened:
        period = read_period(event.data.get("tenure")) or period
        moved = parse_day(str(event.data.get("until") or event.data.get("effective") or ""))
        if moved and period and moved >= period.first:
            period = Period(period.first, moved)
    return period


_ORDER = ("", "draft", "circulated", "approved", "superseded", "withdrawn", "ended")


def _is_later(reached: str, stage: str) -> bool:
    return reached in _ORDER and _ORDER.index(reached) > _ORDER.index(stage)


def _strictness(stage: str) -> Strictness:
    if stage in {"", "draft"}:
        return Strictness.DRAFT
    return Strictness.CIRCULATED if stage == "circulated" else Strictness.APPROVED


def _state(stage: str, in_force: Period | None, as_of: date) -> State:
    if stage in _AFTER_LIFE:
        return _AFTER_LIFE[stage]
    if stage != "approved":
        return State.CIRCULATED if stage == "circulated" else State.DRAFT
    if in_force is None:
        return State.APPROVED
    if as_of < in_force.first:
        return State.NOT_YET
    return State.IN_FORCE if as_of <= in_force.last else State.EXPIRED
