"""A written contribution was submitted when the review was already being held.

## Why
The Coordinator and the Co-coordinators "are expected to contribute in writing to the
preparation" of the review (CICA decision, clause 3.5): what arrives on its day or later
prepares nothing. It is still welcome, and the contribution matrix of `cica review plan` shows
it as late.

## Example
    events:
      - {on: 2026-11-20, kind: submitted, by: XB, to: all}     # the review was held on 18 November

Use instead
    events:
      - {on: 2026-11-02, kind: submitted, by: XB, to: all}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.reviews.reviews import contributions
from cica_docs.rules.rule import RelatedPlace, Violation, violation

MESSAGE = "submitted on {submitted}, not before the review of {held}"
HELP = "{if_slip}nothing can be done about this review any more"
RELATED = {"": "the day of the review is here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for contribution in contributions(corpus):
        held_on = contribution.review.on if contribution.review else None
        if contribution.review is None or held_on is None or contribution.submitted is None:
            continue
        if contribution.submitted.on.first >= held_on:
            related_place = RelatedPlace(contribution.review.work.original.at("/held_on"), "")
            yield violation(
                contribution.submitted.place,
                judged_on=held_on,
                related=(related_place,),
                submitted=contribution.submitted.on,
                held=held_on,
            )
