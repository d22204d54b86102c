"""Two Co-coordinators act as Coordinator of one priority area at the same time.

## Why
Where an area has no Coordinator, "one of the Co-coordinators in that area may temporarily take up the
role" in the CICA decision (clause 1.11). Days of handing over are allowed, as between Coordinators.

## Example
    role: acting-coordinator
    events:
      - {on: 2026-10-01, kind: assumed}         # another has acted since 2026-09-01

Use instead
    record first the day on which the other ceased to act
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
from cica_docs.values.period import Period
from cica_docs.values.role import ACTING

MESSAGE = "{holder} acts as Coordinator of {area} from {first}, while {other} acts"
HELP = "{if_slip}one of the two must cease to act; if one of them did, record the day"
RELATED = {"": "the other acts since here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    longest = LongestServices(corpus)
    for later in services(corpus):
        if later.mandate.role != ACTING or later.period.first > corpus.as_of:
            continue
        earlier = earliest_service(_others_acting(corpus, later, longest))
        longest.add(later, later.mandate.holder)
        if earlier:
            yield violation(
                later.begun.place,
                judged_on=later.period.first,
                related=(RelatedPlace(earlier.begun.place, ""),),
                holder=corpus.reference.names("state", later.mandate.holder, later.period.first),
                other=corpus.reference.names("state", earlier.mandate.holder, later.period.first),
                area=area_name_of(corpus, later.mandate.area, later.period.first),
                first=later.period.first,
            )


def _others_acting(corpus: Corpus, later: Service, longest: LongestServices) -> Iterator[Service]:
    """Yield the other States that act longer than a handover takes; without an end on record one acts until today."""
    until_now = Period(later.period.first, min(later.period.last, corpus.as_of))
    for holder, earlier in longest.overlapping(later):
        together = count_shared_days(earlier.period, until_now)
        if holder != later.mandate.holder and together > days_setting(corpus, "handover-days"):
            yield earlier
