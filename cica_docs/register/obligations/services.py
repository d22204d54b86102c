"""Occasions from services in an office: their beginning, their end, and each extension of a tenure."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import events_until
from cica_docs.register.mandates.appointments import Extension, extensions
from cica_docs.register.mandates.mandates import Mandate
from cica_docs.register.mandates.service import Service, last_day_in_office, services, services_in_office_of
from cica_docs.register.obligations.occasion import Occasion
from cica_docs.register.obligations.table import ALWAYS, Duty
from cica_docs.register.open_questions import is_answered
from cica_docs.register.works import works
from cica_docs.values.day import plus_days


def owing_services(corpus: Corpus, duty: Duty) -> Iterator[Service]:
    """Yield the services in a role that has the duty, always or under the register's answer to an open question."""
    for service in services(corpus):
        if is_owed_in_role(corpus, duty, service.mandate.role):
            yield service


def is_owed_in_role(corpus: Corpus, duty: Duty, role: str) -> bool:
    """Whether a role has a duty, always or under the register's answer to an open question."""
    condition = _condition_of(duty, role)
    if condition is None or condition == ALWAYS:
        return condition == ALWAYS
    return is_answered(corpus, str(condition), (duty.provision.partition("/")[0],))


def _condition_of(duty: Duty, role: str) -> str | None:
    """Return on what it depends that a role has a duty, None if it has not; a duty that names no roles is of each."""
    return duty.roles.get(role) if duty.roles else ALWAYS


def _occasion_of(mandate: Mandate, mark: str = "", **further: Any) -> Occasion:
    """Return an occasion from a mandate; a mark tells apart several of one mandate."""
    return Occasion(
        key=f"{mandate.work.name}{mark}",
        work=mandate.work,
        area=mandate.area,
        role=mandate.role,
        parties={"holder": mandate.holder},
        **further,
    )


def begun_services(corpus: Corpus, duty: Duty) -> Iterator[Occasion]:
    """Yield each service from the act that began it."""
    for service in owing_services(corpus, duty):
        begun = service.begun
        applied = _applied(corpus, service.mandate)
        yield _occasion_of(
            service.mandate,
            place=begun.place,
            arises=begun.on.first,
            judged_on=begun.on.first,
            start=begun.on.last,
            end=service.period.last,
            first=service.period.first,
            days={"application": applied} if applied else {},
            served_until=last_day_in_office(corpus, service),
            since=begun.on.first,
            is_continued=any(_continues(service, earlier, duty) for earlier in services_in_office_of(corpus, service)),
        )


def ended_services(corpus: Corpus, duty: Duty) -> Iterator[Occasion]:
    """Yield each service that has an end on record, from the day after its last."""
    for service in owing_services(corpus, duty):
        if not service.is_open:
            yield _occasion_of(
                service.mandate,
                place=service.mandate.work.original.at("/holder"),
                arises=service.period.end,
                judged_on=service.period.end,
                start=service.period.first,
                end=service.period.last,
                is_continued=any(_continues(later, service, duty) for later in services_in_office_of(corpus, service)),
            )


def extended_terms(corpus: Corpus, _: Duty) -> Iterator[Occasion]:
    """Yield each extension that was granted; its end is that of the tenure before it."""
    for extension in extensions(corpus):
        if extension.old_end is not None:
            granted = extension.act.on
            yield _occasion_of(
                extension.mandate,
                f":{granted}",
                place=extension.act.place,
                arises=min(granted.first, extension.old_end),
                judged_on=granted.first,
                start=granted.last,
                end=extension.old_end,
                since=_day_after_previous(corpus, extension),
                until=granted.last,
            )


def _day_after_previous(corpus: Corpus, extension: Extension) -> date:
    """Return the day after the extension before this one, for each is asked for by a request of its own."""
    before = [
        other.act.on
        for other in extensions(corpus)
        if other.mandate is extension.mandate and other.act.on < extension.act.on
    ]
    return plus_days(max(before).last, 1) if before else date.min


def _continues(later: Service, earlier: Service, duty: Duty) -> bool:
    """Whether a state goes on in an office that always has the duty, so that its duties continue too."""
    return (
        later.mandate is not earlier.mandate
        and _condition_of(duty, later.mandate.role) == ALWAYS
        and earlier.period.first < later.period.first <= earlier.period.end
    )


def _applied(corpus: Corpus, mandate: Mandate) -> date | None:
    """Return the day of the holder's own notice of intention, if on record."""
    notice = works(corpus).get(f"notice/{mandate.work.original.get('/notice')}")
    sent = [event.on.first for event in events_until(corpus, notice.original) if event.kind == "sent"] if notice else []
    return min(sent, default=None)
