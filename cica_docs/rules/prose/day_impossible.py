"""A day that a text names is in no calendar.

## Why
A date such as 31 June is a slip of the pen, and nobody can tell whether the last of June or the first
of July is meant. A period that ends on it cannot be counted.

## Example
    The consultations end on 31 June 2026.

Use instead
    The consultations end on 30 June 2026.
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import prose_faults
from cica_docs.rules.rule import Violation

PROVISION = "house/days-in-text"
SCOPE = "work"
MESSAGE = "the day “{day}” does not exist"
HELP = "write the day that is meant"


def check(corpus: Corpus) -> Iterator[Violation]:
    for place, fault in prose_faults(corpus).get("day-impossible", ()):
        yield Violation(place, "", "", (), fault.details)
