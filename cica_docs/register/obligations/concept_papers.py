"""What a concept paper makes its Coordinator owe: expert meetings after six months (2.5), a timely extension (2.6)."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.register.events import Event
from cica_docs.register.lifecycle import period_in_force
from cica_docs.register.obligations.mandates import events_until, leading
from cica_docs.register.open_questions import is_bound, setting
from cica_docs.register.works import Work, works_of
from cica_docs.values.day import PartialDate, add_months
from cica_docs.values.obligation import Obligation

_DRAFTED = frozenset({"issued", "circulated"})
_ENDS = frozenset({"approved", "withdrawn", "superseded"})


def concept_paper_duties(corpus: Corpus) -> Iterator[Obligation]:
    """What all concept papers give rise to."""
    for work in works_of(corpus, "concept-paper"):
        acts = events_until(corpus, work.original)
        for number, run in enumerate(_runs(corpus, acts)):
            yield from _expert_meetings(corpus, work, run, number)
        yield from _extension(corpus, work, acts)


def _owing(corpus: Corpus, work: Work, discharged: date | None) -> str:
    """Who leads the area: now, or when it was done; where none is on record, the author."""
    area = str(work.original.get("/area") or "")
    return leading(corpus, area, discharged or corpus.as_of) or str(work.original.get("/prepared_by") or "")


def _runs(corpus: Corpus, acts: list[Event]) -> Iterator[list[Event]]:
    """The acts of each consideration: there are several only where a withdrawal resets the clock."""
    run: list[Event] = []
    for act in acts:
        ended = any(one.kind == "withdrawn" for one in run)
        if ended and act.kind in _DRAFTED and setting(corpus, "withdrawn-draft") == "resets":
            yield run
            run = []
        run.append(act)
    yield run


def _first_draft(corpus: Corpus, run: list[Event]) -> Event | None:
    """The act from which the six months run: a revision never resets them.

    Where they run from circulation and none of the first draft is on record, its issue stands for it.
    """
    drafted = [act for act in run if act.kind in _DRAFTED]
    revised = next((index for index, act in enumerate(drafted) if index and act.kind == "issued"), len(drafted))
    wanted = "circulated" if setting(corpus, "issuance") == "circulation" else "issued"
    first = drafted[:revised]
    return next((act for act in first if act.kind == wanted), next(iter(first), None))


def _expert_meetings(corpus: Corpus, work: Work, run: list[Event], number: int) -> Iterator[Obligation]:
    first = _first_draft(corpus, run)
    if first is None or not is_bound(corpus, first.on.first):
        return
    ends = _ENDS - {"withdrawn"} if setting(corpus, "withdrawn-draft") == "runs-on" else _ENDS
    months = corpus.decision.months("2.5/expert-meetings", "consideration", first.on.first, 6)
    ended = [event.on.first for event in run if event.kind in ends and event.on >= first.on]
    met = [event.on.first for event in run if event.data.get("channel") == "expert-meeting" and event.on >= first.on]
    done = min([*ended, *met, *_meetings(corpus, work, first.on.first)], default=None)
    yield Obligation(
        id=f"2.5/expert-meetings:{work.name}" + (f":{number + 1}" if number else ""),
        provision="2.5/expert-meetings",
        addressee=_owing(corpus, work, done),
        area=str(work.original.get("/area") or ""),
        work=work.name,
        place=first.place,
        arises=first.on.first,
        due=add_months(first.on.last, months),
        soon=add_months(first.on.last, max(months - 1, 0)),
        discharged=done,
    )


def _meetings(corpus: Corpus, work: Work, since: date) -> Iterator[date]:
    for meeting in works_of(corpus, "expert-meeting"):
        concerns = meeting.original.get("/concerns")
        if concerns == work.id or (concerns is None and meeting.original.get("/area") == work.original.get("/area")):
            for event in events_until(corpus, meeting.original):
                if event.kind == "convened" and event.on.first >= since:
                    yield event.on.first


def _extension(corpus: Corpus, work: Work, acts: list[Event]) -> Iterator[Obligation]:
    """Each period in which an approved paper is in force is extended, or followed by another paper, before it ends."""
    approved = next((event for event in acts if event.kind == "approved"), None)
    if approved is None or not is_bound(corpus, approved.on.first):
        return
    moves = [event for event in acts if event.kind == "extended"]
    for index, start in enumerate([approved, *moves]):
        lasts = period_in_force(work, [event for event in acts if event not in moves[index:]])
        if lasts is None:
            continue
        later = moves[index : index + 1]
        done = min([*(event.on.first for event in later), *_replaced(corpus, work, acts)], default=None)
        yield Obligation(
            id=f"2.6/extended-on-time:{work.name}:{lasts.last}",
            provision="2.6/extended-on-time",
            addressee=_owing(corpus, work, done),
            area=str(work.original.get("/area") or ""),
            work=work.name,
            place=start.place,
            arises=start.on.first,
            due=lasts.last,
            soon=add_months(lasts.last, -6),
            discharged=done,
        )


def _replaced(corpus: Corpus, work: Work, acts: list[Event]) -> Iterator[date]:
    """The days on which the paper was withdrawn or replaced, or the next one for its area approved."""
    yield from (event.on.first for event in acts if event.kind in {"superseded", "withdrawn"})
    approved = next(event.on for event in acts if event.kind == "approved")
    found = _approvals(corpus).get(str(work.original.get("/area")), [])
    later = islice(found, bisect_right(found, approved, key=_on), None)
    yield from islice((event.on.first for event in later if event.document is not work.original), 1)


@cached_query
def _approvals(corpus: Corpus) -> Mapping[str, list[Event]]:
    """The approvals of papers, by area and in their order."""
    found: dict[str, list[Event]] = {}
    for work in works_of(corpus, "concept-paper"):
        acts = (event for event in events_until(corpus, work.original) if event.kind == "approved")
        found.setdefault(str(work.original.get("/area")), []).extend(acts)
    return {area: sorted(acts, key=_on) for area, acts in found.items()}


def _on(event: Event) -> PartialDate:
    return event.on
