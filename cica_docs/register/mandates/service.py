"""Who serves in which area as what, on which days: appointments and acting, with their extensions and ends."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.kind import Texts
from cica_docs.documents.query import cached_query
from cica_docs.register.events import Event, events_of
from cica_docs.register.mandates.mandates import Mandate, mandates
from cica_docs.register.open_questions import setting
from cica_docs.values.day import PartialDate, parse_partial_date
from cica_docs.values.period import Period

COORDINATOR, CO_COORDINATOR, ACTING = "coordinator", "co-coordinator", "acting-coordinator"

_OPEN = date(9999, 12, 30)
_BEGINS = {"appointed", "assumed"}


@dataclass(frozen=True, eq=False)
class Service:
    """The days on which a mandate is served, by the act that began it; without an end on record the last is far off."""

    mandate: Mandate
    begun: Event
    period: Period

    @property
    def is_open(self) -> bool:
        """Whether no end is on record."""
        return self.period.last == _OPEN


@cached_query
def services(corpus: Corpus) -> tuple[Service, ...]:
    """The services on record, by their first day; what is known without a dated act is none."""
    found = (service for mandate in mandates(corpus) if (service := _service(mandate, corpus.as_of)))
    return tuple(sorted(found, key=lambda one: (one.period.first, one.mandate.work.id)))


@cached_query
def _by_area(corpus: Corpus) -> Mapping[str, Sequence[tuple[Mandate, Service | None]]]:
    """The mandates over each area or dimension, with their services."""
    served = {id(service.mandate): service for service in services(corpus)}
    found: dict[str, list[tuple[Mandate, Service | None]]] = {}
    for mandate in mandates(corpus):
        found.setdefault(mandate.area, []).append((mandate, served.get(id(mandate))))
    return found


def _service(mandate: Mandate, as_of: date) -> Service | None:
    happened = [event for event in events_of(mandate.work.original) if event.has_happened(as_of)]
    begun = next((event for event in happened if event.kind in _BEGINS), None)
    if begun is None:
        return None
    lasts = mandate.lifecycle.period
    if lasts is None:
        taken_up = parse_partial_date(str(begun.data.get("from") or "")) or begun.on
        left = next((event for event in happened if event.kind == "terminated"), None)
        moved = parse_partial_date(str(left.data.get("effective") or "")) if left else None
        lasts = Period(taken_up.first, moved.last if moved else _OPEN)
    ended = next((event.on.last for event in happened if event.kind == "ended"), lasts.last)
    last = min(lasts.last, ended)
    return Service(mandate, begun, Period(lasts.first, last)) if lasts.first <= last else None


def area_includes(corpus: Corpus, held: str, area: str) -> bool:
    """Whether a mandate over an area or dimension counts in an area."""
    return held in _covering(corpus, area)


def _covering(corpus: Corpus, area: str) -> tuple[str, ...]:
    """The area or dimensions over which a mandate counts in an area."""
    enclosing = corpus.reference.entry("area", area).get("dimension")
    if not isinstance(enclosing, str) or enclosing == area or setting(corpus, "dimension-mandates") != "whole":
        return (area,)
    return area, enclosing


def areas_overlap(corpus: Corpus, one: str, other: str) -> bool:
    """Whether mandates over two areas or dimensions have an area in common."""
    return area_includes(corpus, one, other) or area_includes(corpus, other, one)


def serving(corpus: Corpus, area: str, on: date, *roles: str) -> tuple[Service, ...]:
    """Who serves in an area, or in its whole dimension, on a day: in any role unless some are named."""
    found = [
        service for mandate, service in _held(corpus, area, *roles) if service is not None and service.period.covers(on)
    ]
    return tuple(sorted(found, key=lambda one: (one.period.first, one.mandate.work.id)))


def may_serve(corpus: Corpus, state: str, area: str, on: PartialDate, *roles: str) -> bool:
    """Whether a state serves in an area on some day of a date, or is known to have had a role there without a term."""
    when = Period(on.first, on.last)
    return any(
        _may(mandate, service, when) for mandate, service in _held(corpus, area, *roles) if mandate.holder == state
    )


def _held(corpus: Corpus, area: str, *roles: str) -> Iterator[tuple[Mandate, Service | None]]:
    for held in _covering(corpus, area):
        for mandate, service in _by_area(corpus).get(held, ()):
            if not roles or mandate.role in roles:
                yield mandate, service


def _may(mandate: Mandate, service: Service | None, when: Period) -> bool:
    return service.period.overlaps(when) if service else mandate.known_as_of is not None


class Standing:
    """Of services taken in by their first day: for each area and each trait, such as a holder, which lasts longest."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._over: dict[str, dict[Hashable, Service]] = {}
        self._within: dict[str, dict[Hashable, Service]] = {}

    def add(self, service: Service, trait: Hashable) -> None:
        """Take in a service that begins no earlier than those before it."""
        covering = _covering(self._corpus, service.mandate.area)
        for known in (self._over.setdefault(covering[0], {}), *(self._within.setdefault(one, {}) for one in covering)):
            longest = known.get(trait)
            if longest is None or longest.period.last < service.period.last:
                known[trait] = service

    def beside(self, service: Service) -> Iterator[tuple[Hashable, Service]]:
        """Those over an area that meets the area of a service, each with its trait."""
        area = service.mandate.area
        for one in _covering(self._corpus, area):
            if one != area:
                yield from self._over.get(one, {}).items()
        yield from self._within.get(area, {}).items()


def first_beside(services: Iterable[Service]) -> Service | None:
    """The one of some services that began first."""
    return min(services, key=lambda one: (one.period.first, one.mandate.work.id), default=None)


def count_shared_days(one: Period, other: Period) -> int:
    """How many days two periods have in common."""
    return max((min(one.last, other.last) - max(one.first, other.first)).days + 1, 0)


def start_of_service(service: Service) -> PartialDate:
    """The date on which a role was taken up, as far as it is known."""
    return parse_partial_date(str(service.begun.data.get("from") or "")) or service.begun.on


def area_name_of(corpus: Corpus, area: str, on: date) -> Texts:
    """What a priority area, or a dimension, is called on a day."""
    return corpus.reference.names("area" if area in corpus.reference.all("area") else "dimension", area, on)
