"""Stems: what is left of a word without its endings, so that a search finds it in any form."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from cica_docs.text.locale_files import read_locale
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language

_WORD = re.compile(r"[^\W_]++")


@dataclass(frozen=True)
class Stemmer:
    """How words of a language lose their endings; the data is read by the page of the search too."""

    shortest: int
    """Letters that always stay."""
    endings: tuple[str, ...]
    """The longest first."""
    voiced: Mapping[str, str]
    """What a last letter becomes, which is another before some endings."""
    equal: Mapping[str, str]
    """Letters that are written for others."""

    def stem(self, word: str) -> str:
        """Take the endings off a word in small letters, one after the other."""
        before = ""
        while word != before:
            before = word
            for ending in self.endings:
                if len(word) - len(ending) >= self.shortest and word.endswith(ending):
                    word = word.removesuffix(ending)
                    break
        return word[:-1] + self.voiced[word[-1]] if word and word[-1] in self.voiced else word

    def words(self, text: str) -> list[str]:
        """Return the words of a text in small letters."""
        plain = text.lower()
        for letter, other in self.equal.items():
            plain = plain.replace(letter, other)
        return _WORD.findall(plain)

    def stems(self, text: str) -> frozenset[str]:
        """Return the stems of the words of a text."""
        return frozenset(map(self.stem, self.words(text)))


@cache
def stemmer_of(language: Language) -> Stemmer:
    """Return the stemmer of a language, from `stems.yaml` of its locale; one without data changes nothing."""
    try:
        data: Mapping[str, Any] = read_locale(language, "stems") or {}
    except Failure:
        data = {}
    endings = sorted(str(data.get("endings") or "").split(), key=lambda ending: (-len(ending), ending))
    return Stemmer(
        shortest=int(data.get("shortest") or 4),
        endings=tuple(endings),
        voiced=dict(data.get("voiced") or {}),
        equal=dict(data.get("equal") or {}),
    )
