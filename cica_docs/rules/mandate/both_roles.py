"""A state holds two mandates in one priority area at the same time, in both roles or twice in one.

## Why
A Co-coordinator supports the Coordinator and is consulted by it (CICA decision, clauses 1.4
and 2.3); nobody does that for itself, and nobody serves twice at once. The decision does not say so, the house does. A
Co-coordinator that acts as Coordinator keeps its own role and is not meant here.

## Example
    role: co-coordinator        # the holder is Coordinator until 2028-02-29
    events:
      - {on: 2026-11-18, kind: appointed, by: soc, tenure: {from: 2027-01-01, to: 2028-12-31}}

Use instead
    end the first mandate before the second begins
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.mandates.service import (
    LongestServices,
    Service,
    area_name_of,
    count_shared_days,
    earliest_service,
    services,
)
from cica_docs.register.open_questions import days_setting
from cica_docs.rules.rule import RelatedPlace, Violation, violation
from cica_docs.values.role import CO_COORDINATOR, COORDINATOR

PROVISION = "house/one-role"
MESSAGE = {
    "": "{holder} is both Coordinator and Co-coordinator of {area} from {first}",
    "twice": "{holder} holds two mandates of the same role in {area} from {first}",
}
HELP = "{if_slip}one of the two mandates must end: record the day then"
RELATED = {"": "its other role is here", "twice": "its other mandate is here"}


_ROLES = frozenset({COORDINATOR, CO_COORDINATOR})


def check(corpus: Corpus) -> Iterator[Violation]:
    of_holder: dict[str, LongestServices] = {}
    for later in services(corpus):
        if later.is_unknown or later.mandate.role not in _ROLES:
            continue
        longest = of_holder.setdefault(later.mandate.holder, LongestServices(corpus))
        earlier = earliest_service(_services_besides(corpus, later, longest))
        longest.add(later, later.mandate.role)
        if earlier:
            yield violation(
                later.begun.place,
                judged_on=later.begun.on.first,
                variant=(variant := "twice" if earlier.mandate.role == later.mandate.role else ""),
                related=(RelatedPlace(earlier.begun.place, variant),),
                holder=corpus.reference.names("state", later.mandate.holder, later.period.first),
                area=area_name_of(corpus, later.mandate.area, later.period.first),
                first=later.period.first,
            )


def _services_besides(corpus: Corpus, later: Service, longest: LongestServices) -> Iterator[Service]:
    """Yield the services of a state in either role that overlap with a new one longer than a handover takes."""
    for role, earlier in longest.overlapping(later):
        if later.is_open and earlier.period.last < corpus.as_of:
            continue  # Without a tenure it is unknown whether it served in one role before it left the other.
        together = count_shared_days(earlier.period, later.period)
        may_differ = role != later.mandate.role or earlier.mandate.area == later.mandate.area
        if may_differ and together > days_setting(corpus, "handover-days"):
            yield earlier
