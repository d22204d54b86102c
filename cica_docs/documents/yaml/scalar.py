"""Write a text as a YAML scalar, or a value on one line."""

import re
from typing import Any

from cica_docs.documents.yaml.positioned import parse_yaml
from cica_docs.text.escape import escape_yaml, escape_yaml_double

_PLAIN_TITLE = re.compile(r"[^\W\d_][^:#\n\t\"\[\]{}&*!|>%@`?\\]*+")


def format_scalar(text: str) -> str:
    """Quote a text unless YAML reads it back as the same text without quotes."""
    if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", text) and parse_yaml(text).value == text:
        return text
    return f"'{escape_yaml(text)}'"


def format_title(text: str) -> str:
    """Write a title without quotes where YAML reads it back as it is, else in double quotes.

    An apostrophe, as editors add it later, ends no text that is written so.

    >>> format_title("Avelor's note, in short"), format_title("Note: a")
    ("Avelor's note, in short", '"Note: a"')
    """
    if _PLAIN_TITLE.fullmatch(text) and parse_yaml(f"- {text}\n").value == [text]:
        return text
    return f'"{escape_yaml_double(text)}"'


def write_flow(value: Any) -> str:
    """Write a value on one line, as YAML does in braces and brackets.

    >>> write_flow({"by": "XA", "to": ["XB", "XC"], "is_whole": True})
    '{by: XA, to: [XB, XC], is_whole: true}'
    """
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {write_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(write_flow, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return '""' if value == "" else str(value)
