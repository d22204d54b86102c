"""A title is in capitals, in quotation marks, ends in a full stop, or is repeated in the text.

## Why
The pages set the title: in its letters, above the text, and in lists between the marks that a
sentence needs. Capitals cannot be turned back into small letters, and what is repeated is printed twice.

## Example
    title: "CONCEPT PAPER ON TOURISM."

Use instead
    title: Concept Paper on Tourism
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import prose_faults
from cica_docs.rules.rule import Violation

PROVISION = "house/plain-title"
SCOPE = "work"
MESSAGE = {
    "capitals": "the title is in capitals",
    "quoted": "the title is in quotation marks",
    "stopped": "the title ends in a full stop",
    "repeated": "the text begins with the title, which is printed above it",
}
HELP = {
    "capitals": "write it in small letters, with capitals where a sentence has them",
    "quoted": "remove the marks at its beginning and end",
    "stopped": "remove the full stop",
    "repeated": "remove it from the text",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for variant in MESSAGE:
        for place, fault in prose_faults(corpus).get(variant, ()):
            yield Violation(place, variant, "", (), fault.details)
