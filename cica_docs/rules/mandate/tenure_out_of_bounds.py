"""A proposed tenure is shorter or longer than the decision allows.

## Why
A candidate indicates a tenure that should be "not less than two and not more than four years"
(CICA decision, clause 1.10), so that an area is neither left after a season nor held for good.
Both days count: 2024-01-01 to 2025-12-31 is exactly two years. The bounds apply to the
proposed tenure alone, not to extensions and not to a state's service as a whole.

## Example
    proposed_tenure: {from: 2026-01-01, to: 2026-12-31}

Use instead
    proposed_tenure: {from: 2026-01-01, to: 2027-12-31}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.mandates.mandates import proposed_tenures
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.period import out_of_bounds

MESSAGE = "tenure {first} to {last} is not of {low} to {high} years"
HELP = "propose an end date from {earliest} to {latest}"


def check(corpus: Corpus) -> Iterator[Violation]:
    for tenure in proposed_tenures(corpus):
        fault = out_of_bounds(tenure.period, corpus.decision.years("tenure", tenure.on))
        if fault:
            yield violation(tenure.notice.at("/proposed_tenure"), judged_on=tenure.on, **fault._asdict())
