"""Write a text as a YAML scalar."""

import re

from cica_docs.documents.yaml.positioned import parse_yaml
from cica_docs.text.escape import escape_yaml


def format_scalar(text: str) -> str:
    """Quote a text unless YAML reads it back as the same text without quotes."""
    if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", text) and parse_yaml(text).value == text:
        return text
    return f"'{escape_yaml(text)}'"
