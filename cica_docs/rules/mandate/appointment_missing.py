"""A Coordinator or Co-coordinator is in office without an appointment by the Senior Officials Committee.

## Why
"Coordinators and Co-coordinators shall be appointed by the Senior Officials Committee" (CICA
decision, clause 1.9). A mandate that is taken up, extended or ended without one never began.
Acting as Coordinator is another matter: it takes consents and no appointment (CICA decision,
clause 1.11). A silence procedure comes before the appointment on which it decides.

## Example
    role: coordinator
    events:
      - {on: 2026-03-01, kind: assumed}

Use instead
    role: coordinator
    events:
      - {on: 2026-02-18, kind: appointed, by: soc, tenure: {from: 2026-03-01, to: 2028-02-29}}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import events_of
from cica_docs.register.mandates.mandates import mandates
from cica_docs.register.record.silences import PROCEDURE
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.role import ACTING

MESSAGE = "no appointment by the {body_approves} is on record before this act of {day}"
HELP = (
    "{if_missing}the {body_approves} must still appoint; a state that acts by consent has the role acting-coordinator"
)


def check(corpus: Corpus) -> Iterator[Violation]:
    for mandate in mandates(corpus):
        if mandate.role == ACTING or mandate.work.is_known_only:
            continue
        first = next((act for act in events_of(mandate.work.original) if act.kind not in PROCEDURE), None)
        if first and first.kind != "appointed":
            yield violation(first.place, judged_on=first.on.first, day=first.on)
