"""Skeletons: the tool's own texts for new files, never those of a register, filled with values that stay values."""

import jinja2

from cica_docs.documents.source import decode
from cica_docs.documents.yaml.scalar import format_title
from cica_docs.values.failure import Failure

MOST_TITLE = 300

# Not escaped as HTML is: what comes out is Markdown or YAML, and every value has been looked at before.
_SKELETONS = jinja2.Environment(undefined=jinja2.StrictUndefined, autoescape=False)  # noqa: S701 - see above
_SKELETONS.filters["as_title"] = format_title


def fill_skeleton(skeleton: str, **values: object) -> str:
    """Fill in a skeleton and end it with one line feed; a missing value is an internal error."""
    return _SKELETONS.from_string(skeleton).render(values).rstrip("\n") + "\n"


def read_line(text: str, option: str) -> str:
    """Normalize the value of an option to one line of text; raise `Failure` if the register cannot hold it."""
    line = " ".join(text.split(" ")).strip()
    if not line:
        raise Failure("line-empty", option=option)
    if len(line) > MOST_TITLE:
        raise Failure("line-too-long", option=option, most=MOST_TITLE)
    problems = decode(line.encode("utf-8", "surrogateescape")).problems
    if problems or "\n" in line or "\t" in line:
        raise Failure("line-unfit", option=option, text=line)
    return line
