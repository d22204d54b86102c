"""Obligations from concept papers: expert meetings after six months (2.5), a timely extension (2.6)."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.register.events import Event
from cica_docs.register.lifecycle import period_in_force
from cica_docs.register.mandates.offices import leading_state
from cica_docs.register.obligations.mandates import events_until
from cica_docs.register.open_questions import is_bound, setting
from cica_docs.register.works import Work, works_of
from cica_docs.values.day import PartialDate, add_months
from cica_docs.values.obligation import Obligation

_DRAFTED = frozenset({"issued", "circulated"})
_ENDS = frozenset({"approved", "withdrawn", "superseded"})


def concept_paper_duties(corpus: Corpus) -> Iterator[Obligation]:
    """Yield the obligations from all concept papers."""
    for work in works_of(corpus, "concept-paper"):
        acts = events_until(corpus, work.original)
        for number, run in enumerate(_considerations(corpus, acts)):
            yield from _expert_meetings(corpus, work, run, number)
        yield from _extension(corpus, work, acts)


def _addressee_of(corpus: Corpus, work: Work, discharged: date | None) -> str:
    """Return the state that leads the area now, or led it at the discharge; if none is on record, the author."""
    area = str(work.original.get("/area") or "")
    return leading_state(corpus, area, discharged or corpus.as_of) or str(work.original.get("/prepared_by") or "")


def _considerations(corpus: Corpus, acts: list[Event]) -> Iterator[list[Event]]:
    """Yield the acts of each consideration; a withdrawal ends one and resets the clock."""
    run: list[Event] = []
    for act in acts:
        ended = any(act.kind == "withdrawn" for act in run)
        if ended and act.kind in _DRAFTED and setting(corpus, "withdrawn-draft") == "resets":
            yield run
            run = []
        run.append(act)
    yield run


def _first_draft(corpus: Corpus, run: list[Event]) -> Event | None:
    """Return the act from which the six months run; a revision does not restart them.

    If they run from circulation and no circulation of the first draft is on record, its issue is used.
    """
    drafted = [act for act in run if act.kind in _DRAFTED]
    revised = next((index for index, act in enumerate(drafted) if index and act.kind == "issued"), len(drafted))
    start_kind = "circulated" if setting(corpus, "issuance") == "circulation" else "issued"
    first = drafted[:revised]
    return next((act for act in first if act.kind == start_kind), next(iter(first), None))


def _expert_meetings(corpus: Corpus, work: Work, run: list[Event], number: int) -> Iterator[Obligation]:
    first = _first_draft(corpus, run)
    if first is None or not is_bound(corpus, first.on.first):
        return
    ends = _ENDS - {"withdrawn"} if setting(corpus, "withdrawn-draft") == "runs-on" else _ENDS
    months = corpus.decision.months("2.5/expert-meetings", "consideration", first.on.first, 6)
    ended = [event.on.first for event in run if event.kind in ends and event.on >= first.on]
    met = [event.on.first for event in run if event.data.get("channel") == "expert-meeting" and event.on >= first.on]
    discharged = min([*ended, *met, *_meetings(corpus, work, first.on.first)], default=None)
    yield Obligation(
        id=f"2.5/expert-meetings:{work.name}" + (f":{number + 1}" if number else ""),
        provision="2.5/expert-meetings",
        addressee=_addressee_of(corpus, work, discharged),
        area=str(work.original.get("/area") or ""),
        work=work.name,
        place=first.place,
        arises=first.on.first,
        due=add_months(first.on.last, months),
        soon=add_months(first.on.last, max(months - 1, 0)),
        discharged=discharged,
    )


def _meetings(corpus: Corpus, work: Work, since: date) -> Iterator[date]:
    for meeting in works_of(corpus, "expert-meeting"):
        concerns = meeting.original.get("/concerns")
        if concerns == work.id or (concerns is None and meeting.original.get("/area") == work.original.get("/area")):
            for event in events_until(corpus, meeting.original):
                if event.kind == "convened" and event.on.first >= since:
                    yield event.on.first


def _extension(corpus: Corpus, work: Work, acts: list[Event]) -> Iterator[Obligation]:
    """Yield an obligation for each period in force: extend the paper, or replace it, before the end."""
    approved = next((event for event in acts if event.kind == "approved"), None)
    if approved is None or not is_bound(corpus, approved.on.first):
        return
    moves = [event for event in acts if event.kind == "extended"]
    for index, start in enumerate([approved, *moves]):
        period = period_in_force(work, [event for event in acts if event not in moves[index:]])
        if period is None:
            continue
        later = moves[index : index + 1]
        discharged = min([*(event.on.first for event in later), *_replaced(corpus, work, acts)], default=None)
        yield Obligation(
            id=f"2.6/extended-on-time:{work.name}:{period.last}",
            provision="2.6/extended-on-time",
            addressee=_addressee_of(corpus, work, discharged),
            area=str(work.original.get("/area") or ""),
            work=work.name,
            place=start.place,
            arises=start.on.first,
            due=period.last,
            soon=add_months(period.last, -6),
            discharged=discharged,
        )


def _replaced(corpus: Corpus, work: Work, acts: list[Event]) -> Iterator[date]:
    """Yield the days on which the paper was withdrawn or replaced, or the next one for its area approved."""
    yield from (event.on.first for event in acts if event.kind in {"superseded", "withdrawn"})
    approved = next(event.on for event in acts if event.kind == "approved")
    area_approvals = _approvals(corpus).get(str(work.original.get("/area")), [])
    later = islice(area_approvals, bisect_right(area_approvals, approved, key=_on), None)
    yield from islice((event.on.first for event in later if event.document is not work.original), 1)


@cached_query
def _approvals(corpus: Corpus) -> Mapping[str, list[Event]]:
    """Map areas to the approvals of papers, in order."""
    by_area: dict[str, list[Event]] = {}
    for work in works_of(corpus, "concept-paper"):
        acts = (event for event in events_until(corpus, work.original) if event.kind == "approved")
        by_area.setdefault(str(work.original.get("/area")), []).extend(acts)
    return {area: sorted(acts, key=_on) for area, acts in by_area.items()}


def _on(event: Event) -> PartialDate:
    return event.on
