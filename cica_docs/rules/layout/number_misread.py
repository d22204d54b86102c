"""A number is taken for that of a paragraph, or is not taken for one.

## Why
A paragraph that begins with figures such as 2.5 is a numbered one, and is cited by that number.
With a dot at its end the number is not recognised, and the paragraph cannot be referred to.

## Example
    2.5 million people live there.

Use instead
    About 2.5 million people live there.
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.misread.find import misread
from cica_docs.rules.rule import Violation

PROVISION = "house/plain-signs"
SCOPE = "work"
MESSAGE = {
    "dotted": "“{typed}” ends in a dot and is not taken for the number of a paragraph",
    "tabbed": "“{typed}” has a tab after it and is not taken for the number of a paragraph",
    "amount": "“{typed}”, before “{word}”, is taken for the number of a paragraph",
}
HELP = {
    "dotted": "write {meant} without the last dot; `cica fix` can do it",
    "tabbed": "put a space in place of the tab; `cica fix` can do it",
    "amount": "begin the paragraph with another word",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for variant in MESSAGE:
        for place, part in misread(corpus).get(variant, ()):
            yield Violation(place, variant, "", (), part.details)
