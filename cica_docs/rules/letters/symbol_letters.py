"""A document symbol or the number of a note is not written in Latin letters.

## Why
A symbol is the same in all languages and is found by its letters. Each letter of
SOC/2023-I/CHAIR/2 has a twin in the Cyrillic alphabet; with one of those it is another symbol.

## Example
    в документе SОС/2023-I/CHAIR/2

Use instead
    в документе SOC/2023-I/CHAIR/2
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import corrections
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/symbol"
MESSAGE = "“{found}” has letters that are not Latin: {letters}"
HELP = "write “{instead}” in Latin letters; `cica fix` can do it"


def check(corpus: Corpus) -> Iterator[Violation]:
    for place, correction in corrections(corpus).get("symbol-letters", ()):
        yield violation(place, variant=correction.variant, **correction.details)
