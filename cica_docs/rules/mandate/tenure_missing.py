"""An appointment is recorded without the tenure for which it was made.

## Why
From its tenure follow the days in office, the request for extension, the completion report and whether
two hold one office at once. An appointment without it has no end that anyone could know of. Mandates
known only from public reports need none.

## Example
    - {on: 2026-02-18, kind: appointed, by: soc}

Use instead
    - {on: 2026-02-18, kind: appointed, by: soc, tenure: {from: 2026-03-01, to: 2028-02-29}}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.mandates.appointments import appointments
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/tenure-recorded"
MESSAGE = "the appointment of {day} is recorded without a tenure"
HELP = "add the tenure that was decided; if none was, it must still be set"


def check(corpus: Corpus) -> Iterator[Violation]:
    for appointment in appointments(corpus):
        act = appointment.act
        if "tenure" not in act.data and not appointment.mandate.work.is_known_only:
            yield violation(act.place, judged_on=act.on.first, day=act.on)
