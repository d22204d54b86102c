"""A notice of early termination was sent on the day on which the duties end, or after it.

## Why
The notice "must be sent … sufficiently in advance of … the termination of duties" (CICA
decision, clause 1.12). A state may end its term at any time and needs nobody's approval; but
it says so before.

## Example
    purpose: early-termination
    effective_on: 2026-10-01
    events:
      - {on: 2026-10-01, kind: sent, …}

Use instead
    effective_on: 2026-11-01
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.mandates.notices import sent_notices
from cica_docs.rules.rule import Violation, violation

MESSAGE = "the notice was sent on {sent}, not before the duties end on {effective}"
HELP = "{if_slip}the duties end later than that, and all Member States must be informed of the new day"


def check(corpus: Corpus) -> Iterator[Violation]:
    for notice, sent in sent_notices(corpus):
        if notice.purpose == "early-termination" and notice.due and sent.on.first >= notice.due:
            yield violation(
                notice.work.original.at("/effective_on"), judged_on=sent.on.first, sent=sent.on, effective=notice.due
            )
