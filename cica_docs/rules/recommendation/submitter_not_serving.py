"""A recommendation comes from a state that has no role in its priority area.

## Why
Coordinator and Co-coordinators submit recommendations "pertaining to the priority area that
they coordinate", "individually or together" (CICA decision, clause 1.5). Each that signs must
serve there on that day; that not all sign is no fault.

## Example
    area: tourism
    submitted_by: [XC]          # neither Coordinator nor Co-coordinator of tourism

Use instead
    submitted_by: [XA]
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.initiatives import initiatives
from cica_docs.register.mandates.service import area_name_of, may_serve
from cica_docs.rules.rule import Violation, violation

MESSAGE = "{state} held no mandate in {area} on {day}"
HELP = "{if_slip}a state that holds a mandate in this area must still submit it; one is enough"


def check(corpus: Corpus) -> Iterator[Violation]:
    for initiative in initiatives(corpus, "recommendation", "/submitted_by", "submitted"):
        for code, place in initiative.states:
            if not may_serve(corpus, code, initiative.area, initiative.on):
                state = corpus.reference.names("state", code, initiative.on.first)
                area = area_name_of(corpus, initiative.area, initiative.on.first)
                yield violation(place, judged_on=initiative.on.first, state=state, area=area, day=initiative.on)
