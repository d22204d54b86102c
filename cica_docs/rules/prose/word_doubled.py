"""A word stands twice in succession.

## Why
A word typed twice, at the end of one line and the beginning of the next, is overlooked by everyone
who knows the text, and printed.

## Example
    The Secretariat informs the the Member States.

Use instead
    The Secretariat informs the Member States.
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import prose_faults
from cica_docs.rules.rule import Violation

PROVISION = "house/careful-text"
SCOPE = "work"
MESSAGE = "the word “{word}” stands twice"
HELP = "remove one of the two"


def check(corpus: Corpus) -> Iterator[Violation]:
    for place, fault in prose_faults(corpus).get("word-doubled", ()):
        yield Violation(place, "", "", (), fault.details)
