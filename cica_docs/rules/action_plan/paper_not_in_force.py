"""An action plan carries out a concept paper that was not in force when the plan was issued.

## Why
An action plan serves the practical implementation of a concept paper (CICA decision, clauses
1.6 and 2.8): of one that was approved, and has neither expired nor been replaced. A plan and a
paper may be drafted side by side, so a draft plan may name a draft paper.

## Example
    implements: environment-2022        # applied until 2025-12-31; the plan is issued on 2026-10-05

Use instead
    implements: environment-2026
"""

from collections.abc import Iterator
from datetime import date

from cica_docs.documents.corpus import Corpus
from cica_docs.register.lifecycle import period_in_force
from cica_docs.register.papers.action_plans import action_plans
from cica_docs.register.papers.concept_papers import ConceptPaper, paper_on
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/plan-and-paper"
MESSAGE = {
    "unapproved": "{paper} was not approved on {day}, when the plan was issued",
    "expired": "{paper} had expired on {ended}, before {day}",
    "ended": "{paper} had been replaced or withdrawn before {day}",
}
HELP = {
    "unapproved": "{if_slip}issue the plan again once the paper has been approved",
    "expired": "{if_slip}the paper must be renewed first, or the plan rest on the one in force",
    "ended": "{if_slip}name also the paper that has taken its place, and issue the plan again under it",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for plan in action_plans(corpus):
        day = plan.issue.on.last if plan.issue else corpus.as_of
        if plan.paper is None or plan.work.is_known_only:
            continue
        if variant := _fault_of(plan.paper, day, is_issued=plan.issue is not None):
            period = period_in_force(plan.paper.work, list(paper_on(plan.paper, day).acts))
            yield violation(
                plan.work.original.at("/implements"),
                judged_on=day,
                variant=variant,
                paper=plan.paper.work.name,
                day=plan.issue.on if plan.issue else day,
                ended=period.last if period else "",
            )


def _fault_of(paper: ConceptPaper, day: date, *, is_issued: bool) -> str:
    paper_then = paper_on(paper, day)
    if paper_then.ended:
        return "ended"
    if paper_then.approval is None:
        return "unapproved" if is_issued and not paper.work.is_known_only else ""
    period = period_in_force(paper_then.work, list(paper_then.acts))
    return "expired" if period and period.last < day else ""
