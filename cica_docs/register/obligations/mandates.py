"""Obligations from mandates: a paper (1.2, 2.7), a report at the end (1.3), a request in time (1.12)."""

from collections.abc import Iterator, Mapping
from datetime import date

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.query import cached_query
from cica_docs.register.events import Event, events_of
from cica_docs.register.mandates.appointments import Extension, extensions
from cica_docs.register.mandates.completion_reports import completion_reports
from cica_docs.register.mandates.mandates import Mandate
from cica_docs.register.mandates.notices import notices
from cica_docs.register.mandates.service import ACTING, COORDINATOR, Service, area_includes, services
from cica_docs.register.open_questions import days_setting, is_bound, owes_when_acting
from cica_docs.register.works import works, works_of
from cica_docs.values.day import add_months, plus_days
from cica_docs.values.obligation import Obligation

_PROPOSALS = frozenset({"proposed", "issued", "revised", "circulated", "considered", "approved"})
_EXPIRING = 90


def mandate_duties(corpus: Corpus) -> Iterator[Obligation]:
    """Yield the obligations from all mandates with dated acts."""
    for service in services(corpus):
        if _has_duty(corpus, service, "2.7") and is_bound(corpus, service.begun.on.first):
            yield from _concept_paper(corpus, service)
        if _has_duty(corpus, service, "1.3") and is_bound(corpus, service.period.end):
            yield from _report(corpus, service)
    for extension in extensions(corpus):
        if is_bound(corpus, extension.act.on.first):
            yield from _request(corpus, extension)


@cached_query
def events_until(corpus: Corpus, document: Document) -> list[Event]:
    """Return the acts of a document on record by the corpus' day."""
    return [event for event in events_of(document) if event.has_happened(corpus.as_of)]


def _has_duty(corpus: Corpus, service: Service, clause: str) -> bool:
    """Whether a role carries a Coordinator's duty under a clause; an acting role only if a setting says so."""
    role = service.mandate.role
    return role == COORDINATOR or (role == ACTING and owes_when_acting(corpus, clause))


def _continues(later: Service, earlier: Service) -> bool:
    """Whether the same state continues to lead the same area, so that its duties continue too."""
    mandate, previous = later.mandate, earlier.mandate
    return (
        mandate is not previous
        and (mandate.area, mandate.holder, mandate.role, previous.role)
        == (previous.area, previous.holder, COORDINATOR, COORDINATOR)
        and earlier.period.first < later.period.first <= earlier.period.end
    )


@cached_query
def _led(corpus: Corpus) -> Mapping[tuple[str, str], list[Service]]:
    """Map areas and states to the services of the state in the area."""
    by_area_and_state: dict[tuple[str, str], list[Service]] = {}
    for service in services(corpus):
        by_area_and_state.setdefault((service.mandate.area, service.mandate.holder), []).append(service)
    return by_area_and_state


def _concept_paper(corpus: Corpus, service: Service) -> Iterator[Obligation]:
    """Yield the duty of a new Coordinator to propose a paper, unless it left office before the day."""
    appointed = service.begun.on
    months = corpus.decision.months("2.7/new-coordinator", "proposal", appointed.first, 3)
    due = add_months(appointed.last, months)
    if service.period.last < due or any(
        _continues(service, earlier) for earlier in _led(corpus).get((service.mandate.area, service.mandate.holder), ())
    ):
        return
    mandate = service.mandate
    yield Obligation(
        id=f"2.7/new-coordinator:{mandate.work.name}",
        provision="2.7/new-coordinator",
        addressee=mandate.holder,
        area=mandate.area,
        work=mandate.work.name,
        place=service.begun.place,
        arises=appointed.first,
        due=due,
        soon=add_months(appointed.last, max(months - 1, 0)),
        discharged=_proposed(corpus, mandate, _applied(corpus, mandate) or appointed.first),
    )


def _applied(corpus: Corpus, mandate: Mandate) -> date | None:
    """Return the day of the holder's own notice of intention, if on record."""
    notice = works(corpus).get(f"notice/{mandate.work.original.get('/notice')}")
    sent = [event.on.first for event in events_until(corpus, notice.original) if event.kind == "sent"] if notice else []
    return min(sent, default=None)


def _proposed(corpus: Corpus, mandate: Mandate, since: date) -> date | None:
    """Return the first day since the application on which a paper of the holder for the area is on record."""
    proposed = (
        next((event.on.first for event in acts if event.on.last >= since), None)
        for area, acts in _proposals(corpus).get(mandate.holder, {}).items()
        if area_includes(corpus, mandate.area, area)
    )
    return min((day for day in proposed if day), default=None)


@cached_query
def _proposals(corpus: Corpus) -> Mapping[str, Mapping[str, list[Event]]]:
    """Map holders and areas to the acts that proposed papers, in order."""
    by_holder: dict[str, dict[str, list[Event]]] = {}
    for work in works_of(corpus, "concept-paper"):
        holder, area = (str(work.original.get(pointer) or "") for pointer in ("/prepared_by", "/area"))
        acts = (event for event in events_until(corpus, work.original) if event.kind in _PROPOSALS)
        by_holder.setdefault(holder, {}).setdefault(area, []).extend(acts)
    return {
        holder: {area: sorted(acts, key=lambda event: event.on.first) for area, acts in areas.items()}
        for holder, areas in by_holder.items()
    }


def _request(corpus: Corpus, extension: Extension) -> Iterator[Obligation]:
    """Yield the duty to request an extension before the tenure ends, for each extension that was granted."""
    if extension.old_end is None:
        return
    mandate, granted = extension.mandate, extension.act.on
    before = [
        extension.act.on
        for extension in extensions(corpus)
        if extension.mandate is mandate and extension.act.on < granted
    ]
    since = max(before).last if before else date.min
    sent = [
        notice.sent.on.first
        for notice in notices(corpus)
        if notice.purpose == "extension" and notice.mandate is mandate and notice.sent and since < notice.sent.on.last
        if notice.sent.on.first <= granted.last and notice.sent.has_happened(corpus.as_of)
    ]
    expiring_days = corpus.reference.settings.get("expiring_within_days")
    yield Obligation(
        id=f"1.12/notice-to-all:{mandate.work.name}:{granted}",
        provision="1.12/notice-to-all",
        addressee=mandate.holder,
        area=mandate.area,
        work=mandate.work.name,
        place=extension.act.place,
        arises=min(granted.first, extension.old_end),
        due=extension.old_end,
        soon=plus_days(extension.old_end, -(expiring_days if isinstance(expiring_days, int) else _EXPIRING)),
        discharged=min(sent, default=None),
    )


def _report(corpus: Corpus, service: Service) -> Iterator[Obligation]:
    """Yield a Coordinator's duty to report after its service; its deadline is a setting, not in the clause."""
    if service.is_open or any(_continues(later, service) for later in services(corpus)):
        return
    mandate = service.mandate
    circulated = [
        event.on.first
        for report in completion_reports(corpus)
        if report.mandate is mandate
        for event in events_until(corpus, report.work.original)
        if event.kind == "circulated"
    ]
    yield Obligation(
        id=f"1.3/report:{mandate.work.name}",
        provision="1.3/report",
        addressee=mandate.holder,
        area=mandate.area,
        work=mandate.work.name,
        place=mandate.work.original.at("/holder"),
        arises=service.period.end,
        due=plus_days(service.period.last, days_setting(corpus, "completion-report-days")),
        soon=service.period.end,
        discharged=min(circulated, default=None),
    )
