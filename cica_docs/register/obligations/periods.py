"""Occasions that recur: every year, every half-year, every chairmanship, every year of service."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.register.events import events_of
from cica_docs.register.mandates.service import Service, last_day_in_office
from cica_docs.register.obligations.deadlines import resolve
from cica_docs.register.obligations.occasion import Occasion
from cica_docs.register.obligations.reviews import held_reviews
from cica_docs.register.obligations.services import owing_services
from cica_docs.register.obligations.table import Duty
from cica_docs.register.open_questions import applies_from, is_bound
from cica_docs.register.works import works
from cica_docs.values.day import add_years, parse_partial_date, plus_days
from cica_docs.values.period import Period, calendar_halves, calendar_year
from cica_docs.values.span import Place, Span

_ROLLING = "rolling"


class Recurrence(NamedTuple):
    """A period that recurs: its name in ids, its days, and the State in the chair if it is a chairmanship."""

    name: str
    period: Period
    place: Place
    chair: str = ""


def years(corpus: Corpus, duty: Duty) -> Iterator[Occasion]:
    """Yield every calendar year on record, or the year after each review if the register counts so."""
    if duty.counted and resolve(corpus, duty.counted, "", corpus.as_of) == _ROLLING:
        return _years_after_reviews(corpus)
    return _recurring(corpus, duty, _calendar(corpus, lambda year: {str(year): calendar_year(year)}))


def half_years(corpus: Corpus, duty: Duty) -> Iterator[Occasion]:
    """Yield every half of a calendar year on record."""
    return _recurring(
        corpus, duty, _calendar(corpus, lambda year: {f"{half.first:%Y-%m}": half for half in calendar_halves(year)})
    )


def chairmanships(corpus: Corpus, duty: Duty) -> Iterator[Occasion]:
    """Yield every chairmanship on record that has an end."""
    return _recurring(corpus, duty, _chairmanships(corpus))


def years_of_service(corpus: Corpus, duty: Duty) -> Iterator[Occasion]:
    """Yield every year of each service, counted from its first day; the last one may be shorter."""
    for service in owing_services(corpus, duty):
        first, number = service.period.first, 1
        while first <= min(service.period.last, corpus.as_of):
            following = add_years(service.period.first, number)
            last = plus_days(following, -1)
            recurrence = Recurrence(str(number), Period(first, last), service.begun.place)
            yield from _in_services(corpus, recurrence, [service])
            if following == first:
                break
            first, number = following, number + 1


def _calendar(corpus: Corpus, periods_of: Callable[[int], dict[str, Period]]) -> Iterator[Recurrence]:
    place = _place(corpus)
    for year in range(recorded_since(corpus).year, corpus.as_of.year + 1):
        for name, period in periods_of(year).items():
            yield Recurrence(name, period, place)


def _chairmanships(corpus: Corpus) -> Iterator[Recurrence]:
    file = corpus.reference.file("chairmanships")
    for index, entry in enumerate(corpus.reference.entries("chairmanships")):
        first, last = (parse_partial_date(str(entry.get(key) or "")) for key in ("from", "to"))
        if file and first and last and first.first <= last.last:
            period = Period(first.first, last.last)
            place = file.at(f"/chairmanships/{index}")
            yield Recurrence(str(first), period, place, str(entry.get("state") or ""))


def _recurring(corpus: Corpus, duty: Duty, recurrences: Iterable[Recurrence]) -> Iterator[Occasion]:
    """Yield the periods for each service in a role that has the duty, or once if the duty is of no role."""
    owing = list(owing_services(corpus, duty))
    since = recorded_since(corpus)
    for recurrence in recurrences:
        if duty.roles:
            yield from _in_services(corpus, recurrence, owing)
        elif recurrence.period.last >= since:
            yield Occasion(
                key=recurrence.name,
                place=recurrence.place,
                arises=max(recurrence.period.first, since),
                judged_on=max(recurrence.period.first, since),
                start=recurrence.period.first,
                end=recurrence.period.last,
                parties={"chair": recurrence.chair},
                since=recurrence.period.first,
                until=recurrence.period.last,
                is_partial=recurrence.period.first <= since and not recurrence.chair,
                period=str(recurrence.period.last.year),
            )


def _in_services(corpus: Corpus, recurrence: Recurrence, owing: Iterable[Service]) -> Iterator[Occasion]:
    """Yield a period for each service that overlaps with it, cut to the days of the service."""
    for service in owing:
        if service.period.overlaps(recurrence.period):
            first = max(service.period.first, recurrence.period.first)
            yield Occasion(
                key=f"{service.mandate.work.name}:{recurrence.name}",
                place=service.begun.place,
                arises=first,
                judged_on=first,
                start=first,
                end=min(service.period.last, recurrence.period.last),
                work=service.mandate.work,
                area=service.mandate.area,
                role=service.mandate.role,
                parties={"holder": service.mandate.holder, "chair": recurrence.chair},
                since=first,
                until=recurrence.period.last,
                served_until=last_day_in_office(corpus, service),
                is_partial=first > recurrence.period.first,
                period=recurrence.name,
            )


def _years_after_reviews(corpus: Corpus) -> Iterator[Occasion]:
    """Yield the year after each review; of those before the decision only the last, which the next one follows."""
    reviews = held_reviews(corpus)
    bound = [review for review in reviews if is_bound(corpus, review.on)]
    earlier = [review for review in reviews if not is_bound(corpus, review.on)][-1:]
    for review in [*earlier, *bound]:
        due = add_years(review.on, 1)
        yield Occasion(
            key=review.on.isoformat(),
            place=_place(corpus),
            arises=review.on,
            judged_on=date.max,
            start=review.on,
            end=due,
            since=plus_days(review.on, 1),
            period=str(due.year),
        )


@cached_query
def recorded_since(corpus: Corpus) -> date:
    """Return the first day for which the register can tell whether something was held: that of its first bound act."""
    originals = [work.original for work in works(corpus).values() if work.kind.name != "decision"]
    acts = [event.on.first for original in originals for event in events_of(original)]
    meetings = [
        date.first
        for entry in corpus.reference.entries("meetings")
        if (date := parse_partial_date(str(entry.get("on"))))
    ]
    return max(min([*acts, *meetings], default=corpus.as_of), applies_from(corpus))


def _place(corpus: Corpus) -> Place:
    file = corpus.reference.file("meetings") or corpus.decision.house
    return file.at("/meetings") if file else Place("reference", Span.point(1))
