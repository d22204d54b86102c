"""An action plan carries an approval, though plans are for information.

## Why
An action plan is elaborated "for information of" all Member States (CICA decision, clause
2.8); no body approves it. In earlier years bodies did approve plans; acts before the decision
remain valid and are not reported.

## Example
    - {on: 2026-10-05, kind: approved, by: soc}

Use instead
    - {on: 2026-10-05, kind: issued, by: [XA, XB], to: all, ref: note-verbale/swg-1001}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.papers.action_plans import action_plans
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/plan-without-approval"
MESSAGE = "the plan is recorded as approved on {day}, but a plan is for information ({basis})"
HELP = "{if_slip}the plan must still be sent to all Member States for their information: record that as `issued`"


def check(corpus: Corpus) -> Iterator[Violation]:
    for plan in action_plans(corpus):
        for act in plan.acts_of("approved"):
            yield violation(act.place, judged_on=act.on.first, day=act.on)
