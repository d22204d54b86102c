"""A state acts as a Member State on a day on which it was none.

## Why
Any Member State may offer itself as Coordinator or Co-coordinator (CICA decision, clause 1.1),
and papers go to all Member States. Membership has dates: a state that joined later was not one
of them.

## Example
    holder: KW
    events:
      - {on: 2021-03-01, kind: appointed, by: soc}

Use instead
    a state that was a member on that day, or the right day
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.references import references
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.span import Place

PROVISION = "house/membership"
MESSAGE = "{state} ({name}) was not a Member State on {day}"
HELP = "check the state and the date; memberships are in reference/states.yaml"


def check(corpus: Corpus) -> Iterator[Violation]:
    if not corpus.reference.is_whole("state"):
        return
    for reference in references(corpus):
        if not reference.must_be_member or reference.name not in corpus.reference.all("state"):
            continue
        if not corpus.reference.is_member(reference.name, reference.on):
            place = Place(reference.file.path, reference.file.front.value_at(reference.pointer))
            state = corpus.reference.names("state", reference.name, reference.on)
            yield violation(place, state=state, name=reference.name, day=reference.on)
