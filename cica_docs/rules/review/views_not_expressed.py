"""A State in office in an area under review is not among those that spoke at the review.

## Why
Coordinators and Co-coordinators "will be expected to … express their views at the SOC review meeting"
(CICA decision, clause 3.5). The field `spoke` of a review that was held lists the Member States that did.
Where it is left out, nobody has recorded who spoke, and nothing is said. Other Member States speak as
they wish.

## Example
    focus: [environmental]
    spoke: [XA]              # and XB was Co-coordinator on the day of the review

Use instead
    spoke: [XA, XB]
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import read_names
from cica_docs.register.mandates.service import area_name_of, services
from cica_docs.register.obligations.reviews import serves_in_focus
from cica_docs.register.reviews.reviews import reviews
from cica_docs.rules.rule import RelatedPlace, Violation, violation

MESSAGE = "{state} was in office in the area “{area}” on {day}, and is not on record as having spoken"
HELP = "{if_missing}its views can still be put in writing to the Member States and recorded in the review"
RELATED = {"": "its service begins here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for review in reviews(corpus):
        spoke = read_names(review.work.original.get("/spoke"))
        on = review.on
        if not review.is_held or not spoke or on is None:
            continue
        for service in services(corpus):
            holder, area = service.mandate.holder, service.mandate.area
            if holder in spoke or not service.period.covers(on) or not serves_in_focus(corpus, service, review.focus):
                continue
            yield violation(
                review.work.original.at("/spoke"),
                judged_on=on,
                related=(RelatedPlace(service.begun.place, ""),),
                state=corpus.reference.names("state", holder, on),
                area=area_name_of(corpus, area, on),
                day=on,
            )
