"""The addresses to which a printed document may link."""

import re

_ALLOWED = re.compile(r"(?:https://[!-~]+|mailto:[!-~]+)")
_LONGEST = 2000


def is_allowed(target: str) -> bool:
    """Whether a link may have this target: `https:` or `mailto:`, written in ASCII without blanks or controls.

    >>> is_allowed("https://example.org/"), is_allowed("javascript:alert(1)"), is_allowed("//example.org")
    (True, False, False)
    """
    return len(target) <= _LONGEST and _ALLOWED.fullmatch(target) is not None
