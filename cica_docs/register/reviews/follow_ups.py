"""What a review may have to follow up: a draft list, derived from the record, for the Committee to judge."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import events_of
from cica_docs.register.lifecycle import State, lifecycles
from cica_docs.register.mandates.service import COORDINATOR, services
from cica_docs.register.obligations.all import is_known_only, obligations
from cica_docs.register.reviews.reviews import reviews, works_under_review
from cica_docs.register.reviews.scope import Scope
from cica_docs.register.works import Work, works
from cica_docs.values.day import plus_days
from cica_docs.values.obligation import Obligation, ObligationState

_EXPIRING_DAYS = 90
# Told in words of their own: outcomes of items, outcomes of reviews, contributions; the yearly review has no area.
_APART = frozenset({"2.9/update", "3.5/follow-up", "3.5/contribution", "3.2/yearly"})


@dataclass(frozen=True)
class FollowUp:
    """One matter: its sort, the area, the work and item it is about, who would act, and by when, as far as known.

    `expiring`, `outcome-missing`, `update-open`, `verdict-open`, `vacant`, or the provision of an open obligation.
    """

    sort: str
    area: str
    work: str = ""
    item: str = ""
    by: str = ""
    due: date | None = None


def follow_ups(corpus: Corpus, scope: Scope) -> tuple[FollowUp, ...]:
    """All matters of the areas in scope, area by area, the first due first."""
    order = {area: number for number, area in enumerate(scope.areas)}
    found = dict.fromkeys(one for one in _all(corpus, scope) if one.area in order)
    return tuple(sorted(found, key=lambda one: (order[one.area], one.due or date.max, one.sort, one.work, one.item)))


def _all(corpus: Corpus, scope: Scope) -> Iterator[FollowUp]:
    expiring = list(_expiring(corpus, scope))
    yield from expiring
    yield from _owed(corpus, scope, {one.work for one in expiring})
    yield from _undated_outcomes(corpus, scope)
    yield from _verdicts(corpus, scope)
    for sheet in scope.sheets:
        if not any(office.mandate.role == COORDINATOR for office in sheet.offices):
            yield FollowUp("vacant", sheet.area)


def _expiring(corpus: Corpus, scope: Scope) -> Iterator[FollowUp]:
    """Papers, plans and tenures that end within the year, or within the days that the settings name."""
    days = corpus.reference.settings.get("expiring_within_days")
    near = plus_days(corpus.as_of, days if isinstance(days, int) else _EXPIRING_DAYS)
    horizon = max(near, date(scope.year, 12, 31))
    for sheet in scope.sheets:
        for work in (*sheet.papers, *sheet.plans):
            cycle = lifecycles(corpus)[work.name]
            if cycle.state is State.IN_FORCE and cycle.period and cycle.period.last <= horizon:
                yield FollowUp("expiring", sheet.area, work.name, due=cycle.period.last)
        held = {office.mandate.work.name for office in sheet.offices}
        for service in services(corpus):
            name = service.mandate.work.name
            if name in held and service.period.last <= horizon:
                yield FollowUp("expiring", sheet.area, name, by=service.mandate.holder, due=service.period.last)


def _owed(corpus: Corpus, scope: Scope, expiring: set[str]) -> Iterator[FollowUp]:
    """Open obligations of the areas; those that come later are left out, and those of what is only publicly known."""
    for obligation in obligations(corpus):
        state = obligation.state(corpus.as_of)
        if not state.is_open or obligation.area not in scope.areas or is_known_only(corpus, obligation):
            continue
        tail = obligation.id.rpartition(":")[2]
        if obligation.provision == "2.9/update":
            yield FollowUp(
                "outcome-missing", obligation.area, obligation.work, tail, obligation.addressee, obligation.due
            )
        elif obligation.provision == "3.5/follow-up":
            yield FollowUp("update-open", obligation.area, tail, "", obligation.addressee, obligation.due)
        elif (
            obligation.provision not in _APART
            and state is not ObligationState.OPEN
            and not _is_told(obligation, expiring)
        ):
            yield FollowUp(
                obligation.provision, obligation.area, obligation.work, "", obligation.addressee, obligation.due
            )


def _is_told(one: Obligation, expiring: set[str]) -> bool:
    return one.provision == "2.6/extended-on-time" and one.work in expiring


def _undated_outcomes(corpus: Corpus, scope: Scope) -> Iterator[FollowUp]:
    """Updates that a review wanted without naming a day, where nothing has happened to the work since."""
    for review in reviews(corpus):
        outcomes = review.work.original.get("/outcomes")
        for one in outcomes if isinstance(outcomes, list) and review.is_held else ():
            named = works(corpus).get(str(one.get("work"))) if isinstance(one, dict) else None
            if named is None or one.get("update_needed") is not True or one.get("due"):
                continue
            area = str(named.original.get("/area") or "")
            if area in scope.areas and not _has_moved(corpus, named, review.on or corpus.as_of):
                yield FollowUp("update-open", area, named.name, by=str(one.get("by") or ""))


def _has_moved(corpus: Corpus, work: Work, since: date) -> bool:
    return any(event.on.first > since and event.has_happened(corpus.as_of) for event in events_of(work.original))


def _verdicts(corpus: Corpus, scope: Scope) -> Iterator[FollowUp]:
    """Papers and plans of which no review of the year has said whether they need to be updated."""
    judged = {
        one.get("work")
        for review in scope.reviews
        for one in review.work.original.get("/outcomes") or ()
        if isinstance(one, dict)
    }
    held = [review for review in scope.reviews if review.is_held]
    asked = {work.name for review in held for work in works_under_review(corpus, review)}
    for sheet in scope.sheets:
        for work in (*sheet.papers, *sheet.plans):
            is_asked = work.name in asked if held else _stands(corpus, work)
            if is_asked and work.name not in judged:
                yield FollowUp(
                    "verdict-open", sheet.area, work.name, due=None if scope.is_past(corpus.as_of) else scope.on
                )


def _stands(corpus: Corpus, work: Work) -> bool:
    return lifecycles(corpus)[work.name].state in {State.IN_FORCE, State.NOT_YET, State.APPROVED}
