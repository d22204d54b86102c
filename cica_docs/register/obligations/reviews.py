"""Obligations of reviews: one at least each year (3.2), written contributions (3.5) and follow-ups."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.register.events import events_of, read_names
from cica_docs.register.mandates.offices import leading_state
from cica_docs.register.mandates.service import Service, area_includes, services
from cica_docs.register.obligations.mandates import events_until
from cica_docs.register.open_questions import applies_from, is_bound, setting
from cica_docs.register.works import Work, works, works_of
from cica_docs.values.day import add_months, parse_partial_date, plus_days
from cica_docs.values.obligation import Obligation
from cica_docs.values.span import Place, Span

_RENEWED = frozenset({"issued", "revised", "circulated", "approved", "extended", "superseded", "withdrawn"})


@dataclass(frozen=True)
class HeldReview:
    """A review that the SOC held: its day, place on record and focus."""

    on: date
    work: str
    place: Place
    focus: tuple[str, ...]


def held_reviews(corpus: Corpus) -> tuple[HeldReview, ...]:
    """List all reviews on record by the corpus' day, in order: works, and meetings of the SOC with a focus."""
    held = [*_of_works(corpus), *_of_meetings(corpus)]
    by_day = {review.on: review for review in reversed(held)}
    return tuple(by_day[on] for on in sorted(by_day) if on <= corpus.as_of)


def _of_works(corpus: Corpus) -> Iterator[HeldReview]:
    for work in works_of(corpus, "review"):
        held_on = parse_partial_date(str(work.original.get("/held_on") or ""))
        if held_on and any(event.kind == "held" for event in events_until(corpus, work.original)):
            yield HeldReview(
                held_on.first, work.name, work.original.at("/held_on"), read_names(work.original.get("/focus"))
            )


def _of_meetings(corpus: Corpus) -> Iterator[HeldReview]:
    file = corpus.reference.file("meetings")
    for index, meeting in enumerate(corpus.reference.entries("meetings")):
        held_on = parse_partial_date(str(meeting.get("on") or meeting.get("to") or ""))
        if file and held_on and meeting.get("body") == "soc" and meeting.get("focus"):
            yield HeldReview(held_on.first, "", file.at(f"/meetings/{index}"), read_names(meeting.get("focus")))


def review_duties(corpus: Corpus) -> Iterator[Obligation]:
    """Yield the yearly reviews that fall due, and the duties from reviews that are announced or held."""
    reviews = held_reviews(corpus)
    rolling = setting(corpus, "annual-review") == "rolling"
    yield from _rolling(corpus, reviews) if rolling else _by_calendar(corpus, reviews)
    for work in works_of(corpus, "review"):
        held_on = parse_partial_date(str(work.original.get("/held_on") or ""))
        if held_on is not None and is_bound(corpus, held_on.first):
            yield from _contributions(corpus, work, held_on.first)
            yield from _follow_ups(corpus, work, held_on.first)


def _by_calendar(corpus: Corpus, reviews: tuple[HeldReview, ...]) -> Iterator[Obligation]:
    """Yield a review for each calendar year on record; for the first, partial year only if one was held."""
    since = _recorded_since(corpus)
    for year in range(since.year, corpus.as_of.year + 1):
        held = next((review for review in reviews if review.on.year == year), None)
        if held or year > since.year:
            yield _review(corpus, str(year), max(date(year, 1, 1), since), date(year, 12, 31), held)


def _recorded_since(corpus: Corpus) -> date:
    """Return the first day for which the register can tell whether a review was held: that of its first bound act."""
    originals = [work.original for work in works(corpus).values() if work.kind.name != "decision"]
    acts = [event.on.first for original in originals for event in events_of(original)]
    meetings = [
        date.first
        for entry in corpus.reference.entries("meetings")
        if (date := parse_partial_date(str(entry.get("on"))))
    ]
    return max(min([*acts, *meetings], default=corpus.as_of), applies_from(corpus))


