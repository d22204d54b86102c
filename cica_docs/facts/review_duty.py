"""Reviews: one at least each year (3.2), and a written contribution of each Coordinator and Co-coordinator (3.5)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from cica_docs.documents.corpus import Corpus
from cica_docs.facts.binding import binding_since
from cica_docs.facts.event import names
from cica_docs.facts.mandate_duty import happened
from cica_docs.facts.tenure import mandates
from cica_docs.facts.work import Work, works_of
from cica_docs.values.day import partial_date, plus_months
from cica_docs.values.obligation import Obligation
from cica_docs.values.span import Place

_ROLES = frozenset({"coordinator", "co-coordinator", "acting-coordinator"})


@dataclass(frozen=True)
class HeldReview:
    """A review that the SOC held: its day, where it is on record, and what it dwelt on."""

    on: date
    work: str
    place: Place
    focus: tuple[str, ...]


def held_reviews(corpus: Corpus) -> tuple[HeldReview, ...]:
    """All reviews on record by the corpus' day, in order: works, and meetings of the SOC that had a focus."""
    found = [*_of_works(corpus), *_of_meetings(corpus)]
    by_day = {review.on: review for review in reversed(found)}
    return tuple(by_day[on] for on in sorted(by_day) if on <= corpus.as_of)


def _of_works(corpus: Corpus) -> Iterator[HeldReview]:
    for work in works_of(corpus, "review"):
        held = partial_date(str(work.original.get("/held_on") or ""))
        if held and any(event.kind == "held" for event in happened(corpus, work.original)):
            yield HeldReview(held.first, work.name, work.original.at("/held_on"), names(work.original.get("/focus")))


def _of_meetings(corpus: Corpus) -> Iterator[HeldReview]:
    file = corpus.reference.file("meetings")
    for index, meeting in enumerate(corpus.reference.entries("meetings")):
        held = partial_date(str(meeting.get("on") or meeting.get("to") or ""))
        if file and held and meeting.get("body") == "soc" and meeting.get("focus"):
            yield HeldReview(held.first, "", file.at(f"/meetings/{index}"), names(meeting.get("focus")))


def review_duties(corpus: Corpus) -> Iterator[Obligation]:
    """The reviews that fall due year by year, and the contributions to those that are announced or held."""
    reviews = held_reviews(corpus)
    questions = corpus.reference.settings.get("open_questions")
    entry = questions.get("annual-review") if isinstance(questions, dict) else None
    rolling = isinstance(entry, dict) and entry.get("value") == "rolling"
    yield from _rolling(corpus, reviews) if rolling else _by_calendar(corpus, reviews)
    for work in works_of(corpus, "review"):
        yield from _contributions(corpus, work)


def _by_calendar(corpus: Corpus, reviews: tuple[HeldReview, ...]) -> Iterator[Obligation]:
    """One in each calendar year, the first being the year after the decision's first day where none was held before."""
    since = binding_since(corpus)
    if since == date.min:
        since = reviews[0].on if reviews else corpus.as_of
    for year in range(since.year, corpus.as_of.year + 1):
        held = [review for review in reviews if review.on.year == year]
        first = held[0] if held else None
        yield _review(corpus, str(year), date(year, 1, 1), date(year, 12, 31), first)


def _rolling(corpus: Corpus, reviews: tuple[HeldReview, ...]) -> Iterator[Obligation]:
    """One within twelve months of the one before."""
    bound = [review for review in reviews if review.on >= binding_since(corpus)]
    earlier = [review for review in reviews if review.on < binding_since(corpus)][-1:]
    chain = [*earlier, *bound]
    for before, after in zip(chain, [*chain[1:], None], strict=True):
        yield _review(corpus, before.on.isoformat(), before.on, plus_months(before.on, 12), after)


def _review(corpus: Corpus, name: str, arises: date, due: date, held: HeldReview | None) -> Obligation:
    file = corpus.reference.file("meetings")
    place = held.place if held else file.at("/meetings") if file else Place("", corpus.data[0].front.at(""))
    return Obligation(
        id=f"3.2/yearly:{name}",
        provision="3.2/yearly",
        addressee="soc",
        area="",
        work=held.work if held else "",
        place=place,
        arises=arises,
        due=due,
        soon=plus_months(due, -2),
        discharged=held.on if held else None,
    )


def _contributions(corpus: Corpus, review: Work) -> Iterator[Obligation]:
    held = partial_date(str(review.original.get("/held_on") or ""))
    announced = [event.on.first for event in happened(corpus, review.original) if event.kind == "announced"]
    if held is None:
        return
    focus = names(review.original.get("/focus"))
    for mandate in mandates(corpus):
        dimension = corpus.reference.entry("area", mandate.area).get("dimension")
        if mandate.role not in _ROLES or not mandate.serves(held.first) or not {mandate.area, dimension} & set(focus):
            continue
        days = [
            event.on.first
            for work in works_of(corpus, "review-contribution")
            if (work.original.get("/review"), work.original.get("/by")) == (review.id, mandate.holder)
            and work.original.get("/area") in {None, mandate.area, dimension}
            for event in happened(corpus, work.original)
            if event.kind == "submitted"
        ]
        yield Obligation(
            id=f"3.5/contribution:{review.name}:{mandate.work.id}",
            provision="3.5/contribution",
            addressee=mandate.holder,
            area=mandate.area,
            work=review.name,
            place=review.original.at("/held_on"),
            arises=min(announced, default=held.first),
            due=held.first - timedelta(days=1),
            soon=held.first - timedelta(days=30),
            discharged=min(days, default=None),
        )
