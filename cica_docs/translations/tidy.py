"""Normalize a text that comes back from a tool."""

import re
import unicodedata

_SPACE = re.compile(r"[ \t\r]+")


def tidy_text(text: str) -> str:
    r"""Normalize a text for a file: NFC, on one line but for breaks that are allowed."""
    lines = [_SPACE.sub(" ", line).strip() for line in unicodedata.normalize("NFC", text).strip().split("\n")]
    joined = ""
    for line in lines:
        joined += line if not joined else ("\n" if joined.endswith("\\") else " ") + line
    return joined
