"""Follow-ups of a review: a draft list, derived from the record, for the Committee to decide on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import events_of
from cica_docs.register.lifecycle import State, lifecycles
from cica_docs.register.mandates.service import services
from cica_docs.register.obligations.all import is_known_only, obligations
from cica_docs.register.reviews.reviews import reviews, works_under_review
from cica_docs.register.reviews.scope import Scope
from cica_docs.register.works import Work, works
from cica_docs.values.day import plus_days
from cica_docs.values.obligation import (
    CONTRIBUTION_EXPECTED,
    ITEM_ENDED,
    PERIOD_BEGUN,
    UPDATE_ASKED,
    Obligation,
    ObligationState,
)
from cica_docs.values.period import calendar_year
from cica_docs.values.role import COORDINATOR


@dataclass(frozen=True)
class FollowUp:
    """A matter to follow up: its category, area, work, item, who would act and by when, if known.

    The category is `expiring`, `outcome-missing`, `update-open`, `verdict-open`, `vacant`, or a provision.
    """

    category: str
    area: str
    work: str = ""
    item: str = ""
    by: str = ""
    due: date | None = None


def follow_ups(corpus: Corpus, scope: Scope) -> tuple[FollowUp, ...]:
    """List all matters in the areas in scope by area, the first due first."""
    order = {area: number for number, area in enumerate(scope.areas)}
    unordered = dict.fromkeys(follow_up for follow_up in _all(corpus, scope) if follow_up.area in order)
    return tuple(
        sorted(
            unordered,
            key=lambda follow_up: (
                order[follow_up.area],
                follow_up.due or date.max,
                follow_up.category,
                follow_up.work,
                follow_up.item,
            ),
        )
    )


def _all(corpus: Corpus, scope: Scope) -> Iterator[FollowUp]:
    expiring = list(_expiring(corpus, scope))
    yield from expiring
    yield from _owed(corpus, scope, {follow_up.work for follow_up in expiring})
    yield from _undated_outcomes(corpus, scope)
    yield from _verdicts(corpus, scope)
    for record in scope.area_records:
        if not any(office.mandate.role == COORDINATOR for office in record.offices):
            yield FollowUp("vacant", record.area)


def _expiring(corpus: Corpus, scope: Scope) -> Iterator[FollowUp]:
    """Yield papers, plans and tenures that end within the year, or within the days of the settings."""
    days = corpus.reference.settings.get("expiring_within_days")
    soon = plus_days(corpus.as_of, days if isinstance(days, int) else 0)
    horizon = max(soon, calendar_year(scope.year).last)
    for record in scope.area_records:
        for work in (*record.papers, *record.plans):
            cycle = lifecycles(corpus)[work.name]
            if cycle.state is State.IN_FORCE and cycle.period and cycle.period.last <= horizon:
                yield FollowUp("expiring", record.area, work.name, due=cycle.period.last)
        mandate_names = {office.mandate.work.name for office in record.offices}
        for service in services(corpus):
            name = service.mandate.work.name
            if name in mandate_names and service.period.last <= horizon:
                yield FollowUp("expiring", record.area, name, by=service.mandate.holder, due=service.period.last)


def _owed(corpus: Corpus, scope: Scope, expiring: set[str]) -> Iterator[FollowUp]:
    """Yield open obligations of the areas, without later ones and those of works that are only publicly known."""
    for obligation in obligations(corpus):
        state = obligation.state(corpus.as_of)
        if not state.is_open or obligation.area not in scope.areas or is_known_only(corpus, obligation):
            continue
        occasion = obligation.occasion.rpartition(".")[2]
        if occasion == ITEM_ENDED:
            yield FollowUp(
                "outcome-missing",
                obligation.area,
                obligation.work,
                obligation.item,
                obligation.addressee,
                obligation.due,
            )
        elif occasion == UPDATE_ASKED:
            yield FollowUp("update-open", obligation.area, obligation.item, "", obligation.addressee, obligation.due)
        elif (
            occasion != CONTRIBUTION_EXPECTED
            and state is not ObligationState.OPEN
            and not _is_listed(obligation, expiring)
        ):
            yield FollowUp(
                obligation.provision, obligation.area, obligation.work, "", obligation.addressee, obligation.due
            )


def _is_listed(obligation: Obligation, expiring: set[str]) -> bool:
    return obligation.occasion.endswith(PERIOD_BEGUN) and obligation.work in expiring


def _undated_outcomes(corpus: Corpus, scope: Scope) -> Iterator[FollowUp]:
    """Yield the updates that a review asks for without a day, if the work has no act since."""
    for review in reviews(corpus):
        outcomes = review.work.original.get("/outcomes")
        for outcome in outcomes if isinstance(outcomes, list) and review.is_held else ():
            work = works(corpus).get(str(outcome.get("work"))) if isinstance(outcome, dict) else None
            if work is None or outcome.get("update_needed") is not True or outcome.get("due"):
                continue
            area = str(work.original.get("/area") or "")
            if area in scope.areas and not _has_moved(corpus, work, review.on or corpus.as_of):
                yield FollowUp("update-open", area, work.name, by=str(outcome.get("by") or ""))


def _has_moved(corpus: Corpus, work: Work, since: date) -> bool:
    return any(event.on.first > since and event.has_happened(corpus.as_of) for event in events_of(work.original))


def _verdicts(corpus: Corpus, scope: Scope) -> Iterator[FollowUp]:
    """Yield papers and plans that no review of the year has judged."""
    judged = {
        outcome.get("work")
        for review in scope.reviews
        for outcome in review.work.original.get("/outcomes") or ()
        if isinstance(outcome, dict)
    }
    held = [review for review in scope.reviews if review.is_held]
    under_review = {work.name for review in held for work in works_under_review(corpus, review)}
    for record in scope.area_records:
        for work in (*record.papers, *record.plans):
            is_pending = work.name in under_review if held else _is_current(corpus, work)
            if is_pending and work.name not in judged:
                yield FollowUp(
                    "verdict-open", record.area, work.name, due=None if scope.is_past(corpus.as_of) else scope.on
                )


def _is_current(corpus: Corpus, work: Work) -> bool:
    return lifecycles(corpus)[work.name].state in {State.IN_FORCE, State.NOT_YET, State.APPROVED}
