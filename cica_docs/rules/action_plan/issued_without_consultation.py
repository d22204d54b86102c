"""An action plan was issued although no consultation with all Member States is on record.

## Why
An action plan is elaborated "in consultation with ... all Member States" (CICA decision,
clause 2.8). The consultation comes before the issue. Nobody approves a plan, and none is ever
required (CICA decision, clause 1.6); but where there is one, all were asked.

## Example
    - {on: 2026-10-05, kind: issued, by: [XA, XB], to: all}

Use instead
    - {on: 2026-07-15, kind: consulted, by: XA, to: all, ref: SWG/998}
    - {on: 2026-10-05, kind: issued, by: [XA, XB], to: all}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.circulation import completing_act
from cica_docs.register.papers.action_plans import issued_action_plans
from cica_docs.rules.rule import Violation, violation

MESSAGE = "the plan was issued on {day} without a consultation with all Member States before it"
HELP = "{if_missing}whoever issued the plan must still consult all Member States and then revise it"


def check(corpus: Corpus) -> Iterator[Violation]:
    for plan, issue in issued_action_plans(corpus):
        consulted = [act for act in plan.acts_of("consulted") if act.on.first <= issue.on.last]
        is_later = completing_act(corpus, plan.acts_of("consulted")) and not completing_act(corpus, consulted)
        if not plan.work.is_known_only and (not consulted or is_later):
            yield violation(issue.place, day=issue.on)
