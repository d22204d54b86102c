"""A completion report is about a mandate whose holder owes none.

## Why
"The Member State completing the duties of Coordinator shall issue a report" (clause 1.3); a
Co-coordinator owes none, and an acting Coordinator only where the settings say so. Such a
report breaks nothing; this only says that it is not the report of clause 1.3.

## Example
    mandate: tourism-lk         # a Co-coordinator's

Use instead
    the mandate of the Coordinator, if its report is meant
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.mandates.completion_reports import completion_reports
from cica_docs.register.mandates.service import ACTING, COORDINATOR
from cica_docs.register.open_questions import owes_when_acting
from cica_docs.rules.rule import RelatedPlace, Violation, violation

PROVISION = "house/report-of-coordinator"
MESSAGE = {
    "": "this is the mandate of a Co-coordinator, which owes no completion report",
    "acting": "this is the mandate of an acting Coordinator, which owes no completion report in this register",
}
HELP = "nothing needs to be done if the report is volunteered"
RELATED = {"": "its role is here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for report in completion_reports(corpus):
        mandate = report.mandate
        if mandate is None or mandate.role == COORDINATOR:
            continue
        acting = mandate.role == ACTING
        if not (acting and owes_when_acting(corpus, "1.3")):
            yield violation(
                report.work.original.at("/mandate"),
                variant="acting" if acting else "",
                related=(RelatedPlace(mandate.work.original.at("/role"), ""),),
            )
