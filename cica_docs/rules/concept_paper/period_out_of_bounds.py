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

from cica_docs.documents.corpus import Corpus
from cica_docs.register.law.days import day_of_text
from cica_docs.register.papers.concept_papers import concept_papers
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.period import out_of_bounds

MESSAGE = {
    "short": "applicability from {first} to {last} is shorter than {low} years",
    "long": "applicability from {first} to {last} is longer than {high} years",
}
HELP = {
    "short": "{low} to {high} years are preferred: not earlier than {earliest}",
    "long": "{low} to {high} years are preferred: not later than {latest}",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for paper in concept_papers(corpus):
        on = day_of_text(corpus, paper.work)
        fault = out_of_bounds(paper.declared, corpus.decision.years("applicability", on))
        if fault:
            place, variant = paper.work.original.at("/applicability/to"), "short" if fault.is_short else "long"
            yield violation(place, judged_on=on, variant=variant, **fault._asdict())
