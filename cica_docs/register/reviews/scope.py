"""The scope of a year's review: its focus, the contributions to it, and the record of each area."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cica_docs.documents.corpus import Corpus
from cica_docs.register.catalogue import open_proposals
from cica_docs.register.events import read_names
from cica_docs.register.lifecycle import State, lifecycles
from cica_docs.register.mandates.offices import Office, office_holders
from cica_docs.register.mandates.service import area_includes
from cica_docs.register.obligations.reviews import held_reviews
from cica_docs.register.reviews.reviews import Contribution, Review, areas_in_focus, contributions, reviews
from cica_docs.register.works import Work, works_of
from cica_docs.values.day import parse_partial_date

_REPLACED = frozenset({State.SUPERSEDED, State.WITHDRAWN})


class ContributionStatus(StrEnum):
    """Whether a contribution was received in time, late or not yet."""

    RECEIVED = "received"
    LATE = "late"
    AWAITED = "awaited"
    MISSING = "missing"


@dataclass(frozen=True)
class ExpectedContribution:
    """A contribution of a state in an area, expected by its role or not expected (`other`)."""

    area: str
    state: str
    role: str
    status: ContributionStatus
    on: str
    """The date of its submission, or "" if unknown."""


@dataclass(frozen=True, eq=False)
class AreaRecord:
    """The record of an area: who serves, its concept papers, action plans and measures."""

    area: str
    offices: tuple[Office, ...]
    papers: tuple[Work, ...]
    plans: tuple[Work, ...]
    measures: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Scope:
    """The subject of a year's review; without a focus on record or by choice it covers all areas."""

    year: int
    reviews: tuple[Review, ...]
    on: date | None
    focus: tuple[str, ...]
    is_focused: bool
    areas: tuple[str, ...]
    expected: tuple[ExpectedContribution, ...]
    area_records: tuple[AreaRecord, ...]
    proposals: tuple[Work, ...]
    """The proposals on the Catalogue that were open on the day of the review."""

    def is_past(self, as_of: date) -> bool:
        """Whether the day of the review has come."""
        return self.on is not None and self.on <= as_of


def review_scope(corpus: Corpus, year: int, chosen: tuple[str, ...] = ()) -> Scope:
    """Return the scope of a year's review: by the chosen focus, else that of its reviews or of meetings of the SOC."""
    year_reviews = tuple(review for review in reviews(corpus) if review.on and review.on.year == year)
    meetings = tuple(_meetings(corpus, year))
    days = [*(review.on for review in year_reviews if review.on), *(on for on, _ in meetings)]
    recorded_focus = [
        *(name for review in year_reviews for name in review.focus),
        *(name for _, focus in meetings for name in focus),
    ]
    focus = chosen or tuple(dict.fromkeys(recorded_focus))
    on = max(days, default=None)
    areas = areas_in_focus(corpus, focus or tuple(corpus.reference.all("dimension")))
    proposals = open_proposals(corpus, min(on or date(year, 12, 31), corpus.as_of))
    return Scope(
        year=year,
        reviews=year_reviews,
        on=on,
        focus=focus or tuple(corpus.reference.all("dimension")),
        is_focused=bool(focus),
        areas=areas,
        expected=tuple(contribution for area in areas for contribution in _expected(corpus, year_reviews, on, area)),
        area_records=tuple(_area_record(corpus, area) for area in areas),
        proposals=tuple(proposal for proposal in proposals if _is_for(corpus, proposal, year_reviews, areas)),
    )


def _is_for(corpus: Corpus, proposal: Work, year_reviews: tuple[Review, ...], areas: tuple[str, ...]) -> bool:
    """Whether a proposal is for a review: it names that review or, if it names none, its area is in focus."""
    named = proposal.original.get("/review")
    if named:
        return any(review.work.id == named for review in year_reviews)
    concerned = str(proposal.original.get("/area") or "")
    return any(concerned == area or area_includes(corpus, concerned, area) for area in areas)


def _meetings(corpus: Corpus, year: int) -> Iterator[tuple[date, tuple[str, ...]]]:
    """Yield the meetings of the reviewing body in a year that have a focus, held or to be held."""
    reviewing = corpus.reference.role("reviews") or None
    for meeting in corpus.reference.entries("meetings"):
        date = parse_partial_date(str(meeting.get("on") or meeting.get("to") or ""))
        if date and date.first.year == year and meeting.get("body") == reviewing and meeting.get("focus"):
            yield date.first, read_names(meeting.get("focus"))


def last_in_focus(corpus: Corpus) -> Mapping[str, date | None]:
    """Map each dimension to the day of the last review on record whose focus includes any of its areas."""
    last_days: dict[str, date | None] = dict.fromkeys(corpus.reference.all("dimension"))
    for review in held_reviews(corpus):
        for area in areas_in_focus(corpus, review.focus):
            last_days[str(corpus.reference.entry("area", area).get("dimension"))] = review.on
    return last_days


def _expected(
    corpus: Corpus, year_reviews: tuple[Review, ...], on: date | None, area: str
) -> Iterator[ExpectedContribution]:
    received = [
        contribution
        for contribution in contributions(corpus)
        if contribution.review in year_reviews
        and contribution.submitted
        and (not contribution.area or area_includes(corpus, contribution.area, area))
    ]
    role_by_state = {
        office.mandate.holder: office.mandate.role for office in reversed(office_holders(corpus, area, on))
    }
    for state, role in reversed(role_by_state.items()):
        of_state = [contribution for contribution in received if contribution.by == state]
        yield _awaited(corpus, on, area, state, role) if not of_state else _arrived(of_state[0], on, area, role)
    yield from (
        _arrived(contribution, on, area, "other")
        for contribution in received
        if contribution.by not in role_by_state and contribution.area
    )


def _awaited(corpus: Corpus, on: date | None, area: str, state: str, role: str) -> ExpectedContribution:
    is_past = on is not None and on <= corpus.as_of
    return ExpectedContribution(
        area, state, role, ContributionStatus.MISSING if is_past else ContributionStatus.AWAITED, ""
    )


def _arrived(contribution: Contribution, on: date | None, area: str, role: str) -> ExpectedContribution:
    assert contribution.submitted is not None
    submitted_on = contribution.submitted.on
    is_late = on is not None and submitted_on.first >= on
    return ExpectedContribution(
        area,
        contribution.by,
        role,
        ContributionStatus.LATE if is_late else ContributionStatus.RECEIVED,
        submitted_on.text,
    )


def _area_record(corpus: Corpus, area: str) -> AreaRecord:
    return AreaRecord(
        area=area,
        offices=office_holders(corpus, area),
        papers=_works(corpus, "concept-paper", area),
        plans=_works(corpus, "action-plan", area),
        measures=tuple(id for id, entry in corpus.reference.all("measure").items() if entry.get("area") == area),
    )


def _works(corpus: Corpus, kind: str, area: str) -> tuple[Work, ...]:
    """Return the works of an area or its whole dimension that have not been replaced or withdrawn."""
    return tuple(
        work
        for work in works_of(corpus, kind)
        if area_includes(corpus, str(work.original.get("/area") or ""), area)
        and lifecycles(corpus)[work.name].state not in _REPLACED
    )
