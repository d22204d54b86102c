"""Events: the dated acts that a work's state is derived from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from cica_docs.documents.document import Document
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
        """Where it is written."""
        return self.document.at(self.pointer)

    def has_happened(self, as_of: date) -> bool:
        """Whether it had begun on a day: a month or year counts from its first day."""
        return self.on.first <= as_of


def events_of(document: Document) -> tuple[Event, ...]:
    """The readable events of an original, by date and then as they are written."""
    found = document.get("/events") if document.is_readable else None
    readable = [
        event
        for index, data in enumerate(found if isinstance(found, list) else ())
        if isinstance(data, dict) and (event := _event(document, f"/events/{index}", data))
    ]
    return tuple(sorted(readable, key=lambda event: event.on))


def _event(document: Document, pointer: str, data: Mapping[str, Any]) -> Event | None:
    on = parse_partial_date(str(data.get("on") or ""))
    kind = data.get("kind")
    if on is None or not isinstance(kind, str):
        return None
    return Event(document, pointer, kind, on, read_names(data.get("by")), data)


def read_names(value: Any) -> tuple[str, ...]:
    """One name or a list of names as a tuple."""
    if isinstance(value, str):
        return (value,)
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list) else ()


def read_period(value: Any) -> Period | None:
    """The period that `{from, to}` names, years and months whole; nothing where an end is missing or earlier."""
    if not isinstance(value, dict):
        return None
    first, last = parse_partial_date(str(value.get("from") or "")), parse_partial_date(str(value.get("to") or ""))
    return Period(first.first, last.last) if first and last and first.first <= last.last else None
