"""A completion report covers another period than the tenure that was served.

## Why
The report sums up progress in the priority area "during its tenure" (CICA decision, clause
1.3): from the first day of the tenure to its actual last, after an extension or an early end
too.

## Example
    mandate: tourism-kz                 # ended early, on 2027-06-30
    period: {from: 2026-03-01, to: 2028-02-29}

Use instead
    period: {from: 2026-03-01, to: 2027-06-30}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.mandates.completion_reports import completion_reports
from cica_docs.rules.rule import RelatedPlace, Violation, violation

PROVISION = "house/report-period"
MESSAGE = "the report covers {first} to {last}, the tenure lasted from {served_first} to {served_last}"
HELP = "{if_slip}a report on the time from {served_first} to {served_last} is still to be issued"
RELATED = {"": "the mandate is here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for report in completion_reports(corpus):
        service = report.service
        if service and report.period and report.period != service.period and not service.is_open:
            yield violation(
                report.work.original.at("/period"),
                related=(RelatedPlace(service.begun.place, ""),),
                first=report.period.first,
                last=report.period.last,
                served_first=service.period.first,
                served_last=service.period.last,
            )
