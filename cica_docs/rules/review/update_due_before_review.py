"""A review asks for an update by a day that lies before the review itself.

## Why
What a review asks for is done after it. A day before it is a slip, and nobody could keep it.

## Example
    held_on: 2026-11-18
    outcomes:
      - {work: action-plan/environment-2026, update_needed: true, by: XA, due: 2026-10-15}

Use instead
      - {work: action-plan/environment-2026, update_needed: true, by: XA, due: 2026-12-15}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.reviews.outcomes import outcomes_of
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/consistent-record"
MESSAGE = "the update of {work} is asked for by {due}, before the review of {day}"
HELP = "{if_slip}the review named no day that can be kept: the next one sets another"


def check(corpus: Corpus) -> Iterator[Violation]:
    for outcome in outcomes_of(corpus):
        if outcome.due and outcome.due.last < outcome.held_on.first:
            yield violation(outcome.place("due"), work=outcome.work, due=outcome.due, day=outcome.held_on)
