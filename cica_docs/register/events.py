"""Events: the dated acts from which a work's state is derived."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.query import cached_query
from cica_docs.values.day import PartialDate, parse_partial_date
from cica_docs.values.period import Period
from cica_docs.values.span import Place


@dataclass(frozen=True)
class Event:
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


def events_of(document: Document) -> tuple[Event, ...]:
    """Return the readable events of an original, by date and then in written order."""
    return tuple(sorted(acts_as_written(document), key=lambda event: event.on))


def acts_as_written(document: Document) -> tuple[Event, ...]:
    """Return the readable events of an original in the order in which they are written."""
    entries = document.get("/events") if document.is_readable else None
    return tuple(
        event
        for index, data in enumerate(entries if isinstance(entries, list) else ())
        if isinstance(data, dict) and (event := _event(document, f"/events/{index}", data))
    )


@cached_query
def events_until(corpus: Corpus, document: Document) -> list[Event]:
    """Return the acts of a document on record by the corpus' day."""
    return [event for event in events_of(document) if event.has_happened(corpus.as_of)]


def _event(document: Document, pointer: str, data: Mapping[str, Any]) -> Event | None:
    on = parse_partial_date(str(data.get("on") or ""))
    kind = data.get("kind")
    if on is None or not isinstance(kind, str):
        return None
    return Event(document, pointer, kind, on, read_names(data.get("by")), data)


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
