"""A Co-coordinator acts as Coordinator without the consent of another Co-coordinator.

## Why
The role is taken up "upon consent of the other Co-coordinators in the same area" (CICA
decision, clause 1.11), each of those who serve on that day. Where there is no other, nothing
is asked. No decision of the Senior Officials Committee is needed.

## Example
    - {on: 2026-09-01, kind: assumed}       # XC is Co-coordinator too

Use instead
    - {on: 2026-09-01, kind: assumed, consents: [{by: XC, on: 2026-08-25}]}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.mandates.offices import services_on
from cica_docs.register.mandates.service import area_name_of, services, start_of_service
from cica_docs.register.restricted.consents import consents_in
from cica_docs.rules.rule import RelatedPlace, Violation, violation
from cica_docs.values.role import ACTING, CO_COORDINATOR

MESSAGE = {
    "": "the consent of {other}, Co-coordinator of {area}, is not on record",
    "late": "{other} consented on {given}, after the role was taken up on {day}",
}
HELP = {
    "": "{if_missing}it must still be obtained: add {{by: {code}, on: …}} under consents then",
    "late": "{if_slip}the state acts with consent only from {given}",
}
RELATED = {"": "its mandate is here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for service in services(corpus):
        mandate, day = service.mandate, start_of_service(service)
        if mandate.role != ACTING:
            continue
        consents = consents_in(service.begun)
        for co_service in services_on(corpus, mandate.area, day.first, CO_COORDINATOR):
            code = co_service.mandate.holder
            if code == mandate.holder or (code in consents and consents[code].first <= day.last):
                continue
            yield violation(
                service.begun.place,
                judged_on=day.first,
                variant="late" if code in consents else "",
                related=(RelatedPlace(co_service.begun.place, ""),),
                other=corpus.reference.names("state", code, day.first),
                code=code,
                area=area_name_of(corpus, mandate.area, day.first),
                given=consents.get(code, ""),
                day=day,
            )
