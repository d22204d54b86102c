"""A state acts as Coordinator without being Co-coordinator of that priority area.

## Why
Where an area has no Coordinator, "one of the Co-coordinators in that area may temporarily take
up the role" (CICA decision, clause 1.11), and no one else. What is known of a Co-coordinator
without a tenure on record is enough.

## Example
    role: acting-coordinator
    holder: XC                  # no Co-coordinator of the area on that day

Use instead
    holder: XB
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.mandates.service import area_name_of, may_serve, services, start_of_service
from cica_docs.register.open_questions import is_bound
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.role import ACTING, CO_COORDINATOR

MESSAGE = "{holder} was no Co-coordinator of {area} on {day}"
HELP = "{if_slip}a Co-coordinator of the same area must still take up the role"


def check(corpus: Corpus) -> Iterator[Violation]:
    for service in services(corpus):
        mandate, day = service.mandate, start_of_service(service)
        if mandate.role != ACTING or not is_bound(corpus, day.first):
            continue
        if not may_serve(corpus, mandate.holder, mandate.area, day, CO_COORDINATOR):
            area = area_name_of(corpus, mandate.area, day.first)
            holder = corpus.reference.names("state", mandate.holder, day.first)
            yield violation(mandate.work.original.at("/holder"), holder=holder, area=area, day=day)
