"""Titles that are set otherwise than a sentence would have them."""

import re
from collections.abc import Iterator

from cica_docs.text.profile import Profile

_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_FEWEST = 2
_SIGNS = re.compile(r"[\W_]+")
_EMPHASIS = "*_# "
_LONG_ENOUGH = 5
"""Letters and full stop: a shorter last word may be an abbreviation."""


def styles_of(title: str, profile: Profile) -> Iterator[str]:
    """Yield what is unusual in a title: `capitals`, `quoted`, `stopped`."""
    words = _LONG_WORD.findall(title)
    if len(words) >= _FEWEST and all(map(str.isupper, words)):
        yield "capitals"
    text = title.strip()
    opening, closing = tuple(profile.quotation_marks)
    pairs = ((opening, closing), tuple(profile.foreign_quotation_marks), ('"', '"'), ("'", "'"))
    if any(text.startswith(first) and text.endswith(last) and first not in text[1:-1] for first, last in pairs):
        yield "quoted"
    last_word = text.split()[-1] if text else ""
    if text.endswith(".") and not text.endswith("..") and last_word.count(".") == 1 and len(last_word) > _LONG_ENOUGH:
        yield "stopped"


def repeats(title: str, line: str) -> bool:
    """Return whether a line is the title, whatever its capitals and signs."""
    plain = _SIGNS.sub(" ", title).strip().casefold()
    return bool(plain) and _SIGNS.sub(" ", line.strip(_EMPHASIS).partition("{#")[0]).strip().casefold() == plain
