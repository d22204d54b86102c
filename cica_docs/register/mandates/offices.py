"""Offices in an area on a day: roles held under a dated act or as publicly known; and vacancies."""

from datetime import date
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.register.events import events_of
from cica_docs.register.mandates.mandates import Mandate
from cica_docs.register.mandates.service import Service, area_includes, mandates_over, services
from cica_docs.values.day import plus_days
from cica_docs.values.role import ACTING, CO_COORDINATOR, COORDINATOR

_ROLES = (COORDINATOR, ACTING, CO_COORDINATOR)
_ORDER = {role: number for number, role in enumerate(_ROLES)}


class Office(NamedTuple):
    """A role that a state holds: with its service, or publicly known without any dated act."""

    mandate: Mandate
    service: Service | None

    @property
    def since(self) -> date | None:
        """The first day of the service, if on record."""
        return self.service.period.first if self.service else None

    @property
    def until(self) -> date | None:
        """The last day of the service, if on record."""
        return None if self.service is None or self.service.is_open else self.service.period.last

    @property
    def known_as_of(self) -> str:
        """The date of the public knowledge if no dated act is on record, else ""."""
        known_as_of = self.mandate.known_as_of
        return "" if self.service or known_as_of is None else known_as_of.text


class Vacancy(NamedTuple):
    """An area without an appointed Coordinator; `since` is the first day without, if known."""

    area: str
    is_complete: bool
    """Whether no role at all is held in the area."""
    since: date | None


def office_holders(corpus: Corpus, area: str, on: date | None = None, *, enclosing: bool = True) -> tuple[Office, ...]:
    """Return the offices in an area on a day, by default the corpus': Coordinator, acting, Co-coordinators.

    With `enclosing`, those of the whole dimension follow those of the area itself, where they count in its areas.
    """
    offices = [
        Office(mandate, service)
        for mandate, service in mandates_over(corpus, area, enclosing=enclosing)
        if _is_held(corpus, mandate, service, on or corpus.as_of)
    ]
    return tuple(sorted(offices, key=lambda office: (office.mandate.area != area, *_place(office))))


def services_on(corpus: Corpus, area: str, on: date, *roles: str) -> tuple[Service, ...]:
    """Return the services of the office holders in an area on a day, by first day; in any role unless named."""
    offices = office_holders(corpus, area, on)
    services = (office.service for office in offices if not roles or office.mandate.role in roles)
    return tuple(sorted(filter(None, services), key=lambda service: (service.period.first, service.mandate.work.id)))


@cached_query
def leading_state(corpus: Corpus, area: str, on: date) -> str:
    """Return the state that leads an area on a day as (acting) Coordinator; "" if no service is on record."""
    services = services_on(corpus, area, on, COORDINATOR, ACTING)
    return services[-1].mandate.holder if services else ""


@cached_query
def serving_states(corpus: Corpus, area: str, on: date) -> tuple[str, ...]:
    """Return the states that serve in an area on a day, Coordinator first, then acting, then Co-coordinators."""
    offices = office_holders(corpus, area, on)
    return tuple(dict.fromkeys(office.mandate.holder for office in offices if office.service))


def _is_held(corpus: Corpus, mandate: Mandate, service: Service | None, on: date) -> bool:
    """Whether a service covers the day, or the role was publicly known by then and no later act changes it."""
    if service is not None:
        return service.period.covers(on)
    known_as_of = mandate.known_as_of
    return (
        known_as_of is not None
        and known_as_of.first <= on
        and not any(
            later is not None and other.role == mandate.role and later.period.first > known_as_of.first
            for other, later in mandates_over(corpus, mandate.area, enclosing=False)
        )
    )


def _place(office: Office) -> tuple[int, date, str]:
    mandate = office.mandate
    return _ORDER.get(mandate.role, len(_ORDER)), office.since or date.min, mandate.work.id


def vacancies(corpus: Corpus) -> tuple[Vacancy, ...]:
    """List the areas without an appointed Coordinator on the corpus' day, in the order of the reference data."""
    vacant_areas = []
    for area in corpus.reference.all("area"):
        offices = office_holders(corpus, area)
        if not any(office.mandate.role == COORDINATOR for office in offices):
            roles = (COORDINATOR,) if offices else _ROLES
            vacant_areas.append(Vacancy(area, not offices, _vacant_since(corpus, area, *roles)))
    return tuple(vacant_areas)


def _vacant_since(corpus: Corpus, area: str, *roles: str) -> date | None:
    """Return the day after the last service on record in any of the roles."""
    ended = [
        service.period.last
        for service in services(corpus)
        if service.mandate.role in roles
        and area_includes(corpus, service.mandate.area, area)
        and service.period.last < corpus.as_of
    ]
    return plus_days(max(ended), 1) if ended else None


def latest_symbol_of(mandate: Mandate) -> str:
    """Return the symbol of the latest act on record, or ""."""
    acts = [
        str(event.data["ref"]) for event in events_of(mandate.work.original) if isinstance(event.data.get("ref"), str)
    ]
    return acts[-1] if acts else ""
