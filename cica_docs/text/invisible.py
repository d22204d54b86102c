"""Signs without width that a text is better without: what programs leave behind in what is pasted."""

import unicodedata

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
