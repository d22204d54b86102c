"""Word documents that came in, kept beside the work as they were received: `received/2026-11-20-xb-en.docx`."""

import re
from functools import cache

_FOLDER = "received"


@cache
def _pattern() -> re.Pattern[str]:
    name = r"\d{4}-\d\d-\d\d-[a-z0-9-]{1,60}\.(?:docx|doc|rtf|odt)"
    return re.compile(rf"([a-z0-9-]{{1,80}})/[a-z0-9][a-z0-9-]{{0,79}}/{_FOLDER}/{name}")


def received_path(work: str, name: str, ending: str) -> str:
    """Return the path of a document that came in."""
    return f"{work}/{_FOLDER}/{name.lower()}.{ending}"


def kind_of_received(path: str) -> str:
    """Return the kind of the work beside which a received document is kept; "" if the path is of none."""
    match = _pattern().fullmatch(path) if f"/{_FOLDER}/" in path else None
    return match[1] if match else ""
