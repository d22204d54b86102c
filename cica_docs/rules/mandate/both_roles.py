"""A state is Coordinator and Co-coordinator of one priority area at the same time.

## Why
A Co-coordinator supports the Coordinator and is consulted by it (clauses 1.4 and 2.3); nobody
does that for itself. The decision does not say so, the house does. A Co-coordinator that acts
as Coordinator keeps its own role and is not meant here.

## Example
    role: co-coordinator        # the holder is Coordinator until 2028-02-29
    events:
      - {on: 2026-11-18, kind: appointed, by: soc, tenure: {from: 2027-01-01, to: 2028-12-31}}

Use instead
    end the first mandate before the second begins
"""

from collections.abc import Iterator
from itertools import combinations

from cica_docs.documents.corpus import Corpus
from cica_docs.facts.question import days, is_bound
from cica_docs.facts.serving import CO_COORDINATOR, COORDINATOR, Service, area_name, meet, services, shared_days
from cica_docs.rules.rule import Aside, Violation, violation

PROVISION = "house/one-role"
MESSAGE = "{holder} is both Coordinator and Co-coordinator of {area} from {first}"
HELP = "let one mandate end before the other begins"
RELATED = {"": "its other role is here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for earlier, later in combinations((one for one in services(corpus) if not one.is_open), 2):
        shared = shared_days(earlier.period, later.period)
        if shared > days(corpus, "handover-days") and _one_in_two_roles(corpus, earlier, later):
            yield violation(
                later.begun.place,
                related=(Aside(earlier.begun.place, ""),),
                holder=corpus.reference.names("state", later.mandate.holder, later.period.first),
                area=area_name(corpus, later.mandate.area, later.period.first),
                first=later.period.first,
            )


def _one_in_two_roles(corpus: Corpus, earlier: Service, later: Service) -> bool:
    return (
        earlier.mandate.holder == later.mandate.holder
        and {earlier.mandate.role, later.mandate.role} == {COORDINATOR, CO_COORDINATOR}
        and meet(corpus, earlier.mandate.area, later.mandate.area)
        and is_bound(corpus, later.begun.on.first)
    )
