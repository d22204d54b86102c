"""Complete what stands short in the schemas of files: references, marks of the decision, languages."""

from collections.abc import Mapping
from typing import Any

from cica_docs.text.escape import escape_pointer
from cica_docs.values.language import Language

_EACH_LANGUAGE = "{language}"
"""Stands in a schema for each language: as a field, in a list of required fields, in a list of values."""
_COMPLETED = frozenset({"$ref", "x-provision", "x-requires"})
_NESTED = (dict, list)


def complete_references(node: Any, id: str, pointer: str = "") -> Any:
    """Complete references with the document that they point into, and marks of the decision with their own names."""
    if isinstance(node, dict):
        return {
            key: _completed_value(key, inner, id, pointer) if key in _COMPLETED or isinstance(inner, _NESTED) else inner
            for key, inner in node.items()
        }
    if isinstance(node, list):
        return [complete_references(inner, id, f"{pointer}/{index}") for index, inner in enumerate(node)]
    return node


def _completed_value(key: str, value: Any, id: str, pointer: str) -> Any:
    name = f"{id.removeprefix('cica:')}#{pointer}"
    if key == "$ref" and isinstance(value, str) and value.startswith("#"):
        return f"{id}{value}"
    if key == "x-provision" and value is True:
        return name
    if key == "x-requires" and isinstance(value, list):
        return {field: f"{name}/required/{escape_pointer(field)}" for field in value}
    return complete_references(value, id, f"{pointer}/{escape_pointer(key)}")


def put_languages(schema: Mapping[str, Any], required: tuple[Language, ...]) -> Mapping[str, Any]:
    """Put languages in place of `{language}`: those of the register where a text is required, else all."""
    written: Mapping[str, Any] = _with_languages(schema, required) if _EACH_LANGUAGE in str(schema) else schema
    return written


def _with_languages(node: Any, required: tuple[Language, ...]) -> Any:
    if isinstance(node, dict):
        expanded = {}
        for key, inner in node.items():
            if key == _EACH_LANGUAGE:
                expanded.update({language.value: _with_languages(inner, required) for language in Language})
            elif isinstance(inner, list) and _EACH_LANGUAGE in inner:
                languages = required if key == "required" else tuple(Language)
                at = inner.index(_EACH_LANGUAGE)
                expanded[key] = [*inner[:at], *(language.value for language in languages), *inner[at + 1 :]]
            else:
                expanded[key] = _with_languages(inner, required) if isinstance(inner, _NESTED) else inner
        return expanded
    return [_with_languages(inner, required) for inner in node] if isinstance(node, list) else node
