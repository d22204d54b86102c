"""A whole word is written in letters of another alphabet that look the same.

## Why
The Russian preposition «с» and the Latin letter c look the same, nor CBM typed on
a Russian keyboard from CBM. Searches, translation memories and screen readers distinguish them.

## Example
    Сотрудничество c государствами-членами.

Use instead
    Сотрудничество с государствами-членами.
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import corrections
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/letters"
MESSAGE = "“{found}” is written here in letters of another alphabet than the text around it"
HELP = "type “{instead}” again on the keyboard of the language; `cica fix` can do it"


def check(corpus: Corpus) -> Iterator[Violation]:
    for place, correction in corrections(corpus).get("look-alike-word", ()):
        yield violation(place, variant=correction.variant, found=correction.current, instead=correction.suggestions)
