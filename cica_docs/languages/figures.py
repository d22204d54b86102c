"""Numbers in words and digits with what they count, days, and the clauses that a text cites."""

import re
from itertools import pairwise

from cica_docs.documents.corpus import Corpus
from cica_docs.languages.lexicon.tokenizer import tokenizers
from cica_docs.values.day import parse_day
from cica_docs.values.language import Language

_EDGE = re.compile(r"^\W+|\W+$")
_CLAUSE = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){1,3}\Z")

Figure = tuple[str, str]
"""A number in digits, and the words as written: the number and the next word, which says what is counted."""


def figures_of(corpus: Corpus, language: Language, text: str) -> tuple[Figure, ...]:
    """Return the numbers of a text in words or digits, without those of clauses."""
    tokenizer = tokenizers(corpus)[language]
    words = [word for word in (_EDGE.sub("", part) for part in text.split()) if word]
    figures = []
    for word, following in pairwise([*words, ""]):
        values = [token.value for token in tokenizer.tokens(word) if token.kind == "number"]
        if values and not _CLAUSE.match(word):
            figures.append((values[0], f"{word} {following}".strip()))
    return tuple(figures)


def clauses_cited(corpus: Corpus, language: Language, text: str) -> frozenset[str]:
    """Return the numbers that a text names as those of clauses: `clause 1.10`."""
    tokenizer = tokenizers(corpus)[language]
    return frozenset(
        token.value for token in tokenizer.tokens(text) if token.kind == "number" and tokenizer.numbers.refers(token)
    )


def days_of(corpus: Corpus, language: Language, text: str) -> tuple[str, ...]:
    """Return the days that a text names, each once, in the form `2026-03-01`."""
    tokens = tokenizers(corpus)[language].tokens(text)
    return tuple(dict.fromkeys(token.value for token in tokens if token.kind == "date" and parse_day(token.value)))
