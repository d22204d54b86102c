"""A day of the week is not that of the date beside it.

## Why
One of the two is wrong, and whoever books a journey by the other misses the meeting.

## Example
    The meeting is held on Monday, 2 June 2026.

Use instead
    The meeting is held on Tuesday, 2 June 2026.
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.languages import prose_faults
from cica_docs.rules.rule import Violation

PROVISION = "house/days-in-text"
SCOPE = "work"
MESSAGE = "{day} is not “{found}”"
HELP = "it falls on the day “{right}”; correct whichever is wrong"


def check(corpus: Corpus) -> Iterator[Violation]:
    for place, fault in prose_faults(corpus).get("weekday-differs", ()):
        yield Violation(place, "", "", (), fault.details)
