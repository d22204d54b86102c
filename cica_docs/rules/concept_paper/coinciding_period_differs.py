"""A concept paper says that its period coincides with a tenure, but the dates differ.

## Why
The applicability period may coincide with the term of the Coordinator (CICA decision, clause
2.6). Nobody need choose that; but where a paper names the mandate in `coincides_with`, its
period is the tenure, as it was given or as it was extended later.

## Example
    applicability: {from: 2026-07-01, to: 2029-06-30}
    coincides_with: environment-xa      # tenure 2026-03-01 to 2028-02-29

Use instead
    applicability: {from: 2026-03-01, to: 2028-02-29}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.mandates.appointments import appointments
from cica_docs.register.mandates.mandates import mandates
from cica_docs.register.papers.concept_papers import concept_papers
from cica_docs.rules.rule import RelatedPlace, Violation, violation

PROVISION = "house/consistent-record"
MESSAGE = "the period from {first} to {last} does not coincide with the tenure from {since} to {until}"
HELP = "take the dates of the tenure, or leave out coincides_with"
RELATED = {"": "the tenure was given here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    by_mandate = {
        appointment.mandate.work.id: appointment for appointment in appointments(corpus) if appointment.tenure
    }
    extended = {mandate.work.id: mandate.lifecycle.period for mandate in mandates(corpus)}
    for paper in concept_papers(corpus):
        mandate_id, period = str(paper.work.original.get("/coincides_with")), paper.declared
        if period is None or mandate_id not in by_mandate:
            continue
        tenure = by_mandate[mandate_id].tenure
        if tenure and period not in {tenure, extended.get(mandate_id)}:
            yield violation(
                paper.work.original.at("/coincides_with"),
                related=(RelatedPlace(by_mandate[mandate_id].act.place, ""),),
                first=period.first,
                last=period.last,
                since=tenure.first,
                until=tenure.last,
            )
