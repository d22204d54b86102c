"""A contribution is given in a role that its state does not have in the area.

## Why
Contributions are expected of "the Coordinator and Co-coordinators" (CICA decision, clause 3.5)
of the areas in focus. Those of others are welcome: this is a notice, so that they are not
counted as the expected ones. With `role: other` the state says so itself, and nothing is
found.

## Example
    by: XC
    role: coordinator
    area: environment-protection        # the mandate of XC ended in February

Use instead
    role: other
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.mandates.service import area_name_of, may_serve
from cica_docs.register.reviews.reviews import contributions
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.day import parse_partial_date
from cica_docs.values.role import ACTING, CO_COORDINATOR, COORDINATOR

PROVISION = "house/contribution-role"
MESSAGE = {
    "": "{state} had no role in the priority area “{area}” on {day}",
    "role": "{state} had another role in the priority area “{area}” on {day} than `{role}`",
}
HELP = {
    "": "{if_slip}it is a contribution of another state (role: other), and welcome all the same",
    "role": "{if_slip}it is a contribution in the role that it had, and welcome all the same",
}

_ROLES = {COORDINATOR: (COORDINATOR, ACTING), CO_COORDINATOR: (CO_COORDINATOR,)}


def check(corpus: Corpus) -> Iterator[Violation]:
    for contribution in contributions(corpus):
        on = contribution.submitted.on if contribution.submitted else parse_partial_date(corpus.as_of.isoformat())
        code, area, role = contribution.by, contribution.area, contribution.role
        if role not in _ROLES or on is None or not area or code not in corpus.reference.all("state"):
            continue
        if not may_serve(corpus, code, area, on, *_ROLES[role]):
            state = corpus.reference.names("state", code, on.first)
            place = contribution.work.original.at("/role" if may_serve(corpus, code, area, on) else "/by")
            yield violation(
                place,
                judged_on=on.first,
                variant="role" if may_serve(corpus, code, area, on) else "",
                state=state,
                area=area_name_of(corpus, area, on.first),
                day=on,
                role=role,
            )
