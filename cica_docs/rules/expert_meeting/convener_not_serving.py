"""An expert meeting is convened by a state that has no role in its priority area.

## Why
Clause 1.7 of the CICA decision lets Coordinator and Co-coordinators convene expert meetings.
Any other state may hold whatever activity it wishes under the Catalogue (CICA decision, clause
1.1), but not this meeting in their name.

## Example
    area: tourism
    convened_by: [XC]           # neither Coordinator nor Co-coordinator of tourism

Use instead
    convened_by: [XA]
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.initiatives import initiatives
from cica_docs.register.mandates.service import area_name_of, may_serve
from cica_docs.rules.rule import Violation, violation

MESSAGE = "{state} held no mandate in {area} on {day}"
HELP = (
    "{if_slip}it was an activity of that state alone; a state that holds a mandate in this area must"
    " still convene the meeting"
)


def check(corpus: Corpus) -> Iterator[Violation]:
    for initiative in initiatives(corpus, "expert-meeting", "/convened_by", "convened"):
        for code, place in initiative.states:
            if not may_serve(corpus, code, initiative.area, initiative.on):
                state = corpus.reference.names("state", code, initiative.on.first)
                area = area_name_of(corpus, initiative.area, initiative.on.first)
                yield violation(place, judged_on=initiative.on.first, state=state, area=area, day=initiative.on)
