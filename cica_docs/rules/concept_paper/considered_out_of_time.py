"""A concept paper was considered before its first draft or after its approval.

## Why
Approval follows consideration (clause 2.4), and what is considered is a draft. An act before the
first draft or after the approval is not part of it; most often a date is wrong. A revision
issued after the approval opens the consideration anew.

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
from cica_docs.register.open_questions import is_bound
from cica_docs.register.papers.concept_papers import ConceptPaper, concept_papers
from cica_docs.rules.rule import RelatedPlace, Violation, violation

PROVISION = "2.4/consideration"
MESSAGE = {
    "before": "the paper is considered on {day}, before its first draft of {other}",
    "after": "the paper is considered on {day}, after its approval of {other}",
}
HELP = "check the dates; a text that was changed after its approval is issued anew as a revision"
RELATED = {"before": "the first draft was issued here", "after": "the paper was approved here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for paper in concept_papers(corpus):
        for act in paper.acts_of("considered"):
            if not is_bound(corpus, act.on.first):
                continue
            variant, other = _outside(paper, act)
            if other:
                yield violation(
                    act.place,
                    variant=variant,
                    related=(RelatedPlace(other.place, variant),),
                    day=act.on,
                    other=other.on,
                )


def _outside(paper: ConceptPaper, act: Event) -> tuple[str, Event | None]:
    """The first draft that came later, or the approval that came before with no revision between."""
    draft = paper.first_draft
    if draft and act.on.last < draft.on.first:
        return "before", draft
    done = [one for one in paper.acts_of("approved") if one.on.last < act.on.first]
    anew = [one for one in paper.acts_of("issued") if done and done[-1].on.last <= one.on.first <= act.on.last]
    return ("after", done[-1]) if done and not anew else ("", None)
