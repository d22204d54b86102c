"""An action plan carries out a concept paper of another priority area.

## Why
An action plan serves the implementation of the concept paper of its own priority area (CICA
decision, clauses 1.6 and 2.8), or of the dimension to which the area belongs.

## Example
    area: environment-protection
    implements: tourism-2026

Use instead
    implements: environment-2026
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.mandates.service import area_name_of
from cica_docs.register.papers.action_plans import action_plans
from cica_docs.rules.rule import RelatedPlace, Violation, violation

PROVISION = "house/consistent-record"
MESSAGE = "the plan is for {area}, but {paper} is for {other}"
HELP = "name the concept paper of this area, or correct the area"
RELATED = {"": "the area of the paper is here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for plan in action_plans(corpus):
        paper = plan.paper
        if paper is None or not plan.area or not paper.area:
            continue
        dimension = corpus.reference.entry("area", plan.area).get("dimension")
        if paper.area not in {plan.area, dimension}:
            yield violation(
                plan.work.original.at("/implements"),
                related=(RelatedPlace(paper.work.original.at("/area"), ""),),
                area=area_name_of(corpus, plan.area, corpus.as_of),
                other=area_name_of(corpus, paper.area, corpus.as_of),
                paper=paper.work.name,
            )
