"""Fill templates, which are files of the tool and never of a register, with values that are never code."""

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from cica_docs.values.failure import Failure

if TYPE_CHECKING:
    from jinja2 import Template

Templates = Callable[[str], bytes]
"""Reads a shipped template by its path below `templates/`: `docx/header.xml`."""


def fill_template(templates: Templates, name: str, **values: object) -> str:
    """Fill the template with values, each escaped; a missing value is an internal error."""
    return fill_text(read_template(templates, name), **values)


def fill_text(text: str, /, **values: object) -> str:
    """Fill the text of a template, which may be put together from several files."""
    return _compiled(text).render(values)


@lru_cache(maxsize=64)
def _compiled(text: str) -> "Template":
    """Compile a template; this takes longer than filling it a hundred times."""
    from jinja2 import Environment, StrictUndefined

    surroundings = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return surroundings.from_string(text)


def read_template(templates: Templates, name: str) -> str:
    """Return the text of a template."""
    try:
        return templates(name).decode("utf-8")
    except (KeyError, OSError) as missing:
        raise Failure("template-missing", name=name) from missing
