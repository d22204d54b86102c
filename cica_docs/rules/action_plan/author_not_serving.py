"""An action plan was elaborated by a state that has no role in its priority area.

## Why
Clause 2.8 of the CICA decision lets the Coordinator and Co-coordinators elaborate an action
plan. Any other state may hold an activity of the plan, or any activity of its own (CICA
decision, clause 1.1), but not issue the plan of the area. What counts is the day on which it
was sent for consultation or issued.

## Example
    elaborated_by: [XA, XE]     # XE is neither Coordinator nor Co-coordinator

Use instead
    elaborated_by: [XA, XB]
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.initiatives import initiatives
from cica_docs.register.mandates.service import area_name_of, may_serve
from cica_docs.register.papers.action_plans import action_plans
from cica_docs.rules.rule import Violation, violation

MESSAGE = "{state} held no mandate in {area} on {day}"
HELP = "{if_slip}a state that holds a mandate in this area must still issue the plan; others may organize its items"


def check(corpus: Corpus) -> Iterator[Violation]:
    consulted = {plan.work.name: [act.on for act in plan.acts_of("consulted")] for plan in action_plans(corpus)}
    for initiative in initiatives(corpus, "action-plan", "/elaborated_by", "issued"):
        days = [initiative.on, *consulted.get(initiative.work.name, ())]
        for code, place in initiative.states:
            if not any(may_serve(corpus, code, initiative.area, on) for on in days):
                state = corpus.reference.names("state", code, initiative.on.first)
                yield violation(
                    place,
                    judged_on=initiative.on.first,
                    state=state,
                    area=area_name_of(corpus, initiative.area, initiative.on.first),
                    day=initiative.on,
                )
