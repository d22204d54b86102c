"""The words of a text without anything that a quotation may change: case, signs, numbers, markup, line ends.

Works on Markdown and on plain text alike, and tells where each word is.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from cica_docs.text.scripts import latin_twin_of

_SHORTEST = 2
_INNER = "[*_~`\\\\\\u0300-\\u036f\\u00ad\\u200b-\\u200d\\u2060\\ufeff]"
# What separates no words, then a word, then what begins a new phrase. A footnote mark, the address of a link and the id
# of a heading may stand anywhere within a sentence, a single quotation mark at the edge of a word only.
_TOKEN = re.compile(
    r"\[\^[^\]\s]{1,80}\](?!:)|\]\([^()\s]{0,2000}\)|\{#[a-z0-9-]{1,80}\}|&#?\w{1,31};"
    rf"|([^\W\d_](?:{_INNER}*+[^\W\d_])*+)"
    r"|([.:](?!\d)|[!?…;|\"“”„«»()]|(?<!\w)['‘‚’]|['’](?!\w)|\n[ \t>]*+(?=\n|[-*+#][ \t]|\d{1,9}[.)]|\[\^))"
)
_MARKS = re.compile(_INNER)


class Words(NamedTuple):
    """The words of a text in order: folded, with their first and last offset, and the indexes that begin a phrase."""

    folded: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    phrases: tuple[int, ...]

    def windows(self, size: int) -> Iterator[tuple[int, int]]:
        """Yield first and last index of each run of so many words."""
        yield from ((first, first + size - 1) for first in range(len(self.folded) - size + 1))

    def short_phrases(self, fewest: int, size: int) -> Iterator[tuple[int, int]]:
        """Yield first and last index of each phrase of at least `fewest` and less than `size` words."""
        yield from (
            (first, end - 1)
            for first, end in pairwise((*self.phrases, len(self.folded)))
            if fewest <= end - first < size
        )

    def text(self, first: int, last: int) -> str:
        """Return the folded words from one index to another."""
        return " ".join(self.folded[first : last + 1])


def read_words(text: str) -> Words:
    """Read the words of a text, which need not be normalized."""
    folded: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    phrases: list[int] = []
    begins = True
    for match in _TOKEN.finditer(text):
        if match[2]:
            begins = True
        elif match[1] and len(word := fold_word(match[1])) >= _SHORTEST:
            if begins:
                phrases.append(len(folded))
                begins = False
            folded.append(word)
            starts.append(match.start())
            ends.append(match.end())
    return Words(tuple(folded), tuple(starts), tuple(ends), tuple(phrases))


@lru_cache(maxsize=1 << 16)
def fold_word(word: str) -> str:
    """Fold case, accents, look-alike letters of other scripts, and markup or invisible signs inside a word."""
    plain = unicodedata.normalize("NFKD", _MARKS.sub("", word)).casefold()
    return "".join(latin_twin_of(letter) or letter for letter in plain if not unicodedata.combining(letter))
