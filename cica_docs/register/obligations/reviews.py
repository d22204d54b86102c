"""Occasions from reviews: the contributions expected before one, and the updates that it asks for."""

from collections.abc import Iterator
from datetime import date

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import events_until, read_names
from cica_docs.register.mandates.service import Service, area_includes, last_day_in_office, services
from cica_docs.register.obligations.held_reviews import HeldReview, reviews_by
from cica_docs.register.obligations.occasion import Occasion, area_of
from cica_docs.register.obligations.table import Duty, duties
from cica_docs.register.review_days import day_of_review, held_act_of
from cica_docs.register.works import Work, works, works_of
from cica_docs.values.day import parse_partial_date


def held_reviews(corpus: Corpus) -> tuple[HeldReview, ...]:
    """List all reviews on record by the corpus' day, in order, under the table of the decision."""
    bodies = (entry.reviews_of for duty in duties(corpus).values() for entry in duty.discharged_by)
    return reviews_by(corpus, next(filter(None, bodies), ""))


def expected_contributions(corpus: Corpus, duty: Duty) -> Iterator[Occasion]:
    """Yield each service in an area in the focus of a review on its day; the end is the day of the review."""
    for work, held_on in _dated_reviews(corpus, duty):
        announced = [event.on.first for event in events_until(corpus, work.original) if event.kind == "announced"]
        focus = read_names(work.original.get("/focus"))
        for service in services(corpus):
            if service.period.covers(held_on) and serves_in_focus(corpus, service, focus):
                yield Occasion(
                    key=f"{work.name}:{service.mandate.work.id}",
                    place=work.original.at("/held_on"),
                    arises=min(announced, default=held_on),
                    judged_on=held_on,
                    start=min(announced, default=held_on),
                    end=held_on,
                    work=work,
                    area=service.mandate.area,
                    role=service.mandate.role,
                    parties={"holder": service.mandate.holder},
                    served_until=last_day_in_office(corpus, service),
                )


def _dated_reviews(corpus: Corpus, duty: Duty) -> Iterator[tuple[Work, date]]:
    for work in works_of(corpus, duty.kind):
        if held_on := day_of_review(corpus, work):
            yield work, held_on.first


def serves_in_focus(corpus: Corpus, service: Service, focus: tuple[str, ...]) -> bool:
    """Whether a mandate's area belongs to the dimensions, areas and measures in a review's focus."""
    area = service.mandate.area
    for name in focus:
        focus_area = str(corpus.reference.entry("measure", name).get("area") or name)
        if (
            area_includes(corpus, area, focus_area)
            or corpus.reference.entry("area", area).get("dimension") == focus_area
        ):
            return True
    return False


def asked_updates(corpus: Corpus, duty: Duty) -> Iterator[Occasion]:
    """Yield each paper or plan for which a review asks an update; the end is the day that it names, if any.

    The acts are those since the review.
    """
    for review in works_of(corpus, duty.kind):
        held = held_act_of(corpus, review)
        if held is None:
            continue
        held_on, outcomes = held.on.last, review.original.get("/outcomes")
        for index, outcome in enumerate(outcomes if isinstance(outcomes, list) else ()):
            work = works(corpus).get(str(outcome.get("work"))) if isinstance(outcome, dict) else None
            due = parse_partial_date(str(outcome.get("due") or "")) if work else None
            if work is None or outcome.get("update_needed") is not True:
                continue
            yield Occasion(
                key=f"{review.name}:{work.name}",
                place=review.original.at(f"/outcomes/{index}"),
                arises=held.on.first,
                judged_on=held.on.first,
                start=held_on,
                end=due.last if due else None,
                work=review,
                area=area_of(work),
                parties={"asked": str(outcome.get("by") or "")},
                acts=tuple(act for act in events_until(corpus, work.original) if act.on.last > held_on),
                item=work.name,
            )
