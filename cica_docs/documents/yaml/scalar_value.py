"""The value of a plain or quoted scalar of YAML."""

import re
from collections.abc import Mapping
from typing import Any

_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")
_INTEGER_BEGINNINGS = "-0123456789"
_WORDS: Mapping[str, object] = {"": None, "~": None, "null": None, "true": True, "false": False}


def read_scalar(event: Any) -> object:
    """Return the value of a scalar: what is quoted is text, and so are a date and `1.10`."""
    text = event.value
    if not event.implicit[0]:
        return text
    if text in _WORDS:
        return _WORDS[text]
    return int(text) if text[0] in _INTEGER_BEGINNINGS and _INTEGER.fullmatch(text) else text