def _rolling(corpus: Corpus, reviews: tuple[HeldReview, ...]) -> Iterator[Obligation]:
    """Yield a review within twelve months of the one before."""
    bound = [review for review in reviews if is_bound(corpus, review.on)]
    earlier = [review for review in reviews if not is_bound(corpus, review.on)][-1:]
    chain = [*earlier, *bound]
    for before, after in zip(chain, [*chain[1:], None], strict=True):
        yield _review(corpus, before.on.isoformat(), before.on, add_months(before.on, 12), after)


def _review(corpus: Corpus, name: str, arises: date, due: date, held: HeldReview | None) -> Obligation:
    file = corpus.reference.file("meetings") or corpus.decision.house
    place = held.place if held else file.at("/meetings") if file else Place("reference", Span.point(1))
    return Obligation(
        id=f"3.2/yearly:{name}",
        provision="3.2/yearly",
        addressee="soc",
        area="",
        work=held.work if held else "",
        place=place,
        arises=arises,
        due=due,
        soon=add_months(due, -2),
        discharged=held.on if held else None,
    )


def _contributions(corpus: Corpus, review: Work, held_on: date) -> Iterator[Obligation]:
    """Yield a contribution of each state that serves in an area in focus on the day of the review, due before it."""
    announced = [event.on.first for event in events_until(corpus, review.original) if event.kind == "announced"]
    focus = read_names(review.original.get("/focus"))
    for service in services(corpus):
        mandate = service.mandate
        if not service.period.covers(held_on) or not _in_focus(corpus, service, focus):
            continue
        submitted = [
            day
            for area, day in _submitted(corpus).get((review.id, mandate.holder), {}).items()
            if area_includes(corpus, mandate.area, area or mandate.area)
        ]
        yield Obligation(
            id=f"3.5/contribution:{review.name}:{mandate.work.id}",
            provision="3.5/contribution",
            addressee=mandate.holder,
            area=mandate.area,
            work=review.name,
            place=review.original.at("/held_on"),
            arises=min(announced, default=held_on),
            due=plus_days(held_on, -1),
            soon=plus_days(held_on, -30),
            discharged=min(submitted, default=None),
        )


@cached_query
def _submitted(corpus: Corpus) -> Mapping[tuple[str, str], Mapping[str, date]]:
    """Map review and state to the day of the first contribution on record for each area."""
    by_review: dict[tuple[str, str], dict[str, date]] = {}
    for work in works_of(corpus, "review-contribution"):
        review, by, area = (str(work.original.get(pointer) or "") for pointer in ("/review", "/by", "/area"))
        for event in events_until(corpus, work.original):
            if event.kind == "submitted":
                areas = by_review.setdefault((review, by), {})
                areas[area] = min(areas.get(area, event.on.first), event.on.first)
    return by_review


def _in_focus(corpus: Corpus, service: Service, focus: tuple[str, ...]) -> bool:
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


def _follow_ups(corpus: Corpus, review: Work, held_on: date) -> Iterator[Obligation]:
    """Yield an update of each paper or plan for which the review asks one by a day."""
    outcomes = review.original.get("/outcomes")
    for index, outcome in enumerate(outcomes if isinstance(outcomes, list) else ()):
        work = works(corpus).get(str(outcome.get("work"))) if isinstance(outcome, dict) else None
        due = parse_partial_date(str(outcome.get("due") or "")) if work else None
        if work is None or due is None or outcome.get("update_needed") is not True:
            continue
        area = str(work.original.get("/area") or "")
        acts = events_until(corpus, work.original)
        renewed = [event.on.first for event in acts if event.kind in _RENEWED and event.on.first > held_on]
        discharged = min(renewed, default=None)
        yield Obligation(
            id=f"3.5/follow-up:{review.name}:{work.name}",
            provision="3.5/follow-up",
            addressee=str(outcome.get("by") or leading_state(corpus, area, discharged or corpus.as_of)),
            area=area,
            work=review.name,
            place=review.original.at(f"/outcomes/{index}"),
            arises=held_on,
            due=due.last,
            soon=plus_days(due.last, -30),
            discharged=discharged,
        )
