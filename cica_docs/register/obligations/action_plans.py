"""Obligations from action plans: the outcome of each item whose day has passed (2.9)."""

import re
from collections.abc import Iterator
from datetime import date

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import read_names
from cica_docs.register.obligations.mandates import events_until
from cica_docs.register.open_questions import is_bound
from cica_docs.register.works import Work, works_of
from cica_docs.values.day import parse_partial_date, plus_days
from cica_docs.values.obligation import Obligation

_AWAITED = frozenset({"planned", "held"})
_ENDS = frozenset({"superseded", "withdrawn"})
_OUTCOME_WITHIN = 30
_PLAIN = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")


def plan_duties(corpus: Corpus) -> Iterator[Obligation]:
    """Yield the obligations from the items of all issued plans."""
    for work in works_of(corpus, "action-plan"):
        acts = events_until(corpus, work.original)
        if any(act.kind == "issued" and is_bound(corpus, act.on.first) for act in acts):
            yield from _outcomes(corpus, work, [act.on.first for act in acts if act.kind in _ENDS])


def _outcomes(corpus: Corpus, work: Work, ended: list[date]) -> Iterator[Obligation]:
    """Yield an obligation for each item that was to take place; its deadline is a setting, not in the clause."""
    within = corpus.reference.settings.get("outcome_within_days")
    items = work.original.get("/items")
    for index, item in enumerate(items if isinstance(items, list) else ()):
        ends = parse_partial_date(str(item.get("to") or item.get("from") or "")) if isinstance(item, dict) else None
        if ends is None or item.get("status") not in _AWAITED:
            continue
        outcome = item.get("outcome")
        reported = parse_partial_date(str(outcome.get("on") or "")) if isinstance(outcome, dict) else None
        authors = read_names(work.original.get("/elaborated_by"))
        name = str(item.get("id"))
        yield Obligation(
            id=f"2.9/update:{work.name}:{name if _PLAIN.fullmatch(name) else index + 1}",
            provision="2.9/update",
            addressee=authors[0] if authors else "",
            area=str(work.original.get("/area") or ""),
            work=work.name,
            place=work.original.at(f"/items/{index}"),
            arises=ends.last,
            due=plus_days(ends.last, within if isinstance(within, int) else _OUTCOME_WITHIN),
            soon=plus_days(ends.last, 1),
            discharged=min([*ended, *([reported.first] if reported else [])], default=None),
        )
