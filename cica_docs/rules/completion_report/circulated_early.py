"""A completion report went out before the last day of the period that it covers.

## Why
A Coordinator reports when it completes its duties, on "the progress achieved during its tenure"
(CICA decision, clause 1.3). A report that went out before the end says nothing of the days that
were still to come. Another that went out since, on the last day or later, makes it good.

## Example
    period: {from: 2023-03-01, to: 2026-02-28}
    events:
      - {on: 2025-03-12, kind: circulated, by: XC, to: all}

Use instead
    events:
      - {on: 2026-03-12, kind: circulated, by: XC, to: all}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.mandates.completion_reports import completion_reports
from cica_docs.register.standing import standing_acts
from cica_docs.rules.rule import RelatedPlace, Violation, violation

PROVISION = "house/report-period"
MESSAGE = "the report covers the time until {last} and went out on {day}, before that day ({basis})"
HELP = "{if_slip}it is completed after that day and goes to all Member States again, which is recorded as a further act"
RELATED = {"": "the period is here"}

_SENT = "circulated"


def check(corpus: Corpus) -> Iterator[Violation]:
    for report in completion_reports(corpus):
        sent = [act for act in standing_acts(corpus, report.work) if act.kind == _SENT]
        if report.period is None or not sent or report.work.is_known_only:
            continue
        latest = sent[-1]
        if latest.on.last < report.period.last:
            yield violation(
                latest.place,
                judged_on=latest.on.first,
                related=(RelatedPlace(report.work.original.at("/period"), ""),),
                last=report.period.last,
                day=latest.on,
            )
