"""The note by which an action plan was issued, or sent for consultation, does not address all Member States.

## Why
An action plan is elaborated in consultation with all Member States and for their information
(clause 2.8). The act says `to: all`; the note that it names must say the same. Who is a member is
judged on the day.

## Example
    # action plan                                    # note SWG/1001
    - {on: 2026-10-05, kind: issued,                 to: [XB, XC]
       to: all, ref: note-verbale/swg-1001}

Use instead
    to: member-states                                # in the note
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.circulation import missing_addressees
from cica_docs.register.open_questions import is_bound
from cica_docs.register.papers.action_plans import action_plans
from cica_docs.rules.rule import Violation, violation

GROUNDS = ("issued", "consulted")
MESSAGE = "the note {ref} of {day} does not address {states}"
HELP = "send the plan to those who were left out, and record that note as well"


def check(corpus: Corpus) -> Iterator[Violation]:
    for plan in action_plans(corpus):
        for act in plan.acts_of(*GROUNDS):
            if is_bound(corpus, act.on.first) and (states := missing_addressees(corpus, act)):
                yield violation(act.place, ground=act.kind, ref=act.data.get("ref"), day=act.on, states=states)
