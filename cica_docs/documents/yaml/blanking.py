"""YAML data with another text in place of some."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from cica_docs.documents.yaml.positioned import PositionedYaml
from cica_docs.text.escape import escape_pointer
from cica_docs.values.span import Span


def blank_texts(yaml: PositionedYaml, spans: Collection[Span], text: str) -> PositionedYaml:
    """Return the data with a text in place of the texts at some places."""
    pointers = {pointer for pointer in yaml.pointers if yaml.value_at(pointer) in spans}
    return replace(yaml, value=_blanked(yaml.value, pointers, text)) if pointers else yaml


def _blanked(value: Any, pointers: Collection[str], text: str, pointer: str = "") -> Any:
    if isinstance(value, dict):
        return {
            key: _blanked(inner, pointers, text, f"{pointer}/{escape_pointer(key)}") for key, inner in value.items()
        }
    if isinstance(value, list):
        return [_blanked(inner, pointers, text, f"{pointer}/{index}") for index, inner in enumerate(value)]
    return text if isinstance(value, str) and pointer in pointers else value
