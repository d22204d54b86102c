"""Templates: files of the tool's own, never of a register, filled with values that stay values."""

from collections.abc import Callable
from typing import Any

from cica_docs.values.failure import Failure

Templates = Callable[[str], bytes]
"""Reads a shipped template by its path below `templates/`: `docx/header.xml`."""


def filled(templates: Templates, name: str, **values: Any) -> str:
    """The template with its values written in; each is escaped, and one that is missing is a fault of ours."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined  # noqa: PLC0415 - costs 60 ms

    surroundings = Environment(
        loader=FunctionLoader(lambda path: read(templates, path)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return surroundings.get_template(name).render(values)


def read(templates: Templates, name: str) -> str:
    """The text of a template."""
    try:
        return templates(name).decode("utf-8")
    except (KeyError, OSError) as missing:
        raise Failure("template-missing", name=name) from missing


def legible(text: str) -> str:
    """The text with each character that no XML or HTML file can hold shown as U+FFFD.

    >>> legible("a\\x00b\\ud800c\\td")
    'a�b�c\\td'
    """
    if text.isprintable():
        return text
    return "".join("\ufffd" if _is_unwritable(ord(character)) else character for character in text)


def _is_unwritable(code: int) -> bool:
    if code < 0x20:
        return code not in (0x09, 0x0A)
    return 0x7F <= code <= 0x9F or 0xD800 <= code <= 0xDFFF or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
