"""The name of a month is misspelt.

## Why
A month that is not recognised is no date: it is not compared with those of the other languages, and
not found by a search.

## Example
    on 12 Septembre 2026

Use instead
    on 12 September 2026
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import prose_faults
from cica_docs.rules.rule import Violation

PROVISION = "house/days-in-text"
SCOPE = "work"
MESSAGE = "“{found}” is no month"
HELP = "write “{meant}”, if that is meant"


def check(corpus: Corpus) -> Iterator[Violation]:
    for place, fault in prose_faults(corpus).get("month-misspelt", ()):
        yield Violation(place, "", "", (), fault.details)
