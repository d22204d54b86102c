"""A state acts as Coordinator without being Co-coordinator of that priority area.

## Why
Where an area has no Coordinator, "one of the Co-coordinators in that area may temporarily take
up the role" (CICA decision, clause 1.11), and no one else. What is known of a Co-coordinator
without a tenure on record is enough. One whose own term ends while it acts is a
Co-coordinator no more; a house rule asks that its acting end too.

## Example
    role: acting-coordinator
    holder: XC                  # no Co-coordinator of the area on that day

Use instead
    holder: XB
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.mandates.offices import services_on
from cica_docs.register.mandates.service import (
    area_name_of,
    last_day_in_office,
    may_serve,
    services,
    start_of_service,
)
from cica_docs.rules.rule import RelatedPlace, Violation, violation
from cica_docs.values.role import ACTING, CO_COORDINATOR

ALSO = ("house/acting-in-office",)
MESSAGE = {
    "": "{holder} was no Co-coordinator of {area} on {day}",
    "ended": "{holder} acts as Coordinator of {area}, where it was Co-coordinator until {last}",
}
HELP = {
    "": "{if_slip}a Co-coordinator of the same area must still take up the role",
    "ended": "{if_slip}its term must be extended, or another Co-coordinator must take up the role; "
    "if it ceased to act, record the day",
}
RELATED = {"": "its term as Co-coordinator is here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for service in services(corpus):
        mandate, day = service.mandate, start_of_service(service)
        if mandate.role != ACTING:
            continue
        area = area_name_of(corpus, mandate.area, day.first)
        holder = corpus.reference.names("state", mandate.holder, day.first)
        if not may_serve(corpus, mandate.holder, mandate.area, day, CO_COORDINATOR):
            yield violation(mandate.work.original.at("/holder"), judged_on=day.first, holder=holder, area=area, day=day)
            continue
        own = [
            other
            for other in services_on(corpus, mandate.area, day.first, CO_COORDINATOR)
            if other.mandate.holder == mandate.holder
        ]
        last = max((last_day_in_office(corpus, other) for other in own), default=None)
        if last and last < min(service.period.last, corpus.as_of):
            yield violation(
                service.begun.place,
                judged_on=day.first,
                variant="ended",
                provision=ALSO[0],
                related=(RelatedPlace(own[-1].begun.place, ""),),
                holder=holder,
                area=area,
                last=last,
            )
