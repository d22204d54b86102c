"""Signs without width that a text is better without: what programs leave behind in what is pasted."""

import re
import unicodedata

_SPELLING = (
    "\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06ee-\u06ef\u06fa-\u06ff\u0750-\u077f\u0900-\u0dff\u0f40-\u0fbc\u1000-\u109f"
    "\u1780-\u17d3\u1820-\u18aa"
)
"""Letters and marks between which a joiner is spelling: Sinhala «ශ්‍රී», Persian «می‌خواهم»."""
_SIGNS = "\u180e\u200c\u200d"
SPELT = re.compile(f"(?<=[{_SPELLING}])[{_SIGNS}](?=[{_SPELLING}])")
"""A joiner, non-joiner or Mongolian vowel separator where it is spelling, so that it may be in a text."""
MISPLACED = f"(?<![{_SPELLING}])[{_SIGNS}]|[{_SIGNS}](?![{_SPELLING}])"
"""The pattern of one anywhere else."""

_WITHOUT_MEANING = frozenset("\u00ad\u200b\u2060\ufeff")
"""The soft hyphen, the zero-width space, the word joiner and the byte order mark."""
_JOINERS = frozenset("\u200c\u200d")
_UNJOINED = ("LATIN", "CYRILLIC", "GREEK", "DIGIT", "SPACE", "NO-BREAK SPACE")
"""Names of characters beside which a joiner or non-joiner does nothing; in other scripts it is spelling."""


def remove_invisible(text: str) -> str:
    """Remove the signs without width that have no meaning where they are.

    >>> remove_invisible("co\u00adordi\u200cnator")
    'coordinator'
    """
    if text.isascii():
        return text
    return "".join(
        sign
        for index, sign in enumerate(text)
        if sign not in _WITHOUT_MEANING and not (sign in _JOINERS and _does_nothing(text, index))
    )


def _does_nothing(text: str, index: int) -> bool:
    beside = text[index - 1 : index] + text[index + 1 : index + 2]
    return any(unicodedata.name(sign, "SPACE").startswith(_UNJOINED) for sign in beside)
