"""Further acts: what an act lacks and a later one of the same kind has, as a note to those who were left out."""

from collections.abc import Mapping
from typing import Any

from cica_docs.documents.document import Document, RegisterFile
from cica_docs.documents.schema.errors import SchemaError
from cica_docs.register.events import read_names
from cica_docs.values.day import parse_partial_date

_ACTS = "/events"


def is_met_by_a_further_act(file: RegisterFile, error: SchemaError) -> bool:
    """Whether what is asked of a field that says what was done, and was not done, is on record as a further act.

    So it is of an act that was corrected: the correction says what was done.
    A field of the document is met where an act has what it says, and a later act of that kind what is asked for.
    """
    above, _, field = error.pointer.rpartition("/")
    is_of_act = above.startswith(f"{_ACTS}/")
    if not isinstance(file, Document):
        return False
    if file.record.is_corrected(error.pointer):
        return True
    if not error.act or (above and not is_of_act):
        return False
    recorded = [act.data for act in file.record.counting]
    own = (
        [file.front.get(above)]
        if is_of_act
        else [act for act in recorded if read_names(act.get(field)) == read_names(error.value)]
    )
    return any(
        _meets(other.get(field), error) and _is_further(act, other)
        for act in own
        for other in recorded
        if isinstance(act, dict) and other is not act
    )


def _is_further(act: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    on, later = (parse_partial_date(str(each.get("on") or "")) for each in (act, other))
    return act.get("kind") == other.get("kind") and on is not None and later is not None and later.last >= on.first


def _meets(value: Any, error: SchemaError) -> bool:
    """Whether a value has what a constraint asks for: one name, or one of several."""
    expected = error.expected if isinstance(error.expected, list) else [error.expected]
    return error.keyword in {"contains", "const", "enum"} and any(name in expected for name in read_names(value))
