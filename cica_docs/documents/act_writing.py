"""Write an act into the front matter of a document and leave all other characters unchanged."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from cica_docs.documents.acts.record import OF_THE_RECORD
from cica_docs.documents.document import Document
from cica_docs.documents.edit import quote_yaml
from cica_docs.documents.front_matter import split_front_matter
from cica_docs.text.escape import escape_yaml
from cica_docs.values.day import parse_partial_date

_FIELD = "events"
_PLAIN = re.compile(r"[^,\[\]{}]*")
_COMMENT = re.compile(r"[ \t]*#")
_EMPTY = re.compile(rf"({_FIELD}:)[ \t]*+(?:\[[ \t]*+\])?(\s*+(?:#.*)?)")
"""The field without an act, as new documents have it."""


def insert_act(document: Document, act: Mapping[str, Any]) -> str | None:
    """Return the text of a document with a further act, after all acts of its day and of earlier days.

    A correction of the record is put below all acts.
    The acts keep the form in which they are written, one field a line or all on one. Return None if the list of acts
    is not written as one act after the other below `events:`, so that it can only be edited by hand.
    """
    text = document.source.text
    entries = document.get(f"/{_FIELD}")
    lines = text.split("\n")
    key = document.front.key_at(f"/{_FIELD}")
    if entries is None and key is None:
        at = text[: len(text) - len(document.text)].rstrip("\n").count("\n")
        new = [f"{_FIELD}:", *_format_entry(act, "  ", is_flow=False)]
    elif not entries and key and _EMPTY.fullmatch(lines[key.line - 1]):
        at = key.line
        lines[at - 1] = _EMPTY.sub(r"\1\2", lines[at - 1])
        new = _format_entry(act, "  ", is_flow=True)
    elif isinstance(entries, list) and entries and (starts := _starts(document, lines, len(entries))):
        place = len(entries) if act["kind"] in OF_THE_RECORD else _place(entries, str(act["on"]))
        last = starts[-1]
        margin = lines[last][: lines[last].index("-")]
        at = starts[place] if place < len(starts) else _end(lines, last, margin)
        while place < len(starts) and _COMMENT.match(lines[at - 1]):
            at -= 1
        new = _format_entry(act, margin, is_flow=lines[last].lstrip(" -").startswith("{"))
    else:
        return None
    written = "\n".join([*lines[:at], *new, *lines[at:]])
    return written if _is_same_otherwise(document, written, act) else None


def _starts(document: Document, lines: Sequence[str], number: int) -> list[int]:
    """Return the indexes of the lines on which acts begin; empty if they do not each begin with a dash of its own."""
    starts = [document.front.value_at(f"/{_FIELD}/{index}").line - 1 for index in range(number)]
    dashed = all(lines[start].lstrip(" ").startswith("- ") for start in starts)
    return starts if dashed and len(set(starts)) == number else []


def _place(entries: Sequence[Any], day: str) -> int:
    """Return the place of an act of a day: behind the last one that is not of a later day."""
    on = parse_partial_date(day)
    for index in range(len(entries), 0, -1):
        entry = entries[index - 1]
        other = parse_partial_date(str(entry.get("on") or "")) if isinstance(entry, dict) else None
        if on is None or other is None or other.first <= on.first:
            return index
    return 0


def _end(lines: Sequence[str], last: int, margin: str) -> int:
    """Return the index of the line after the last act."""
    end = last + 1
    while end < len(lines) and lines[end].startswith(f"{margin} ") and lines[end].strip():
        end += 1
    return end


def _format_entry(act: Mapping[str, Any], margin: str, *, is_flow: bool) -> list[str]:
    if is_flow:
        return [f"{margin}- {format_flow(act)}"]
    fields = [f"{field}: {format_flow(value)}" for field, value in act.items()]
    return [f"{margin}- {fields[0]}", *(f"{margin}  {field}" for field in fields[1:])]


def format_flow(value: Any) -> str:
    """Format a value as YAML on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {format_flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(format_flow, value)) + "]"
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if not isinstance(value, str):
        return str(value)
    return quote_yaml(value) if _PLAIN.fullmatch(value) else f"'{escape_yaml(value)}'"


def _is_same_otherwise(document: Document, text: str, act: Mapping[str, Any]) -> bool:
    """Whether a text has the fields and body of the document and one act more."""
    parts = split_front_matter(text)
    before, after = document.front.value, parts.front.value
    if parts.front.problems or not isinstance(before, dict) or not isinstance(after, dict):
        return False
    acts, more = before.get(_FIELD) or [], after.get(_FIELD)
    rest = {name: value for name, value in after.items() if name != _FIELD}
    return (
        text.endswith(document.text)
        and rest == {name: value for name, value in before.items() if name != _FIELD}
        and isinstance(more, list)
        and any(more == [*acts[:at], dict(act), *acts[at:]] for at in range(len(acts) + 1))
    )
