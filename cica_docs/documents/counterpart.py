"""Counterparts: documents of a kind that state the same facts as those of another, as data of the kind."""

from collections.abc import Mapping
from typing import Any, NamedTuple


class Counterpart(NamedTuple):
    """A document named in a field, and the fields that state the same facts here and there.

    A field is a pointer, `/holder`, or that of an act, `terminated.effective`.
    """

    document: str
    """The field that names it."""
    expects: Mapping[str, str]
    """What fields of it must have for it to be the right document."""
    fields: Mapping[str, str]
    """By field here, the field there that has the same value."""
    within: Mapping[str, str]
    """By field here, the field there that has the same area or the dimension around it."""
    noted: Mapping[str, str]
    """By field here, the field there that may lawfully differ, which is reported."""


def read_counterpart(entry: Mapping[str, Any]) -> Counterpart:
    """Read an entry under `same_as` of a kind."""
    return Counterpart(
        str(entry["document"]),
        *(entry.get(name) or {} for name in ("expects", "fields", "within", "noted")),
    )
