"""A concept paper was considered before its first draft or after its approval.

## Why
Approval follows consideration (CICA decision, clause 2.4), and what is considered is a draft.
An act before the first draft or after the approval is not part of it; most often a date is
wrong. A revision issued after the approval opens a new consideration.

## Example
    - {on: 2026-06-24, kind: approved, by: soc}
    - {on: 2026-07-20, kind: considered, channel: swg}

Use instead
    - {on: 2026-05-20, kind: considered, channel: swg}
    - {on: 2026-06-24, kind: approved, by: soc}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import Event
from cica_docs.register.papers.concept_papers import ConceptPaper, concept_papers
from cica_docs.rules.rule import RelatedPlace, Violation, violation

MESSAGE = {
    "before": "the paper is considered on {day}, before its first draft of {other}",
    "after": "the paper is considered on {day}, after its approval of {other}",
}
HELP = {
    "before": "{if_slip}Member States must still consider the draft itself",
    "after": "{if_slip}it changes nothing: a text changed after its approval is issued again as a revision",
}
RELATED = {"before": "the first draft was issued here", "after": "the paper was approved here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for paper in concept_papers(corpus):
        for act in paper.acts_of("considered"):
            variant, conflicting_act = _conflicting_act(paper, act)
            if conflicting_act:
                yield violation(
                    act.place,
                    judged_on=act.on.first,
                    variant=variant,
                    related=(RelatedPlace(conflicting_act.place, variant),),
                    day=act.on,
                    other=conflicting_act.on,
                )


def _conflicting_act(paper: ConceptPaper, act: Event) -> tuple[str, Event | None]:
    """Return the first draft if it is later, or an earlier approval without a revision between."""
    draft = paper.first_draft
    if draft and act.on.last < draft.on.first:
        return "before", draft
    approvals = [approval for approval in paper.acts_of("approved") if approval.on.last < act.on.first]
    redrafts = [
        issue
        for issue in paper.acts_of("issued")
        if approvals and approvals[-1].on.last <= issue.on.first <= act.on.last
    ]
    return ("after", approvals[-1]) if approvals and not redrafts else ("", None)
