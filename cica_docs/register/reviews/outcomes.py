"""Outcomes: the updates of papers and plans for which reviews ask, of whom and by which day."""

from collections.abc import Iterator
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.register.reviews.reviews import Review, reviews
from cica_docs.register.works import works
from cica_docs.values.day import PartialDate, parse_partial_date
from cica_docs.values.span import Place


class Outcome(NamedTuple):
    """An update that a review asked for; `area` is that of the paper or plan, if it is on record."""

    review: Review
    pointer: str
    work: str
    area: str
    by: str
    held_on: PartialDate
    due: PartialDate | None

    def place(self, field: str) -> Place:
        """Return the place of one of its fields."""
        return self.review.work.original.at(f"{self.pointer}/{field}")


def outcomes_of(corpus: Corpus) -> Iterator[Outcome]:
    """Yield the updates for which the reviews on record ask."""
    for review in reviews(corpus):
        held_on = parse_partial_date(str(review.work.original.get("/held_on") or ""))
        listed = review.work.original.get("/outcomes")
        for index, outcome in enumerate(listed if isinstance(listed, list) and held_on else ()):
            if held_on and isinstance(outcome, dict) and outcome.get("update_needed") is True:
                name = str(outcome.get("work") or "")
                named = works(corpus).get(name)
                yield Outcome(
                    review=review,
                    pointer=f"/outcomes/{index}",
                    work=name,
                    area=str(named.original.get("/area") or "") if named else "",
                    by=str(outcome.get("by") or ""),
                    held_on=held_on,
                    due=parse_partial_date(str(outcome.get("due") or "")),
                )
