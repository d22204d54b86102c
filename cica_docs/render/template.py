"""Templates: files of the tool's own, never of a register, filled with values that stay values."""

from collections.abc import Callable

from cica_docs.values.failure import Failure

Templates = Callable[[str], bytes]
"""Reads a shipped template by its path below `templates/`: `docx/header.xml`."""


def filled(templates: Templates, name: str, **values: object) -> str:
    """The template with its values written in; each is escaped, and one that is missing is a fault of ours."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

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
