"""A review asks for an update by a state that has no role in the area of the paper or plan.

## Why
Coordinators and Co-coordinators are expected to take "follow-up actions" upon a review (CICA decision,
clause 3.5). A state that serves in the area neither on the day of the review nor on that of the update owes
none: whoever is in office does.

## Example
    outcomes:
      - {work: action-plan/environment-2026, update_needed: true, by: XE, due: 2026-12-15}   # XE has no role

Use instead
      - {work: action-plan/environment-2026, update_needed: true, by: XA, due: 2026-12-15}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.mandates.service import area_name_of, may_serve
from cica_docs.register.reviews.outcomes import outcomes_of
from cica_docs.rules.rule import Violation, violation

MESSAGE = "{state} had no role in the priority area “{area}” on {day}"
HELP = "{if_slip}whoever is in office owes the update; say in `note` who takes it on"


def check(corpus: Corpus) -> Iterator[Violation]:
    for outcome in outcomes_of(corpus):
        days = [day for day in (outcome.held_on, outcome.due) if day]
        if (
            outcome.by in corpus.reference.all("state")
            and outcome.area
            and not any(may_serve(corpus, outcome.by, outcome.area, day) for day in days)
        ):
            on = outcome.held_on.first
            yield violation(
                outcome.place("by"),
                judged_on=on,
                state=corpus.reference.names("state", outcome.by, on),
                area=area_name_of(corpus, outcome.area, on),
                day=outcome.held_on,
            )
