"""An act that goes to all Member States was sent to some of them only.

## Why
Drafts are considered by all Member States (CICA decision, clause 2.4), a completion report is issued to all
of them (clause 1.3), plans are for their consultation and information (clause 2.8). Who made the document has it;
what one act left out another may have brought, by name or by a note. Which acts go to all is in `kind.yaml`.

## Example
    - {on: 2026-04-08, kind: circulated, by: secretariat, to: [XB, XC]}

Use instead
    - {on: 2026-04-08, kind: circulated, by: secretariat, to: [XB, XC]}
    - {on: 2026-04-10, kind: circulated, by: secretariat, to: [XD, XE]}      # all the others
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.circulation import is_to_all, same_acts, states_left_out
from cica_docs.register.events import Event, events_until
from cica_docs.register.sources import names_of
from cica_docs.register.works import works
from cica_docs.rules.rule import Violation, violation

BY_ACT = True
MESSAGE = "`{act}` of {day} has not reached all Member States; left out: {states}"
HELP = "{if_slip}send it to those who were left out, and record that as a further act"


def check(corpus: Corpus) -> Iterator[Violation]:
    for work in works(corpus).values():
        for act in events_until(corpus, work.original):
            kind = work.kind.acts.get(act.kind)
            if kind and kind.reaches_all:
                yield from _left_out(corpus, act)


def _left_out(corpus: Corpus, act: Event) -> Iterator[Violation]:
    """Yield who was left out by the last of several acts; that a note left somebody out is found elsewhere."""
    acts = same_acts(corpus, act)
    if act is not acts[-1] or any(map(is_to_all, acts)):
        return
    if states := states_left_out(corpus, acts):
        yield violation(
            act.document.at(f"{act.pointer}/to"),
            ground=f"{act.document.kind}.{act.kind}",
            act=act.kind,
            day=act.on,
            states=names_of(corpus, states, act.on.first),
        )
