"""A contribution is asked for by a state that does not have the role that it names.

## Why
"The Coordinator, Co-coordinators or the Secretariat may solicit … contributions" (CICA
decision, clause 1.8). Who asks as Coordinator is one, in that area and on that day.

## Example
    area: tourism
    from_role: coordinator
    by: [XB]                    # a Co-coordinator

Use instead
    from_role: co-coordinator
    by: [XB]
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.initiatives import initiatives
from cica_docs.register.mandates.service import area_name_of, may_serve
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.role import ACTING, CO_COORDINATOR, COORDINATOR

MESSAGE = {
    COORDINATOR: "{state} was not Coordinator of {area} on {day}",
    CO_COORDINATOR: "{state} was not Co-coordinator of {area} on {day}",
}
HELP = "{if_slip}a state that has the role must still ask, or the {body_circulates}"

# Who acts as Coordinator asks as one.
_ROLES = {COORDINATOR: (COORDINATOR, ACTING), CO_COORDINATOR: (CO_COORDINATOR,)}


def check(corpus: Corpus) -> Iterator[Violation]:
    for initiative in initiatives(corpus, "contribution-request", "/by", "sent"):
        role = str(initiative.work.original.get("/from_role"))
        for code, place in initiative.states if role in _ROLES else ():
            if not may_serve(corpus, code, initiative.area, initiative.on, *_ROLES[role]):
                area = area_name_of(corpus, initiative.area, initiative.on.first)
                state = corpus.reference.names("state", code, initiative.on.first)
                yield violation(
                    place, judged_on=initiative.on.first, variant=role, state=state, area=area, day=initiative.on
                )
