"""A day in the text is not that of the front matter.

## Why
The pages print the facts of the front matter in their table and the text below it. Where the two
differ, nobody can tell from when the paper applies.

## Example
    This paper applies from 1 March 2027.      where applicability begins on 2027-01-01

Use instead
    This paper applies from 1 January 2027.
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import prose_faults
from cica_docs.rules.rule import Violation

PROVISION = "house/days-agree"
SCOPE = "work"
MESSAGE = "the text gives “{day}” where the front matter has {days}"
HELP = "if it is a slip of the pen, correct it; if the front matter is wrong, correct that"


def check(corpus: Corpus) -> Iterator[Violation]:
    for place, fault in prose_faults(corpus).get("day-contradicts", ()):
        yield Violation(place, "", "", (), fault.details)
