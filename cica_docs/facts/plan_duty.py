"""What an action plan makes its authors owe: the outcome of each item whose day is past (2.9)."""

from collections.abc import Iterator
from datetime import timedelta

from cica_docs.documents.corpus import Corpus
from cica_docs.facts.binding import is_bound
from cica_docs.facts.event import names
from cica_docs.facts.mandate_duty import happened
from cica_docs.facts.work import Work, works_of
from cica_docs.values.day import partial_date
from cica_docs.values.obligation import Obligation

_AWAITED = frozenset({"planned", "held"})
_OUTCOME_AFTER_DAYS = 30


def plan_duties(corpus: Corpus) -> Iterator[Obligation]:
    """What the items of all issued plans give rise to."""
    for work in works_of(corpus, "action-plan"):
        if any(
            event.kind == "issued" and is_bound(corpus, event.on.first) for event in happened(corpus, work.original)
        ):
            yield from _outcomes(work)


def _outcomes(work: Work) -> Iterator[Obligation]:
    items = work.original.get("/items")
    for index, item in enumerate(items if isinstance(items, list) else ()):
        ends = partial_date(str(item.get("to") or item.get("from") or "")) if isinstance(item, dict) else None
        if ends is None or item.get("status") not in _AWAITED:
            continue
        outcome = item.get("outcome")
        told = partial_date(str(outcome.get("on") or "")) if isinstance(outcome, dict) else None
        authors = names(work.original.get("/elaborated_by"))
        yield Obligation(
            id=f"2.9/update:{work.name}:{item.get('id')}",
            provision="2.9/update",
            addressee=authors[0] if authors else "",
            area=str(work.original.get("/area") or ""),
            work=work.name,
            place=work.original.at(f"/items/{index}"),
            arises=ends.last,
            due=ends.last + timedelta(days=_OUTCOME_AFTER_DAYS),
            soon=ends.last + timedelta(days=1),
            discharged=told.first if told else None,
        )
