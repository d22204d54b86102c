"""Ends that acts move: of a tenure or an applicability period, and whether they are moved the right way."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from cica_docs.documents.acts.act_kind import ActKind
from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import Event, events_until
from cica_docs.register.lifecycle import period_in_force
from cica_docs.register.works import Work, works
from cica_docs.values.day import PartialDate, parse_partial_date


class MovedEnd(NamedTuple):
    """An act that moves the last day of a period the wrong way, with the day before it and the one that it sets.

    `fault` is `extension` or `termination`, `idle` for an extension that moves nothing, and `past` for a termination as
    of a day before it was declared.
    """

    work: Work
    act: Event
    field: str
    fault: str
    old: date
    new: PartialDate


def wrongly_moved_ends(corpus: Corpus) -> Iterator[MovedEnd]:
    """Yield the extensions that end a period no later and the terminations that end it later, or in the past."""
    for work in works(corpus).values():
        if not any(kind.lengthens or kind.shortens for kind in work.kind.acts.values()):
            continue
        acts = events_until(corpus, work.original)
        for index, act in enumerate(acts):
            kind = work.kind.acts.get(act.kind)
            field = kind.lengthens or kind.shortens if kind else ""
            new = parse_partial_date(str(act.data.get(field) or "")) if field else None
            period = period_in_force(work, acts[:index]) if new else None
            if kind and new and period:
                fault = _fault_of(act, kind, period.last, new)
                if fault:
                    yield MovedEnd(work, act, field, fault, period.last, new)


def _fault_of(act: Event, kind: ActKind, old: date, new: PartialDate) -> str:
    if kind.lengthens:
        return "extension" if new.last < old else "idle" if new.last == old else ""
    if new.first > old:
        return "termination"
    return "past" if new.last < act.on.first else ""
