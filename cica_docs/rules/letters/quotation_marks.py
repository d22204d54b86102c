"""A quotation has the marks of another language, or in those of a typewriter.

## Why
English texts of the register have “ ”, Russian and Kazakh ones « », with „ “ inside. One form
throughout lets a reader, and a program that skips quotations, see where each ends.

## Example
    Открытые источники называют документ "концепцией".

Use instead
    Открытые источники называют документ «концепцией».
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import corrections
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/typography"
MESSAGE = {
    "": "the quotation mark {found} is that of a typewriter",
    "foreign": "the quotation mark {found} belongs to another language",
    "unpaired": "the quotation mark {found} has no counterpart in its paragraph",
}
HELP = {
    "": "write {instead}; `cica fix` can do it",
    "foreign": "write {instead}; `cica fix` can do it",
    "unpaired": "open and close each quotation",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for place, correction in corrections(corpus).get("quotation-marks", ()):
        yield violation(place, variant=correction.variant, found=correction.current, instead=correction.suggestions)
