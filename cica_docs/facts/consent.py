"""Consents recorded with an act."""

from collections.abc import Mapping

from cica_docs.facts.event import Event
from cica_docs.values.day import PartialDate, partial_date


def consents(act: Event) -> Mapping[str, PartialDate]:
    """The states that consented to an act, each with the date of its first consent."""
    entries = act.data.get("consents")
    found: dict[str, PartialDate] = {}
    for entry in entries if isinstance(entries, list) else ():
        on = partial_date(str(entry.get("on") or "")) if isinstance(entry, dict) else None
        if on is not None and isinstance(entry.get("by"), str):
            found[entry["by"]] = min(on, found.get(entry["by"], on))
    return found
