"""Occasions from papers under consideration and in force."""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import Event, events_until
from cica_docs.register.lifecycle import period_in_force
from cica_docs.register.obligations.occasion import Occasion, area_of, author_parties
from cica_docs.register.obligations.table import Duty
from cica_docs.register.open_questions import setting
from cica_docs.register.papers.forms import independent_works_of
from cica_docs.register.works import Work
from cica_docs.values.day import plus_days

_DRAFTED = frozenset({"issued", "circulated"})


def first_drafts(corpus: Corpus, duty: Duty) -> Iterator[Occasion]:
    """Yield the first draft of each consideration of a paper; a revision does not restart its term."""
    for work in independent_works_of(corpus, duty.kind):
        for number, run in enumerate(_considerations(corpus, events_until(corpus, work.original))):
            first = _first_draft(corpus, run)
            if first is not None:
                yield Occasion(
                    key=work.name + (f":{number + 1}" if number else ""),
                    place=first.place,
                    arises=first.on.first,
                    judged_on=first.on.first,
                    start=first.on.last,
                    end=None,
                    work=work,
                    area=area_of(work),
                    parties=author_parties(work),
                    acts=tuple(act for act in run if act.on >= first.on),
                    since=first.on.first,
                )


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
    """Return the act from which the term of consideration runs.

    If it runs from circulation and no circulation of the first draft is on record, its issue is used.
    """
    drafted = [act for act in run if act.kind in _DRAFTED]
    revised = next((index for index, act in enumerate(drafted) if index and act.kind == "issued"), len(drafted))
    start_kind = "circulated" if setting(corpus, "issuance") == "circulation" else "issued"
    first = drafted[:revised]
    return next((act for act in first if act.kind == start_kind), next(iter(first), None))


def periods_in_force(corpus: Corpus, duty: Duty) -> Iterator[Occasion]:
    """Yield each period in which a paper is in force: from its approval, and from each extension."""
    for work in independent_works_of(corpus, duty.kind):
        acts = events_until(corpus, work.original)
        approved = next((event for event in acts if event.kind == "approved"), None)
        if approved is not None:
            yield from _periods(work, acts, approved)


def _periods(work: Work, acts: list[Event], approved: Event) -> Iterator[Occasion]:
    moves = [event for event in acts if event.kind == "extended"]
    for index, start in enumerate([approved, *moves]):
        period = period_in_force(work, [event for event in acts if event not in moves[index:]])
        if period is not None:
            yield Occasion(
                key=f"{work.name}:{period.last}",
                place=start.place,
                arises=start.on.first,
                judged_on=approved.on.first,
                start=start.on.last,
                end=period.last,
                work=work,
                area=area_of(work),
                parties=author_parties(work),
                acts=tuple(act for act in acts if act not in moves[:index]),
                since=plus_days(approved.on.last, 1),
            )
