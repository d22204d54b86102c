"""Write fields into the front matter of a document and leave all other characters unchanged."""

from collections.abc import Mapping
from typing import Any

from cica_docs.documents.act_writing import format_flow
from cica_docs.documents.edit import delete_field
from cica_docs.documents.front_matter import split_front_matter

_LAST = "/events"
"""The field before which new ones are written."""


def set_fields(text: str, fields: Mapping[str, Any]) -> str:
    r"""Set fields of the front matter; a field that is there keeps its place, a new one precedes the acts.

    >>> print(set_fields("---\ntitle: A\nevents: []\n---\nText.\n", {"title": "B", "number": "XY/1"}), end="")
    ---
    title: B
    number: XY/1
    events: []
    ---
    Text.
    """
    for field, value in fields.items():
        text = _set_field(text, field, format_flow(value))
    return text


def _set_field(text: str, field: str, value: str) -> str:
    parts = split_front_matter(text)
    lines = text.split("\n")
    known, acts = parts.front.key_at(f"/{field}"), parts.front.key_at(_LAST)
    if known:
        at = known.line - 1
        delete_field(lines, at)
    else:
        at = acts.line - 1 if acts else parts.body_line - 2
    lines.insert(at, f"{field}: {value}")
    return "\n".join(lines)
