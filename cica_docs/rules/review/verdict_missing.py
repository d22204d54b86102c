"""A review does not say whether a paper or plan in its focus needs to be updated.

## Why
The Senior Officials Committee "will examine" whether concept papers and action plans need to
be updated (CICA decision, clause 3.4). Once a review was held, each approved paper and each
issued plan in its focus has a verdict among the outcomes, be it that no update is needed.
Drafts, and what had expired or been replaced by that day, need none.

## Example
    focus: [environmental]
    outcomes:
      - {work: concept-paper/environment-2026, update_needed: false}     # and nothing of the plan

Use instead
    outcomes:
      - {work: concept-paper/environment-2026, update_needed: false}
      - {work: action-plan/environment-2026, update_needed: true, by: XA, due: 2026-12-15}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.reviews.reviews import reviews, works_under_review
from cica_docs.rules.rule import RelatedPlace, Violation, violation

MESSAGE = "{work} is in focus, and no outcome says whether it needs to be updated"
HELP = (
    "if the review dealt with it, add that to the outcomes: {{work: {work}, update_needed: …}}; if not, it is still to "
    "be examined"
)
RELATED = {"": "it is here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for review in reviews(corpus):
        document = review.work.original
        if not review.is_held or review.work.is_known_only or review.on is None:
            continue
        outcomes = document.get("/outcomes")
        judged = {
            outcome.get("work")
            for outcome in (outcomes if isinstance(outcomes, list) else ())
            if isinstance(outcome, dict)
        }
        for work in works_under_review(corpus, review):
            if work.name not in judged:
                place = document.at("/outcomes" if outcomes else "/focus")
                yield violation(
                    place, judged_on=review.on, related=(RelatedPlace(work.original.at("/title"), ""),), work=work.name
                )
