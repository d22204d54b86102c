"""A mandate rests on no notice of intention.

## Why
A state that intends to become Coordinator or Co-coordinator "shall inform all CICA Member
States about its intention" in writing (CICA decision, clause 1.10). The mandate names that
notice, so that the appointment can be followed back to it. Mandates known only from public
reports, and those given before the decision, need none.

## Example
    role: coordinator
    holder: KZ

Use instead
    role: coordinator
    holder: KZ
    notice: tourism-kz-2026
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.mandates.appointments import appointments
from cica_docs.register.open_questions import is_bound
from cica_docs.rules.rule import Violation, violation

MESSAGE = "the appointment of {day} rests on no notice of intention"
HELP = (
    "if there was a notice, name it in the field notice; if not, all Member States must still be "
    "informed; a mandate known only from public reports is marked so"
)


def check(corpus: Corpus) -> Iterator[Violation]:
    for appointment in appointments(corpus):
        work = appointment.mandate.work
        if work.original.get("/notice") or work.is_known_only or not is_bound(corpus, appointment.act.on.first):
            continue
        yield violation(appointment.act.place, day=appointment.act.on)
