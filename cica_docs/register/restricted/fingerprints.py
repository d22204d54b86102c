"""Fingerprints: keyed digests of the words of a restricted text, by which a quotation of it is known.

Who has the digests and not the key cannot even test a guess. The key is outside the register; each set of digests
names the key that made it by a digest of that key.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import accumulate
from typing import NamedTuple

from cica_docs.text.words import Words

WINDOW = 8
"""Words in a row that make a quotation, wherever a sentence begins or ends."""
SHORTEST = 5
"""Words of the shortest sentence that makes one when it is quoted whole."""
KEY_BYTES = 32
MOST = 20_000
"""Digests of one item."""
_DIGEST_BYTES = 8
_STEP = 64
"""The number of digests is filled up to a multiple of this, so that it tells little of the length of the text."""
_HEX = re.compile(r"[0-9a-f]{16}")


class Fingerprints(NamedTuple):
    """The digests of one text and the name of the key that made them."""

    key: str
    digests: frozenset[str]


class Passage(NamedTuple):
    """Some words of a text, by their first and last index, and the names of those whose text it is."""

    first: int
    last: int
    names: frozenset[str]


def name_of_key(key: bytes) -> str:
    """Return the public name of a key, from which the key cannot be found."""
    return _digest(key, b"key", "")


def read_fingerprints(value: object) -> Fingerprints | None:
    """Read the field of an item; None if it is not of the form."""
    if not isinstance(value, Mapping) or not isinstance(value.get("key"), str):
        return None
    return Fingerprints(value["key"], frozenset(_HEX.findall(str(value.get("digests") or ""))))


def make_fingerprints(texts: Sequence[Words], key: bytes, public: Collection[str] = ()) -> tuple[str, ...]:
    """Return the sorted digests of texts without the passages that are public; empty if none is left."""
    digests = {
        _digest(key, kind, words.text(first, last))
        for words in texts
        for kind, first, last in _secret_passages(words, public)
    }
    fillers = (f"{number} {sorted(digests)}" for number in range(-len(digests) % _STEP))
    return tuple(sorted(digests | {_digest(key, b"filler", filler) for filler in fillers}))


def _secret_passages(words: Words, public: Collection[str]) -> Iterator[tuple[bytes, int, int]]:
    """Yield the passages with a word that is in no public one; two public ones may follow one another."""
    known = [0] * (len(words.folded) + 1)
    for _, first, last in _passages(words) if public else ():
        if words.text(first, last) in public:
            known[first] += 1
            known[last + 1] -= 1
    secret = [0, *accumulate(depth == 0 for depth in accumulate(known))]
    yield from ((kind, first, last) for kind, first, last in _passages(words) if secret[last + 1] > secret[first])


def passages_in(words: Words) -> Iterator[str]:
    """Yield the words of every passage of a text that could have a digest."""
    yield from (words.text(first, last) for _, first, last in _passages(words))


def find_passages(words: Words, by_digest: Mapping[str, frozenset[str]], key: bytes) -> Iterator[Passage]:
    """Yield the passages of a text whose digests are known, each as long as possible."""
    matches = sorted(
        (first, last, names)
        for kind, first, last in _passages(words)
        if (names := by_digest.get(_digest(key, kind, words.text(first, last))))
    )
    longest: Passage | None = None
    for first, last, names in matches:
        if longest is not None and longest.names == names and first <= longest.last + 1:
            longest = Passage(longest.first, max(last, longest.last), names)
            continue
        if longest is not None:
            yield longest
        longest = Passage(first, last, names)
    if longest is not None:
        yield longest


def _passages(words: Words) -> Iterator[tuple[bytes, int, int]]:
    """Yield every window, and every shorter phrase, with the kind of passage: a phrase is no part of a longer one."""
    yield from ((b"window", first, last) for first, last in words.windows(WINDOW))
    yield from ((b"phrase", first, last) for first, last in words.short_phrases(SHORTEST, WINDOW))


def _digest(key: bytes, kind: bytes, passage: str) -> str:
    return blake2b(passage.encode(), digest_size=_DIGEST_BYTES, key=key, person=kind).hexdigest()
