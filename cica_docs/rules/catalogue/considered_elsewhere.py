"""A proposal on the Catalogue names a review, and is not on record as considered at it.

## Why
Measures are modified and new ones agreed upon in the review (CICA decision, clauses 3.1 and 3.4). The review that
is to consider a proposal is named in it; the acts of consideration, in the Special Working Group or at the
review, have their own days. Once that review was held, one of them is of its day, or the proposal is for
another review.

## Example
    review: environment-2026                            # held on 2026-11-18
    events:
      - {on: 2026-09-07, kind: proposed, by: XA, to: all}
      - {on: 2026-10-20, kind: considered, by: swg}

Use instead
    review: environment-2026
    events:
      - {on: 2026-09-07, kind: proposed, by: XA, to: all}
      - {on: 2026-10-20, kind: considered, by: swg}
      - {on: 2026-11-18, kind: considered, by: soc}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.catalogue import PROPOSAL
from cica_docs.register.events import Event
from cica_docs.register.record.meetings import days_of_review
from cica_docs.register.review_days import held_act_of
from cica_docs.register.sources import named_work
from cica_docs.register.standing import standing_acts
from cica_docs.register.works import Work, works_of
from cica_docs.rules.rule import RelatedPlace, Violation, violation

PROVISION = "house/consistent-record"
ALSO = ("house/whole-record",)
MESSAGE = {
    "": "the proposal is for {review}, held on {day}, and was considered on {considered} only",
    "unconsidered": "the proposal is for {review}, held on {day}, and is not on record as considered",
    "late": "the proposal is for {review}, held on {day}, and was put forward on {proposed}",
}
HELP = {
    "": "{if_slip}the review at which it is still to be considered is the one to name",
    "unconsidered": "{if_missing}the review at which it is still to be considered is the one to name",
    "late": "{if_slip}the next review is the one to name",
}
RELATED = {"": "the review is recorded as held here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for work in works_of(corpus, PROPOSAL):
        review = named_work(corpus, work, "/review")
        held = held_act_of(corpus, review) if review else None
        if not review or not held or work.is_known_only:
            continue
        variant, considered, proposed = _fault_of(corpus, work, review, held)
        if variant is not None:
            yield violation(
                work.original.at("/review"),
                variant=variant,
                provision=ALSO[0] if variant == "unconsidered" else "",
                related=(RelatedPlace(held.place, ""),),
                review=review.name,
                day=held.on,
                considered=tuple(act.on for act in considered),
                proposed=proposed.on if proposed else None,
            )


def _fault_of(
    corpus: Corpus, work: Work, review: Work, held: Event
) -> tuple[str | None, tuple[Event, ...], Event | None]:
    """Return the message or None, the acts of consideration, and the act by which the proposal was put forward."""
    first, last = days_of_review(corpus, review, held)
    acts = standing_acts(corpus, work)
    proposed = next((act for act in acts if act.kind == "proposed"), None)
    considered = tuple(act for act in acts if act.kind == "considered")
    if proposed is None or any(act.on.first <= last and first <= act.on.last for act in considered):
        return None, considered, proposed
    if proposed.on.first > last:
        return "late", considered, proposed
    return "" if considered else "unconsidered", considered, proposed
