"""A word mixes letters of two alphabets.

## Why
Many Latin, Cyrillic and Greek letters look the same. A word with one of the wrong alphabet is
not found by a search, sorts elsewhere, is spelt letter by letter by a reader for the blind,
and may be made so to deceive. Nobody sees it on paper.

## Example
    The Сouncil decides by consensus.

Use instead
    The Council decides by consensus.
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import corrections
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/letters"
MESSAGE = {
    "": "“{found}” mixes letters of two alphabets, with {letters}",
    "unclear": "“{found}” mixes letters of two alphabets",
    "digit": "a letter O is among digits",
}
HELP = {
    "": "write “{instead}”; `cica fix` does so where one word alone can be meant",
    "unclear": "type the word again on one keyboard, or put a hyphen between an abbreviation and its ending",
    "digit": "write the digit {instead}",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for place, correction in corrections(corpus).get("mixed-script", ()):
        yield violation(place, variant=correction.variant, **correction.details)
