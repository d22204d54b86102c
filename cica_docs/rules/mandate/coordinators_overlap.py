"""Two states are Coordinators of one priority area at the same time.

## Why
"As a rule, there will be one Coordinator per priority area" (CICA decision, clause 1.9). The
rule may be departed from, with a reason. A mandate over a whole dimension counts in each of
its areas, and one day on which both serve, to hand over, is allowed; both are settings of the
register. There is no limit to Co-coordinators.

## Example
    tenure: {from: 2027-06-01, to: 2029-05-31}      # another Coordinator serves until 2028-02-29

Use instead
    tenure: {from: 2028-03-01, to: 2030-02-28}
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
from cica_docs.values.role import COORDINATOR

MESSAGE = {
    "": "{holder} and {other} are both Coordinators of {area} from {first} to {last}",
    "open": "{holder} and {other} are both Coordinators of {area} from {first}; no end is on record",
}
HELP = "{if_slip}say in a waiver why it was decided so, or record the day on which one tenure ended"
RELATED = {"": "the other Coordinator is appointed here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    longest = LongestServices(corpus)
    for later in services(corpus):
        if later.mandate.role != COORDINATOR or later.is_unknown:
            continue
        earlier = earliest_service(_other_coordinators(corpus, later, longest))
        longest.add(later, later.mandate.holder)
        if earlier:
            last = min(earlier, later, key=lambda service: service.period.last)
            yield violation(
                later.begun.place,
                judged_on=later.begun.on.first,
                variant="open" if last.is_open else "",
                related=(RelatedPlace(earlier.begun.place, ""),),
                holder=corpus.reference.names("state", later.mandate.holder, later.period.first),
                other=corpus.reference.names("state", earlier.mandate.holder, later.period.first),
                area=area_name_of(corpus, later.mandate.area, later.period.first),
                first=later.period.first,
                last=last.period.last,
            )


def _other_coordinators(corpus: Corpus, later: Service, longest: LongestServices) -> Iterator[Service]:
    """Yield the Coordinators of other states who overlap with a new one longer than a handover takes."""
    for holder, earlier in longest.overlapping(later):
        if later.is_open and earlier.period.last < corpus.as_of:
            continue  # Without a tenure it is unknown whether the new one served before the other left.
        together = count_shared_days(earlier.period, later.period)
        if holder != later.mandate.holder and together > days_setting(corpus, "handover-days"):
            yield earlier
