"""Occasions from the items of plans."""

import re
from collections.abc import Iterator
from datetime import date

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import Event, events_until
from cica_docs.register.lifecycle import period_in_force
from cica_docs.register.obligations.occasion import Occasion, area_of, author_parties
from cica_docs.register.obligations.table import Duty
from cica_docs.register.open_questions import is_bound
from cica_docs.register.papers.forms import independent_works_of
from cica_docs.register.standing import standing_acts
from cica_docs.register.works import Work
from cica_docs.values.day import parse_partial_date

_AWAITED = frozenset({"proposed", "planned", "held"})
_UPDATES = frozenset({"issued", "revised", "approved"})
_PLAIN = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")


def ended_items(corpus: Corpus, duty: Duty) -> Iterator[Occasion]:
    """Yield each item of an issued plan that was proposed or planned or is held, from its last day."""
    for work in independent_works_of(corpus, duty.kind):
        acts = tuple(events_until(corpus, work.original))
        issued = max((act.on.first for act in acts if act.kind == "issued"), default=None)
        if issued is not None and is_bound(corpus, issued):
            yield from _items(corpus, work, acts, issued)


def updates(corpus: Corpus, duty: Duty) -> Iterator[Occasion]:
    """Yield each issue and update of a plan; the end is that of its period, the acts are those that follow."""
    for work in independent_works_of(corpus, duty.kind):
        acts = standing_acts(corpus, work)
        period = period_in_force(work, acts)
        latest_of_day = {act.on: number for number, act in enumerate(acts) if act.kind in _UPDATES}
        for number, act in enumerate(acts):
            if latest_of_day.get(act.on) == number:
                yield Occasion(
                    key=f"{work.name}:{act.on}",
                    place=act.place,
                    arises=act.on.first,
                    judged_on=act.on.first,
                    start=act.on.last,
                    end=period.last if period else None,
                    work=work,
                    area=area_of(work),
                    parties=author_parties(work),
                    acts=tuple(acts[number + 1 :]),
                )


def _items(corpus: Corpus, work: Work, acts: tuple[Event, ...], issued: date) -> Iterator[Occasion]:
    items = work.original.get("/items")
    for index, item in enumerate(items if isinstance(items, list) else ()):
        ends = parse_partial_date(str(item.get("to") or item.get("from") or "")) if isinstance(item, dict) else None
        if ends is None or ends.last > corpus.as_of or item.get("status") not in _AWAITED:
            continue
        outcome = item.get("outcome")
        reported = parse_partial_date(str(outcome.get("on") or "")) if isinstance(outcome, dict) else None
        name = str(item.get("id"))
        name = name if _PLAIN.fullmatch(name) else str(index + 1)
        yield Occasion(
            key=f"{work.name}:{name}",
            place=work.original.at(f"/items/{index}"),
            arises=ends.last,
            judged_on=issued,
            start=ends.last,
            end=ends.last,
            work=work,
            area=area_of(work),
            parties=author_parties(work),
            days={"outcome": reported.first} if reported else {},
            acts=acts,
            item=name,
        )
