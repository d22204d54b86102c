"""Meetings of bodies on record: as occasions, as deadlines, and as what discharges an obligation."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.register.events import read_names
from cica_docs.register.mandates.service import area_includes
from cica_docs.register.obligations.occasion import Occasion
from cica_docs.values.day import PartialDate, parse_partial_date
from cica_docs.values.span import Place

_FILE = "meetings"


class Meeting(NamedTuple):
    """A meeting of a body, past or to come."""

    id: str
    body: str
    first: PartialDate
    last: PartialDate
    place: Place
    areas: tuple[str, ...]
    focus: tuple[str, ...]
    agreed: date | None
    """The day on which its date was agreed, if on record."""


@cached_query
def meetings(corpus: Corpus) -> tuple[Meeting, ...]:
    """List the meetings of the reference data by day; a meeting without a day is left out."""
    return tuple(sorted(_meetings(corpus), key=lambda meeting: (meeting.first, meeting.id)))


def _meetings(corpus: Corpus) -> Iterator[Meeting]:
    file = corpus.reference.file(_FILE)
    for index, entry in enumerate(corpus.reference.entries(_FILE)):
        first = parse_partial_date(str(entry.get("on") or entry.get("from") or ""))
        last = parse_partial_date(str(entry.get("on") or entry.get("to") or "")) or first
        if file is None or first is None or last is None:
            continue
        agreed = parse_partial_date(str(entry.get("agreed_on") or ""))
        yield Meeting(
            id=str(entry.get("id") or ""),
            body=str(entry.get("body") or ""),
            first=first,
            last=last,
            place=file.at(f"/{_FILE}/{index}"),
            areas=read_names(entry.get("areas")),
            focus=read_names(entry.get("focus")),
            agreed=agreed.first if agreed else None,
        )


def meetings_of(corpus: Corpus, body: str, area: str) -> Iterator[Meeting]:
    """Yield the meetings of a body; those on certain areas only if they concern the area, where one is named."""
    for meeting in meetings(corpus):
        concerns = not area or not meeting.areas or any(area_includes(corpus, area, other) for other in meeting.areas)
        if meeting.body == body and concerns:
            yield meeting


def meeting_occasions(corpus: Corpus, bodies: tuple[str, ...]) -> Iterator[Occasion]:
    """Yield each meeting of some bodies; what it asks for arises on its soon day, since nobody records it sooner."""
    for meeting in meetings(corpus):
        if meeting.body in bodies:
            days = {"agreed": meeting.agreed} if meeting.agreed else {}
            yield Occasion(
                key=meeting.id,
                place=meeting.place,
                arises=None,
                judged_on=meeting.first.first,
                start=meeting.first.first,
                end=meeting.first.first,
                area=meeting.areas[0] if meeting.areas else "",
                days=days,
                item=meeting.id,
            )


def first_meeting(corpus: Corpus, body: str, occasion: Occasion) -> date | None:
    """Return the day of the first meeting of a body within the period of an occasion, held or arranged."""
    return min(_days_within(corpus, body, occasion), default=None)


def last_meeting(corpus: Corpus, body: str, occasion: Occasion) -> date | None:
    """Return the day of the last meeting within the period of an occasion.

    While the period runs, a meeting to come is taken for the last, and without one the end of the period.
    """
    last = max(_days_within(corpus, body, occasion), default=None)
    if occasion.end is not None and occasion.end >= corpus.as_of and (last is None or last < corpus.as_of):
        return occasion.end
    return last


def _days_within(corpus: Corpus, body: str, occasion: Occasion) -> Iterator[date]:
    for meeting in meetings_of(corpus, body, occasion.area):
        if (occasion.first or occasion.start) <= meeting.first.first <= (occasion.end or date.max):
            yield meeting.last.last
