"""The applicability period of a concept paper is shorter than two years or longer than four.

## Why
A concept paper states its applicability period, "preferably, between two and four years" (CICA
decision, clause 2.6). It is a preference: a notice, no more. The period is counted in whole
calendar years, its last day included; extensions are not counted.

## Example
    applicability: {from: 2026-07-01, to: 2027-06-30}      # one year

Use instead
    applicability: {from: 2026-07-01, to: 2028-06-30}
"""

from collections.abc import Iterator
from datetime import date

from cica_docs.documents.corpus import Corpus
from cica_docs.register.law.days import day_of_text
from cica_docs.register.papers.concept_papers import concept_papers
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.day import add_years, plus_days

MESSAGE = {
    "short": "applicability from {first} to {last} is shorter than {least} years",
    "long": "applicability from {first} to {last} is longer than {most} years",
}
HELP = {
    "short": "{least} to {most} years are preferred: not earlier than {earliest}",
    "long": "{least} to {most} years are preferred: not later than {latest}",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for paper in concept_papers(corpus):
        period, on = paper.declared, day_of_text(corpus, paper.work)
        bounds = corpus.decision.years("applicability", on)
        if period is None or bounds is None:
            continue
        least, most = bounds
        if not period.lasts(least, most):
            short = period.end < add_years(period.first, least)
            yield violation(
                paper.work.original.at("/applicability/to"),
                judged_on=on,
                variant="short" if short else "long",
                first=period.first,
                last=period.last,
                least=least,
                most=most,
                earliest=_last_day(period.first, least),
                latest=_last_day(period.first, most),
            )


def _last_day(first: date, years: int) -> date:
    return plus_days(add_years(first, years), -1)
