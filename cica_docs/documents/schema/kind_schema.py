"""Complete the schema of a kind with what `kind.schema.json` holds for all kinds, once for each of its events.

A constraint has the same pointer in `schema.json` of a kind and in the complete schema, by which provisions name it.
"""

from collections.abc import Mapping
from typing import Any

Node = Mapping[str, Any]

_EACH_EVENT = "{event}"
"""Stands for each event in entries of lists, elsewhere for the names of all; where one is defined, for the others."""


def complete_kind_schema(own: Node, events: tuple[str, ...], common: Node) -> Node:
    """Return the schema of a kind with these events, from what is its own and what all kinds have."""
    plain = {key: _with_events(value, events) for key, value in common.items() if key != "$defs"}
    particulars = {**common["$defs"], **own.get("$defs", {})}
    form = particulars.pop(_EACH_EVENT)
    acts = {}
    for event in events:
        others = tuple(other for other in events if other != event)
        particular = _with_events(particulars.get(event, {}), others)
        acts[event] = _event_schema(_with_events(form, (event,)), particular)
    return {**_extended(plain, own), "$defs": {**own.get("$defs", {}), **acts}}


def _event_schema(form: Node, own: Node) -> Node:
    asked = "".join(f", {field}: …" for field in own.get("required", ()))
    hint = f"{form['x-expect'].removesuffix('}')}{asked}}}"
    return _extended({**form, "x-expect": hint}, own)


def _extended(common: Node, own: Node) -> Node:
    """Add what an object has of its own. False takes a field away, since the object is closed."""
    fields = {**common["properties"], **own.get("properties", {})}
    return {
        **common,
        **own,
        "properties": {name: field for name, field in fields.items() if field is not False},
        "required": [*common["required"], *own.get("required", ())],
    }


def _with_events(node: Any, events: tuple[str, ...]) -> Any:
    """Put events in place of `{event}`: an entry of a list that names it becomes one entry for each."""
    if _EACH_EVENT not in str(node):
        return node
    if isinstance(node, dict):
        return {key: _with_events(inner, events) for key, inner in node.items()}
    if isinstance(node, list):
        entries = []
        for entry in node:
            turns = [(event,) for event in events] if _EACH_EVENT in str(entry) else [events]
            entries += [_with_events(entry, turn) for turn in turns]
        return entries
    return node.replace(_EACH_EVENT, ", ".join(events)) if isinstance(node, str) else node
