"""All obligations of a register: who owes what by when, from the table of the decision and dated acts."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.register.obligations import papers, periods, plans, reviews, services
from cica_docs.register.obligations.acts import act_occasions
from cica_docs.register.obligations.addressees import addressee_of
from cica_docs.register.obligations.deadlines import Reckoning, resolve
from cica_docs.register.obligations.discharges import discharge_of, own_discharges
from cica_docs.register.obligations.meetings import meeting_occasions
from cica_docs.register.obligations.occasion import Occasion
from cica_docs.register.obligations.table import PER_YEAR, SOON, Duty, duties
from cica_docs.register.open_questions import is_bound
from cica_docs.register.references import candidates_of
from cica_docs.register.works import works
from cica_docs.values.day import plus_days
from cica_docs.values.obligation import MEETING, Obligation

# What an act alone does not say: periods, services, items. Any other word names an act of a kind.
_DERIVED: Mapping[str, Callable[[Corpus, Duty], Iterator[Occasion]]] = {
    "service-begun": services.begun_services,
    "service-ended": services.ended_services,
    "term-extended": services.extended_terms,
    "first-draft": papers.first_drafts,
    "period-begun": papers.periods_in_force,
    "item-ended": plans.ended_items,
    "updated": plans.updates,
    "contribution-expected": reviews.expected_contributions,
    "update-asked": reviews.asked_updates,
    "each-year": periods.years,
    "each-half-year": periods.half_years,
    "each-chairmanship": periods.chairmanships,
    "each-year-of-service": periods.years_of_service,
    MEETING: lambda corpus, duty: meeting_occasions(corpus, duty.bodies),
}


@cached_query
def obligations(corpus: Corpus) -> tuple[Obligation, ...]:
    """List all obligations that have arisen by the corpus' day, by due day."""
    arisen = (obligation for duty in duties(corpus).values() for obligation in obligations_of(corpus, duty))
    return tuple(sorted(arisen, key=lambda obligation: (obligation.due, obligation.id)))


def can_arise(corpus: Corpus, duty: Duty) -> bool:
    """Whether acts of the register's kinds can give rise to a duty, and its due day can be reckoned."""
    return duty.arises in candidates_of(corpus, "occasion") and any(
        due.quantity is None or resolve(corpus, due.quantity, due.unit, corpus.as_of) is not None for due in duty.due
    )


def obligations_of(corpus: Corpus, duty: Duty) -> Iterator[Obligation]:
    """Yield the obligations that have arisen from one entry of the table by the corpus' day."""
    for occasion in _occasions(corpus, duty):
        obligation = _obligation(corpus, duty, occasion)
        if obligation is not None and obligation.arises <= corpus.as_of:
            yield obligation


def is_known_only(corpus: Corpus, obligation: Obligation) -> bool:
    """Whether it arises from a work that is only publicly known, so that it cannot be said to be unmet."""
    work = works(corpus).get(obligation.work)
    return work is not None and work.is_known_only


def _occasions(corpus: Corpus, duty: Duty) -> Iterator[Occasion]:
    derived = _DERIVED.get(duty.arises.rpartition(".")[2], act_occasions)
    for occasion in derived(corpus, duty):
        is_exempt = occasion.is_continued and "continued" in duty.unless
        if not is_exempt and is_bound(corpus, occasion.judged_on, duty.provision):
            yield occasion


def _obligation(corpus: Corpus, duty: Duty, occasion: Occasion) -> Obligation | None:
    """Return the obligation that follows, or None if it has no deadline or an exception of the table applies."""
    if duty.beyond:
        beyond = _beyond(corpus, duty, occasion)
        if beyond is None:
            return None
        occasion = beyond
    reckoning = Reckoning(corpus, occasion)
    deadline, due = reckoning.due(duty.due) or (None, None)
    if deadline is None or due is None:
        return None
    soon = reckoning.soon(duty.soon, deadline, due) if duty.soon else due
    if soon is None:
        return None
    if "ended-before-due" in duty.unless and occasion.end is not None and occasion.end < due:
        return None
    if not _is_law(corpus, duty, occasion.judged_on) or not _is_law(corpus, duty, due):
        return None
    at_least = resolve(corpus, duty.at_least, PER_YEAR, occasion.start) if duty.at_least else 1
    if not isinstance(at_least, int) or at_least < 1:
        return None
    discharge = discharge_of(corpus, duty.discharged_by, occasion, due, at_least)
    is_late_start = occasion.is_partial or (occasion.end is not None and occasion.end < due and occasion.period)
    has_left = occasion.served_until is not None and occasion.served_until < corpus.as_of
    if discharge is None and (is_late_start or (has_left and "office-ended" in duty.unless)):
        return None
    # Of an open obligation whose day is past, who is in office now: nobody else can still meet it.
    addressee = addressee_of(corpus, duty, occasion, discharge.on if discharge else max(due, corpus.as_of))
    return Obligation(
        id=f"{duty.provision}:{occasion.key}{duty.suffix}",
        duty=duty.name,
        provision=duty.provision,
        is_set_by_register=deadline.is_setting,
        addressee=addressee.party,
        is_vacant=addressee.is_vacant,
        area=occasion.area,
        work=occasion.work_name or (discharge.work if discharge else ""),
        place=discharge.place if discharge and not occasion.work else occasion.place,
        arises=soon if occasion.arises is None else occasion.arises,
        due=due,
        soon=soon,
        discharged=discharge.on if discharge else None,
        occasion=duty.arises,
        item=occasion.item,
        period=occasion.period,
        alarms=tuple(_alarms(duty, due, soon)),
    )


def _is_law(corpus: Corpus, duty: Duty, on: date) -> bool:
    """Whether the provision of a duty is in force on a day: it must be when the duty arises and when it is due."""
    return corpus.decision.provision(duty.provision, on) is not None


def _beyond(corpus: Corpus, duty: Duty, occasion: Occasion) -> Occasion | None:
    """Return the occasion as from the day after the span of `beyond`, or None if its own work has met it by then."""
    last = Reckoning(corpus, occasion).day(duty.beyond) if duty.beyond else None
    if last is None:
        return None
    late = replace(occasion, arises=plus_days(last, 1))
    own = own_discharges(corpus, duty.discharged_by, late)
    return None if any(discharge.on <= last for discharge in own) else late


def _alarms(duty: Duty, due: date, soon: date) -> Iterator[int]:
    for alarm in duty.alarms:
        if alarm == SOON:
            yield (due - soon).days
        elif isinstance(alarm, int):
            yield alarm
