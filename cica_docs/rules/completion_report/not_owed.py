"""A completion report is about a mandate whose holder owes none.

## Why
"The Member State completing the duties of Coordinator shall issue a report" (CICA decision,
clause 1.3); a Co-coordinator owes none, and an acting Coordinator only where the settings say
so. Such a report breaks nothing; this only says that it is not the report of clause 1.3.

## Example
    mandate: tourism-lk         # a Co-coordinator's

Use instead
    the mandate of the Coordinator, if its report is meant
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.mandates.completion_reports import completion_reports
from cica_docs.register.obligations.services import is_owed_in_role
from cica_docs.register.obligations.table import duties
from cica_docs.rules.rule import RelatedPlace, Violation, violation
from cica_docs.values.role import ACTING, COORDINATOR

PROVISION = "house/report-of-coordinator"
MESSAGE = {
    "": "this is the mandate of a Co-coordinator, which owes no completion report",
    "acting": "this is the mandate of an acting Coordinator, which owes no completion report in this register",
}
HELP = "nothing needs to be done if the report is volunteered"
RELATED = {"": "its role is here"}

_REPORT = "completion-report"


def check(corpus: Corpus) -> Iterator[Violation]:
    owed = [duty for duty in duties(corpus).values() if any(_REPORT in entry.acts for entry in duty.discharged_by)]
    owes_acting = any(is_owed_in_role(corpus, duty, ACTING) for duty in owed)
    for report in completion_reports(corpus):
        mandate = report.mandate
        if mandate is None or mandate.role == COORDINATOR:
            continue
        acting = mandate.role == ACTING
        if not (acting and owes_acting):
            yield violation(
                report.work.original.at("/mandate"),
                variant="acting" if acting else "",
                related=(RelatedPlace(mandate.work.original.at("/role"), ""),),
            )
