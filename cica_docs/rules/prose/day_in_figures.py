"""A day is written in figures, which are read in two ways or depend on custom.

## Why
01/07/2026 is the first of July to some and the seventh of January to others. Both read the paper.
With the month as a word there is one way to read it.

## Example
    The form is sent by 01/07/2026.

Use instead
    The form is sent by 1 July 2026.
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import prose_faults
from cica_docs.rules.rule import Violation

PROVISION = "house/days-in-text"
SCOPE = "work"
MESSAGE = {
    "day-in-figures": "the day “{day}” is written in figures",
    "day-doubtful": "the day “{day}” can be read in two ways: day before month, or month before day",
}
HELP = "write the month as a word: 1 July 2026"


def check(corpus: Corpus) -> Iterator[Violation]:
    for variant in MESSAGE:
        for place, fault in prose_faults(corpus).get(variant, ()):
            yield Violation(place, variant, "", (), fault.details)
