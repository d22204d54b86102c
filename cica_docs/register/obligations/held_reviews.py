"""Reviews that were held: works, and meetings with a focus of the body that the decision entrusts with the review."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.register.events import read_names
from cica_docs.register.obligations.meetings import meetings
from cica_docs.register.review_days import held_act_of
from cica_docs.register.works import works_of
from cica_docs.values.span import Place


class HeldReview(NamedTuple):
    """A review that was held: its day, place on record and focus."""

    on: date
    work: str
    place: Place
    focus: tuple[str, ...]


@cached_query
def reviews_by(corpus: Corpus, body: str) -> tuple[HeldReview, ...]:
    """List all reviews on record by the corpus' day, in order: works, and meetings of a body with a focus."""
    held = [*_of_works(corpus), *_of_meetings(corpus, body)]
    by_day = {review.on: review for review in reversed(held)}
    return tuple(by_day[on] for on in sorted(by_day) if on <= corpus.as_of)


def _of_works(corpus: Corpus) -> Iterator[HeldReview]:
    for work in works_of(corpus, "review"):
        if held := held_act_of(corpus, work):
            place = work.original.at("/held_on")
            yield HeldReview(held.on.first, work.name, place, read_names(work.original.get("/focus")))


def _of_meetings(corpus: Corpus, body: str) -> Iterator[HeldReview]:
    for meeting in meetings(corpus):
        if meeting.body == body and meeting.focus:
            yield HeldReview(meeting.last.first, "", meeting.place, meeting.focus)
