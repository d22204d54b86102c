"""The names of files that are accepted."""

import re

_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,79}")
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)


def is_plain_name(name: str) -> bool:
    """Whether a path segment is safe on every system: ASCII, at most 80 characters, no reserved word of Windows."""
    return bool(_NAME.fullmatch(name)) and not name.endswith(".") and not _RESERVED.fullmatch(name)
