"""Services: who holds which role in which area on which days, by appointment, acting, extension and end."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.register.events import Event, events_of
from cica_docs.register.mandates.mandates import Mandate, mandates
from cica_docs.register.open_questions import setting
from cica_docs.values.day import PartialDate, parse_partial_date, plus_days
from cica_docs.values.period import Period
from cica_docs.values.texts import Texts

_OPEN = date(9999, 12, 30)
_BEGINS = {"appointed", "assumed"}


class Service(NamedTuple):
    """The days of service under a mandate and the act that began it; the period of an open service ends in 9999."""

    mandate: Mandate
    begun: Event
    period: Period

    @property
    def is_open(self) -> bool:
        """Whether no end is on record."""
        return self.period.last == _OPEN

    @property
    def is_unknown(self) -> bool:
        """Whether its end is unknown, because the mandate is known from public reports only."""
        return self.is_open and self.mandate.work.is_known_only


@cached_query
def services(corpus: Corpus) -> tuple[Service, ...]:
    """List the services on record by first day; knowledge without a dated act is no service."""
    unordered = (service for mandate in mandates(corpus) if (service := _service(mandate, corpus.as_of)))
    return tuple(sorted(unordered, key=lambda service: (service.period.first, service.mandate.work.id)))


@cached_query
def _by_area(corpus: Corpus) -> Mapping[str, Sequence[tuple[Mandate, Service | None]]]:
    """Map each area or dimension to its mandates with their services."""
    by_mandate = {id(service.mandate): service for service in services(corpus)}
    by_area: dict[str, list[tuple[Mandate, Service | None]]] = {}
    for mandate in mandates(corpus):
        by_area.setdefault(mandate.area, []).append((mandate, by_mandate.get(id(mandate))))
    return by_area


def _service(mandate: Mandate, as_of: date) -> Service | None:
    events = [event for event in events_of(mandate.work.original) if event.has_happened(as_of)]
    begun = next((event for event in events if event.kind in _BEGINS), None)
    if begun is None:
        return None
    period = mandate.lifecycle.period
    if period is None:
        taken_up = parse_partial_date(str(begun.data.get("from") or "")) or begun.on
        termination = next((event for event in events if event.kind == "terminated"), None)
        effective = parse_partial_date(str(termination.data.get("effective") or "")) if termination else None
        period = Period(taken_up.first, effective.last if effective else _OPEN)
    ended = next((event.on.last for event in events if event.kind == "ended"), period.last)
    last = min(period.last, ended)
    return Service(mandate, begun, Period(period.first, last)) if period.first <= last else None


@cached_query
def _by_office(corpus: Corpus) -> Mapping[tuple[str, str, str], Sequence[Service]]:
    """Map areas, states and roles to the services of the state in the office, by first day."""
    by_office: dict[tuple[str, str, str], list[Service]] = {}
    for service in services(corpus):
        by_office.setdefault(_office_of(service), []).append(service)
    return by_office


def _office_of(service: Service) -> tuple[str, str, str]:
    return service.mandate.area, service.mandate.holder, service.mandate.role


def services_in_office_of(corpus: Corpus, service: Service) -> Sequence[Service]:
    """Return all services of the same state in the same office, by first day."""
    return _by_office(corpus)[_office_of(service)]


def last_day_in_office(corpus: Corpus, service: Service) -> date:
    """Return the last day of a service and of those in which the state goes on in the office without a gap."""
    last = service.period.last
    for later in services_in_office_of(corpus, service):
        if service.period.first < later.period.first <= plus_days(last, 1):
            last = max(last, later.period.last)
    return last


def area_includes(corpus: Corpus, mandate_area: str, area: str) -> bool:
    """Whether a mandate over `held`, an area or dimension, is valid in an area."""
    return mandate_area in _covering(corpus, area)


def _covering(corpus: Corpus, area: str) -> tuple[str, ...]:
    """Return the area and the dimensions whose mandates are valid in an area."""
    enclosing = corpus.reference.entry("area", area).get("dimension")
    if not isinstance(enclosing, str) or enclosing == area or setting(corpus, "dimension-mandates") != "whole":
        return (area,)
    return area, enclosing


def areas_overlap(corpus: Corpus, first: str, second: str) -> bool:
    """Whether mandates over two areas or dimensions have an area in common."""
    return area_includes(corpus, first, second) or area_includes(corpus, second, first)


def may_serve(corpus: Corpus, state: str, area: str, on: PartialDate, *roles: str) -> bool:
    """Whether a state may serve in an area on a day of a date; a role known without a term counts."""
    period = Period(on.first, on.last)
    return any(
        _may_serve(mandate, service, period)
        for mandate, service in mandates_over(corpus, area)
        if mandate.holder == state and (not roles or mandate.role in roles)
    )


def mandates_over(corpus: Corpus, area: str, *, enclosing: bool = True) -> Iterator[tuple[Mandate, Service | None]]:
    """Yield the mandates over an area with their services; with `enclosing`, also those over its dimension."""
    for covered_area in _covering(corpus, area) if enclosing else (area,):
        yield from _by_area(corpus).get(covered_area, ())


def _may_serve(mandate: Mandate, service: Service | None, period: Period) -> bool:
    return service.period.overlaps(period) if service else mandate.known_as_of is not None


class LongestServices:
    """For each area and trait, such as a holder, the service that ends last of those added by first day."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._over: dict[str, dict[Hashable, Service]] = {}
        self._within: dict[str, dict[Hashable, Service]] = {}

    def add(self, service: Service, trait: Hashable) -> None:
        """Add a service that begins no earlier than those before it."""
        covering = _covering(self._corpus, service.mandate.area)
        for by_trait in (
            self._over.setdefault(covering[0], {}),
            *(self._within.setdefault(enclosing, {}) for enclosing in covering),
        ):
            longest = by_trait.get(trait)
            if longest is None or longest.period.last < service.period.last:
                by_trait[trait] = service

    def overlapping(self, service: Service) -> Iterator[tuple[Hashable, Service]]:
        """Yield the services over an area that overlaps with a service's area, each with its trait."""
        area = service.mandate.area
        for enclosing in _covering(self._corpus, area):
            if enclosing != area:
                yield from self._over.get(enclosing, {}).items()
        yield from self._within.get(area, {}).items()


def earliest_service(services: Iterable[Service]) -> Service | None:
    """Return the service that began first, or None."""
    return min(services, key=lambda service: (service.period.first, service.mandate.work.id), default=None)


def count_shared_days(first: Period, second: Period) -> int:
    """Count the days that two periods have in common."""
    return max((min(first.last, second.last) - max(first.first, second.first)).days + 1, 0)


def start_of_service(service: Service) -> PartialDate:
    """Return the date on which a role was taken up, as precise as on record."""
    return parse_partial_date(str(service.begun.data.get("from") or "")) or service.begun.on


def area_name_of(corpus: Corpus, area: str, on: date) -> Texts:
    """Return the name of an area or dimension on a day, by language."""
    return corpus.reference.names("area" if area in corpus.reference.all("area") else "dimension", area, on)
