"""JSON with one spelling: keys sorted, numbers finite, and no character in it that can steer or hide."""

import json
import re

from cica_docs.text.escape import COMMAND
from cica_docs.text.printable import is_unsafe

# Printable ASCII, the Cyrillic block and the common signs of our texts need no look; line ends are JSON's own.
_TO_LOOK_AT = re.compile("[^\n -~\u0400-\u052f«»№…·“”\N{EN DASH}\N{EM DASH}]")


def to_json(data: object) -> str:
    """The data as JSON text with a line end; what is unsafe is escaped as JSON does, so that reading gives it back."""
    written = json.dumps(data, ensure_ascii=False, allow_nan=False, sort_keys=True, indent=2)
    return COMMAND.sub(r"#\\u0023", _TO_LOOK_AT.sub(_escaped, written)) + "\n"


def _escaped(match: re.Match[str]) -> str:
    character = match[0]
    return json.dumps(character)[1:-1] if is_unsafe(character) or character == "\x7f" else character
