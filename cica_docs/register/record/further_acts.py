"""Further acts: what an act lacks and a later one of the same kind has, as a note to those who were left out."""

from typing import Any

from cica_docs.documents.document import Document, RegisterFile
from cica_docs.documents.schema.errors import SchemaError
from cica_docs.register.events import Event, events_of, read_names


def is_met_by_a_further_act(file: RegisterFile, error: SchemaError) -> bool:
    """Whether what is asked of a field that says what was done, and was not done, is on record as a further act.

    So it is of an act that was corrected: the correction says what was done.
    A field of the document is met where an act has what it says, and a later act of that kind what is asked for.
    """
    if not isinstance(file, Document):
        return False
    if file.record.is_corrected(error.pointer):
        return True
    acts = events_of(file) if error.act else ()
    above, _, field = error.pointer.rpartition("/")
    if above:
        own = [act for act in acts if act.pointer == above]
    else:
        own = [act for act in acts if read_names(act.data.get(field)) == read_names(error.value)]
    return any(_is_further(act, other) and _meets(other.data.get(field), error) for act in own for other in acts)


def _is_further(act: Event, other: Event) -> bool:
    return other is not act and other.kind == act.kind and other.on.last >= act.on.first


def _meets(value: Any, error: SchemaError) -> bool:
    """Whether a value has what a constraint asks for: one name, or one of several."""
    expected = error.expected if isinstance(error.expected, list) else [error.expected]
    return error.keyword in {"contains", "const", "enum"} and any(name in expected for name in read_names(value))
