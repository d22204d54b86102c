"""Events: the dated acts from which a work's state is derived."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from cica_docs.documents.acts.record import WrittenAct
from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.query import cached_query
from cica_docs.values.day import PartialDate, parse_partial_date
from cica_docs.values.period import Period
from cica_docs.values.span import Place


class Event(NamedTuple):
    """One act on record; `pointer` leads to it in the front matter of the original."""

    document: Document
    pointer: str
    kind: str
    on: PartialDate
    by: tuple[str, ...]
    data: Mapping[str, Any]

    @property
    def place(self) -> Place:
        """The place of the act in its document."""
        return self.document.at(self.pointer)

    def has_happened(self, as_of: date) -> bool:
        """Whether the act had begun on a day; a month or year counts from its first day."""
        return self.on.first <= as_of


@dataclass(frozen=True, eq=False)
class Correction:
    """An act that corrects another; `corrected` is the act that no longer counts, `done` the one as it was done.

    `corrected` is None if it records an act that had been left out. If it names no act that it can correct, `fault`
    says why: `missing`, `several`, `below` or `again`.
    """

    act: Event
    corrected: Event | None
    done: Event | None
    fault: str


def events_of(document: Document) -> tuple[Event, ...]:
    """Return the readable events that count, after all corrections, by date and then in written order."""
    return tuple(sorted(_events(document, document.record.counting), key=lambda event: event.on))


def acts_as_written(document: Document) -> tuple[Event, ...]:
    """Return all readable events of an original in written order, with corrections and what they correct."""
    return tuple(_events(document, document.record.written))


def corrections_of(document: Document) -> tuple[Correction, ...]:
    """Return the readable corrections of an original, in written order."""
    return tuple(
        Correction(
            act,
            _event(document, correction.corrected) if correction.corrected else None,
            _event(document, correction.done) if correction.done else None,
            correction.fault,
        )
        for correction in document.record.corrections
        if (act := _event(document, correction.act))
    )


@cached_query
def events_until(corpus: Corpus, document: Document) -> list[Event]:
    """Return the acts of a document on record by the corpus' day."""
    return [event for event in events_of(document) if event.has_happened(corpus.as_of)]


def edits_of(document: Document) -> tuple[Event, ...]:
    """Return the readable acts by which the words of an original were edited, in written order."""
    return tuple(_events(document, document.record.edits))


def _events(document: Document, acts: Iterable[WrittenAct]) -> Iterator[Event]:
    return (event for act in acts if (event := _event(document, act)))


def _event(document: Document, act: WrittenAct) -> Event | None:
    on = parse_partial_date(str(act.data.get("on") or ""))
    kind = act.data.get("kind")
    if on is None or not isinstance(kind, str):
        return None
    return Event(document, act.pointer, kind, on, read_names(act.data.get("by")), act.data)


def read_names(value: Any) -> tuple[str, ...]:
    """Return one name or a list of names as a tuple."""
    if isinstance(value, str):
        return (value,)
    return tuple(name for name in value if isinstance(name, str)) if isinstance(value, list) else ()


def read_period(value: Any) -> Period | None:
    """Return the period of a `{from, to}` mapping in whole years and months, or None if it has no valid ends."""
    if not isinstance(value, dict):
        return None
    first, last = parse_partial_date(str(value.get("from") or "")), parse_partial_date(str(value.get("to") or ""))
    return Period(first.first, last.last) if first and last and first.first <= last.last else None
