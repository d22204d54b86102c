"""Occasions from any act of any kind of work: `mandate.appointed`, `concept-paper.circulated`."""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import Event, events_until
from cica_docs.register.lifecycle import period_in_force
from cica_docs.register.obligations.discharges import fits
from cica_docs.register.obligations.occasion import Occasion, area_of, authors_of
from cica_docs.register.obligations.table import Duty
from cica_docs.register.papers.forms import independent_works_of
from cica_docs.register.works import Work


def act_occasions(corpus: Corpus, duty: Duty) -> Iterator[Occasion]:
    """Yield each act of the kind that the table names; its end is that of the period in force under it."""
    kind, _, name = duty.arises.partition(".")
    for work in independent_works_of(corpus, kind):
        acts = events_until(corpus, work.original)
        role = str(work.original.get("/role") or "")
        if duty.roles and role not in duty.roles:
            continue
        named = [act for act in acts if act.kind == name and fits(act, duty.where)]
        for number, act in enumerate(named):
            yield _occasion(work, acts, act, f":{number + 1}" if number else "")


def _occasion(work: Work, acts: list[Event], act: Event, suffix: str) -> Occasion:
    period = period_in_force(work, acts[: acts.index(act) + 1])
    author = next(iter(authors_of(work)), "")
    return Occasion(
        key=work.name + suffix,
        place=act.place,
        arises=act.on.first,
        judged_on=act.on.first,
        start=act.on.last,
        end=period.last if period else None,
        first=period.first if period else None,
        work=work,
        area=area_of(work),
        role=str(work.original.get("/role") or ""),
        parties={"author": author, "holder": str(work.original.get("/holder") or author)},
        acts=tuple(acts[acts.index(act) + 1 :]),
        since=act.on.first,
    )
