"""Reviews and the written contributions to them: their subject, and the acts on record by the corpus' day."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.register.events import Event, events_of, read_names
from cica_docs.register.lifecycle import State, lifecycle
from cica_docs.register.review_days import day_of_review, held_act_of
from cica_docs.register.works import Work, works_of

_CURRENT = frozenset({State.IN_FORCE, State.NOT_YET, State.APPROVED})


class Review(NamedTuple):
    """A review, its day, and its focus: dimensions, areas or measures."""

    work: Work
    on: date | None
    focus: tuple[str, ...]
    is_held: bool
    """Whether it is on record as held by the corpus' day."""


class Contribution(NamedTuple):
    """A written contribution of a state; `submitted` is its submission if on record by the corpus' day."""

    work: Work
    review: Review | None
    by: str
    area: str
    role: str
    submitted: Event | None


@cached_query
def reviews(corpus: Corpus) -> tuple[Review, ...]:
    """List the reviews that the register has a document of, by day."""
    unordered = [
        Review(
            work,
            on.first if (on := day_of_review(corpus, work)) and on.is_day else None,
            read_names(work.original.get("/focus")),
            held_act_of(corpus, work) is not None,
        )
        for work in works_of(corpus, "review")
    ]
    return tuple(sorted(unordered, key=lambda review: (review.on or date.max, review.work.id)))


@cached_query
def contributions(corpus: Corpus) -> tuple[Contribution, ...]:
    """List all written contributions, by id."""
    reviews_by_id = {review.work.id: review for review in reviews(corpus)}
    return tuple(_contribution(corpus, work, reviews_by_id) for work in works_of(corpus, "review-contribution"))


def _contribution(corpus: Corpus, work: Work, reviews_by_id: Mapping[str, Review]) -> Contribution:
    by, area, role = (str(work.original.get(pointer) or "") for pointer in ("/by", "/area", "/role"))
    acts = (act for act in events_of(work.original) if act.kind == "submitted" and act.has_happened(corpus.as_of))
    return Contribution(work, reviews_by_id.get(str(work.original.get("/review"))), by, area, role, next(acts, None))


def areas_named(corpus: Corpus, name: str) -> tuple[str, ...]:
    """Return the areas that a dimension, an area or a measure stands for."""
    area = str(corpus.reference.entry("measure", name).get("area") or name)
    all_areas = corpus.reference.all("area")
    if area in all_areas and not all_areas[area].get("whole_dimension"):
        return (area,)
    return tuple(id for id, entry in all_areas.items() if area in {id, entry.get("dimension")})


def areas_in_focus(corpus: Corpus, focus: tuple[str, ...]) -> tuple[str, ...]:
    """Return the areas that a focus covers, in the order of the reference data."""
    covered = {area for name in focus for area in areas_named(corpus, name)}
    return tuple(area for area in corpus.reference.all("area") if area in covered)


def is_in_focus(corpus: Corpus, focus: tuple[str, ...], area: str) -> bool:
    """Whether an area, or a dimension as a whole, is within a focus."""
    return area in focus or area in areas_in_focus(corpus, focus)


def works_under_review(corpus: Corpus, review: Review) -> tuple[Work, ...]:
    """Return the concept papers and action plans in focus that were current on the day of the review."""
    on = review.on
    return tuple(
        work
        for kind in ("concept-paper", "action-plan")
        for work in works_of(corpus, kind)
        if on is not None
        and is_in_focus(corpus, review.focus, str(work.original.get("/area") or ""))
        and lifecycle(work, on).state in _CURRENT
    )
