"""What a concept paper makes its Coordinator owe: expert meetings after six months (2.5), a timely extension (2.6)."""

from collections.abc import Iterator
from datetime import date

from cica_docs.documents.corpus import Corpus
from cica_docs.facts.binding import is_bound
from cica_docs.facts.event import Event
from cica_docs.facts.lifecycle import force_period
from cica_docs.facts.mandate_duty import happened
from cica_docs.facts.work import Work, works_of
from cica_docs.values.day import plus_months
from cica_docs.values.obligation import Obligation

_AN_END = frozenset({"approved", "withdrawn", "superseded"})


def paper_duties(corpus: Corpus) -> Iterator[Obligation]:
    """What all concept papers give rise to."""
    for work in works_of(corpus, "concept-paper"):
        yield from _expert_meetings(corpus, work)
        yield from _extension(corpus, work)


def _expert_meetings(corpus: Corpus, work: Work) -> Iterator[Obligation]:
    """The clock runs from the first draft: a revision does not reset it."""
    acts = happened(corpus, work.original)
    first = next((event for event in acts if event.kind == "issued"), None)
    if first is None or not is_bound(corpus, first.on.first):
        return
    months = int(corpus.decision.value("2.5/expert-meetings", "consideration", first.on.first).get("months", 6))
    ended = [event.on.first for event in acts if event.kind in _AN_END]
    yield Obligation(
        id=f"2.5/expert-meetings:{work.name}",
        provision="2.5/expert-meetings",
        addressee=str(work.original.get("/prepared_by") or ""),
        area=str(work.original.get("/area") or ""),
        work=work.name,
        place=first.place,
        arises=first.on.first,
        due=plus_months(first.on.last, months),
        soon=plus_months(first.on.last, max(months - 1, 0)),
        discharged=min([*ended, *_meetings(corpus, work, first.on.first)], default=None),
    )


def _meetings(corpus: Corpus, work: Work, since: date) -> Iterator[date]:
    for meeting in works_of(corpus, "expert-meeting"):
        concerns = meeting.original.get("/concerns")
        if concerns == work.id or (concerns is None and meeting.original.get("/area") == work.original.get("/area")):
            for event in happened(corpus, meeting.original):
                if event.kind == "convened" and event.on.first >= since:
                    yield event.on.first


def _extension(corpus: Corpus, work: Work) -> Iterator[Obligation]:
    """Each period in which an approved paper is in force is extended, or followed by another paper, before it ends."""
    acts = happened(corpus, work.original)
    approved = next((event for event in acts if event.kind == "approved"), None)
    if approved is None or not is_bound(corpus, approved.on.first):
        return
    moves = [event for event in acts if event.kind == "extended"]
    for index, start in enumerate([approved, *moves]):
        lasts = force_period(work, [event for event in acts if event not in moves[index:]])
        if lasts is None:
            continue
        later = moves[index : index + 1]
        yield Obligation(
            id=f"2.6/extended-on-time:{work.name}:{lasts.last}",
            provision="2.6/extended-on-time",
            addressee=str(work.original.get("/prepared_by") or ""),
            area=str(work.original.get("/area") or ""),
            work=work.name,
            place=start.place,
            arises=start.on.first,
            due=lasts.last,
            soon=plus_months(lasts.last, -6),
            discharged=min([*(event.on.first for event in later), *_replaced(corpus, work, acts)], default=None),
        )


def _replaced(corpus: Corpus, work: Work, acts: list[Event]) -> Iterator[date]:
    """The days on which the paper was withdrawn or replaced, or a later one for its area approved."""
    yield from (event.on.first for event in acts if event.kind in {"superseded", "withdrawn"})
    approved = next(event.on for event in acts if event.kind == "approved")
    for other in works_of(corpus, "concept-paper"):
        if other is not work and other.original.get("/area") == work.original.get("/area"):
            for event in happened(corpus, other.original):
                if event.kind == "approved" and event.on > approved:
                    yield event.on.first
