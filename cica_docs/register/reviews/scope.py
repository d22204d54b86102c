"""The scope of a year's review: its focus, who contributes to it, and what is on record in each area."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import read_names
from cica_docs.register.lifecycle import State, lifecycles
from cica_docs.register.mandates.offices import Office, office_holders
from cica_docs.register.mandates.service import area_includes
from cica_docs.register.obligations.reviews import held_reviews
from cica_docs.register.reviews.reviews import Contribution, Review, areas_in_focus, contributions, reviews
from cica_docs.register.works import Work, works_of
from cica_docs.values.day import parse_partial_date

_GONE = frozenset({State.SUPERSEDED, State.WITHDRAWN})


class Arrival(StrEnum):
    """How it stands with a contribution."""

    RECEIVED = "received"
    LATE = "late"
    AWAITED = "awaited"
    MISSING = "missing"


@dataclass(frozen=True)
class ExpectedContribution:
    """A contribution of a state in an area that is expected by its role, or that came unasked (`other`)."""

    area: str
    state: str
    role: str
    arrival: Arrival
    on: str
    """The date of its submission as far as known."""


@dataclass(frozen=True, eq=False)
class AreaRecord:
    """What is on record of an area: who serves, its concept papers, its action plans, its measures."""

    area: str
    offices: tuple[Office, ...]
    papers: tuple[Work, ...]
    plans: tuple[Work, ...]
    measures: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Scope:
    """What the review of a year is about; without a focus on record or by choice, everything is."""

    year: int
    reviews: tuple[Review, ...]
    on: date | None
    focus: tuple[str, ...]
    is_focused: bool
    areas: tuple[str, ...]
    expected: tuple[ExpectedContribution, ...]
    sheets: tuple[AreaRecord, ...]

    def is_past(self, as_of: date) -> bool:
        """Whether the day of the review has come."""
        return self.on is not None and self.on <= as_of


def review_scope(corpus: Corpus, year: int, chosen: tuple[str, ...] = ()) -> Scope:
    """The scope of a year's review: by the focus chosen, else as its reviews or the meetings of the SOC have it."""
    here = tuple(review for review in reviews(corpus) if review.on and review.on.year == year)
    meetings = tuple(_meetings(corpus, year))
    days = [*(review.on for review in here if review.on), *(on for on, _ in meetings)]
    told = [*(name for review in here for name in review.focus), *(name for _, focus in meetings for name in focus)]
    focus = chosen or tuple(dict.fromkeys(told))
    on = max(days, default=None)
    areas = areas_in_focus(corpus, focus or tuple(corpus.reference.all("dimension")))
    return Scope(
        year=year,
        reviews=here,
        on=on,
        focus=focus or tuple(corpus.reference.all("dimension")),
        is_focused=bool(focus),
        areas=areas,
        expected=tuple(one for area in areas for one in _expected(corpus, here, on, area)),
        sheets=tuple(_sheet(corpus, area) for area in areas),
    )


def _meetings(corpus: Corpus, year: int) -> Iterator[tuple[date, tuple[str, ...]]]:
    """The meetings of the SOC in a year that have a focus, held or to be held."""
    for meeting in corpus.reference.entries("meetings"):
        when = parse_partial_date(str(meeting.get("on") or meeting.get("to") or ""))
        if when and when.first.year == year and meeting.get("body") == "soc" and meeting.get("focus"):
            yield when.first, read_names(meeting.get("focus"))


def last_in_focus(corpus: Corpus) -> Mapping[str, date | None]:
    """For each dimension the day of the last review on record that dwelt on it, or on an area or measure of it."""
    found: dict[str, date | None] = dict.fromkeys(corpus.reference.all("dimension"))
    for review in held_reviews(corpus):
        for area in areas_in_focus(corpus, review.focus):
            found[str(corpus.reference.entry("area", area).get("dimension"))] = review.on
    return found


def _expected(corpus: Corpus, here: tuple[Review, ...], on: date | None, area: str) -> Iterator[ExpectedContribution]:
    given = [
        contribution
        for contribution in contributions(corpus)
        if contribution.review in here
        and contribution.submitted
        and (not contribution.area or area_includes(corpus, contribution.area, area))
    ]
    asked = {office.mandate.holder: office.mandate.role for office in reversed(office_holders(corpus, area, on))}
    for state, role in reversed(asked.items()):
        mine = [one for one in given if one.by == state]
        yield _awaited(corpus, on, area, state, role) if not mine else _arrived(mine[0], on, area, role)
    yield from (_arrived(one, on, area, "other") for one in given if one.by not in asked and one.area)


def _awaited(corpus: Corpus, on: date | None, area: str, state: str, role: str) -> ExpectedContribution:
    is_over = on is not None and on <= corpus.as_of
    return ExpectedContribution(area, state, role, Arrival.MISSING if is_over else Arrival.AWAITED, "")


def _arrived(one: Contribution, on: date | None, area: str, role: str) -> ExpectedContribution:
    assert one.submitted is not None
    when = one.submitted.on
    is_late = on is not None and when.first >= on
    return ExpectedContribution(area, one.by, role, Arrival.LATE if is_late else Arrival.RECEIVED, when.text)


def _sheet(corpus: Corpus, area: str) -> AreaRecord:
    return AreaRecord(
        area=area,
        offices=office_holders(corpus, area),
        papers=_works(corpus, "concept-paper", area),
        plans=_works(corpus, "action-plan", area),
        measures=tuple(id for id, entry in corpus.reference.all("measure").items() if entry.get("area") == area),
    )


def _works(corpus: Corpus, kind: str, area: str) -> tuple[Work, ...]:
    """The works of an area or of its whole dimension that have not been replaced or withdrawn."""
    return tuple(
        work
        for work in works_of(corpus, kind)
        if area_includes(corpus, str(work.original.get("/area") or ""), area)
        and lifecycles(corpus)[work.name].state not in _GONE
    )
