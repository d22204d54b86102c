"""The words of text under negotiation in all languages: `proposals` in their profiles.

A word of any language counts in each, so that a bracket is read alike wherever it is copied.
"""

import re
from collections.abc import Mapping
from functools import cache

from cica_docs.text.profile import profile_of, profiles
from cica_docs.values.language import Language

PROPOSED, DELETION, RESERVATION, AGREED = "proposed", "deletion", "reservation", "agreed"
"""The stances: a wording is proposed, or is to be deleted, or is reserved, or is to be agreed elsewhere."""
_NUMBERS = re.compile(r"(?:\s*|\.{3}|…|[\d.,:– -]+|[ivxlc]+)", re.IGNORECASE)


@cache
def stance_words() -> Mapping[str, str]:
    """Return the stance of each word."""
    listed = ((stance, word) for profile in profiles().values() for stance, word in profile.proposals.items())
    return {word.casefold(): stance for stance, words in listed if stance != "remarks" for word in words}


@cache
def _stance() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(stance_words(), key=len, reverse=True)))
    return re.compile(rf"\s*+({words})\s*+(?:(:)\s*+|\Z)", re.IGNORECASE)


@cache
def _remarks() -> frozenset[str]:
    return frozenset(word.casefold() for profile in profiles().values() for word in profile.proposals["remarks"])


@cache
def _to_fill() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(profile.placeholder for profile in profiles().values())})\b", re.IGNORECASE)


def is_no_proposal(inside: str) -> bool:
    """Whether what is in brackets is a remark, a number, something left out, or something left to fill in."""
    written = inside.strip()
    return bool(
        _NUMBERS.fullmatch(written) or written.casefold().rstrip(".") in _remarks() or _to_fill().match(written)
    )


def read_stance(text: str, *, is_alone: bool = False) -> tuple[str, int]:
    """Return the stance of a wording, and the length of the words that say it.

    Alone in its brackets, without a State, only a placeholder for agreed language has one, and a colon: [delete] may be
    a wording itself, and “[ескертпе: …]” a note.
    """
    match = _stance().match(text)
    stance = stance_words()[match[1].casefold()] if match else PROPOSED
    if match is None or (is_alone and not (match[2] and stance == AGREED)):
        return PROPOSED, 0
    return stance, match.end()


def word_of_stance(stance: str, language: Language) -> str:
    """Return the word for a stance as it is written in a language; "" for what is plainly proposed."""
    return "" if stance == PROPOSED else str(profile_of(language).proposals[stance][0])
