"""A recommendation comes from a state that has no role in its priority area.

## Why
Coordinator and Co-coordinators submit recommendations "pertaining to the priority area that
they coordinate", "individually or together" (clause 1.5). Each that signs must serve there on
that day; that not all sign is no fault.

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

MESSAGE = "{state} was neither Coordinator nor Co-coordinator of {area} on {day}"
HELP = "name states that serve in this area on the day of submission; one is enough"


def check(corpus: Corpus) -> Iterator[Violation]:
    for initiative in initiatives(corpus, "recommendation", "/submitted_by", "submitted"):
        for code, place in initiative.states:
            if not may_serve(corpus, code, initiative.area, initiative.on):
                state = corpus.reference.names("state", code, initiative.on.first)
                area = area_name_of(corpus, initiative.area, initiative.on.first)
                yield violation(place, state=state, area=area, day=initiative.on)
