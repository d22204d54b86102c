"""A Co-coordinator takes up the role of Coordinator while the priority area has one.

## Why
A Co-coordinator may act "in the event of absence of a Coordinator" (CICA decision, clause
1.11). While a Coordinator is in office there is nobody to act for; the day on which it leaves
is allowed.

## Example
    role: acting-coordinator
    events:
      - {on: 2026-09-01, kind: assumed}         # the Coordinator serves until 2028-02-29

Use instead
    record first that the Coordinator's tenure has ended, then the day on which its role was taken up
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
from cica_docs.values.role import ACTING, COORDINATOR

MESSAGE = {
    "": "{coordinator} is Coordinator of {area} until {last}",
    "open": "{coordinator} is Coordinator of {area}, and no end is on record",
}
HELP = {
    "": "{if_slip}the office is vacant only after {last}; if it fell vacant before, record that end in "
    "the mandate of {coordinator}",
    "open": "{if_slip}the office is not vacant; if its holder left it, record that end in the mandate of {coordinator}",
}
RELATED = {"": "the Coordinator is appointed here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    longest = LongestServices(corpus)
    for service in services(corpus):
        if service.mandate.role == COORDINATOR and not service.is_unknown:
            longest.add(service, service.mandate.holder)
        elif service.mandate.role == ACTING:
            coordinator = earliest_service(_earlier_coordinators(corpus, service, longest))
            if coordinator:
                yield violation(
                    service.begun.place,
                    judged_on=service.period.first,
                    variant="open" if coordinator.is_open else "",
                    related=(RelatedPlace(coordinator.begun.place, ""),),
                    coordinator=corpus.reference.names("state", coordinator.mandate.holder, service.period.first),
                    area=area_name_of(corpus, coordinator.mandate.area, service.period.first),
                    last=coordinator.period.last,
                )


def _earlier_coordinators(corpus: Corpus, acting: Service, longest: LongestServices) -> Iterator[Service]:
    """Yield the Coordinators in office before the acting service who overlap with it longer than a handover takes."""
    for _, coordinator in longest.overlapping(acting):
        together = count_shared_days(coordinator.period, acting.period)
        if coordinator.period.first < acting.period.first and together > days_setting(corpus, "handover-days"):
            yield coordinator
