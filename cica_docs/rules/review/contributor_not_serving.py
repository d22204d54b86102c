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
from cica_docs.register.open_questions import is_bound
from cica_docs.register.reviews.reviews import contributions
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.day import parse_partial_date

PROVISION = "house/contribution-role"
MESSAGE = "{state} had no role in the priority area “{area}” on {day}"
HELP = "{if_slip}it is a contribution of another state (role: other), and welcome all the same"


def check(corpus: Corpus) -> Iterator[Violation]:
    for contribution in contributions(corpus):
        on = contribution.submitted.on if contribution.submitted else parse_partial_date(corpus.as_of.isoformat())
        if (
            contribution.role == "other"
            or on is None
            or not contribution.area
            or contribution.by not in corpus.reference.all("state")
        ):
            continue
        if is_bound(corpus, on.first) and not may_serve(corpus, contribution.by, contribution.area, on):
            state = corpus.reference.names("state", contribution.by, on.first)
            area = area_name_of(corpus, contribution.area, on.first)
            yield violation(contribution.work.original.at("/by"), state=state, area=area, day=on)
