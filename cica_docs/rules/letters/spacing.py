"""There are two spaces between words, or one before a comma or full stop, or a hyphen ends a line.

## Why
Spaces in excess come from typing and are printed in some editions and not in others, so that
two texts that say the same compare as different. The end of a line is printed as a space, also
after the hyphen that divides a word.

## Example
    in all languages , and on time

Use instead
    in all languages, and on time
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import corrections
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/typography"
MESSAGE = {
    "doubled": "there are several spaces between two words",
    "before-sign": "there is a space before a punctuation mark",
    "after-hyphen": "the line ends in a hyphen, after which a space would be printed",
}
HELP = {
    "doubled": "leave one; `cica fix` can do it",
    "before-sign": "remove it; `cica fix` can do it",
    "after-hyphen": "put both parts of the word on one line, without the hyphen if it only divided the word",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for place, correction in corrections(corpus).get("spacing", ()):
        yield violation(place, variant=correction.variant, instead=correction.suggestions)
