"""An item of an action plan lies outside the period of the plan, or was done before its days.

## Why
An action plan has "timelines" for its activities (CICA decision, clause 2.9), and the review relies on what
became of them. An activity counts as held once its first day has come, and its outcome is not older than
the activity. One that lies before or after the whole period of the plan belongs to another plan.

## Example
    period: {from: 2026-11-01, to: 2028-06-30}
    items:
      - {id: item-1, kind: event, organizer: XA, format: online, from: 2028-09-11, to: 2028-09-15, status: planned}

Use instead
      - {id: item-1, kind: event, organizer: XA, format: online, from: 2028-05-15, to: 2028-05-19, status: planned}
"""

from collections.abc import Iterator, Mapping
from typing import Any

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import read_period
from cica_docs.register.law.days import day_of_text
from cica_docs.register.papers.action_plans import ActionPlan, action_plans
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.day import PartialDate, parse_partial_date

PROVISION = "house/consistent-record"
SCOPE = "work"
MESSAGE = {
    "held": "{id} is recorded as held, and begins on {first}, after the day of this check, {as_of}",
    "outcome": "the outcome of {id} is dated {day}, before {first}, its first day",
    "outside": "{id} lies outside the period of the plan, {begins} to {ends}",
}
HELP = {
    "held": "{if_slip}give it the days on which it was held",
    "outcome": "{if_slip}give it the days on which it was held",
    "outside": "{if_slip}record it in the plan to which it belongs",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for plan in action_plans(corpus):
        for pointer, item in plan.items:
            first = parse_partial_date(str(item.get("from") or ""))
            if first:
                yield from _faults(corpus, plan, pointer, item, first)


def _faults(
    corpus: Corpus, plan: ActionPlan, pointer: str, item: Mapping[str, Any], first: PartialDate
) -> Iterator[Violation]:
    original, on = plan.work.original, day_of_text(corpus, plan.work)
    id, last = item.get("id"), parse_partial_date(str(item.get("to") or "")) or first
    period = read_period(original.get("/period"))
    if period and (first.first > period.last or last.last < period.first):
        place = original.at(f"{pointer}/from")
        yield violation(place, judged_on=on, variant="outside", id=id, begins=period.first, ends=period.last)
    if item.get("status") == "held" and first.first > corpus.as_of:
        place = original.at(f"{pointer}/status")
        yield violation(place, judged_on=on, variant="held", id=id, first=first, as_of=corpus.as_of)
    outcome = item.get("outcome")
    day = parse_partial_date(str(outcome.get("on") or "")) if isinstance(outcome, dict) else None
    if day and day.last < first.first:
        place = original.at(f"{pointer}/outcome/on")
        yield violation(place, judged_on=on, variant="outcome", id=id, day=day, first=first)
