"""The appointed tenure differs from the proposed one.

## Why
A candidate proposes a tenure (CICA decision, clause 1.10) and the Senior Officials Committee
appoints (CICA decision, clause 1.9). It may appoint for another tenure, and the bounds of two
and four years speak of the proposed one only. The difference is reported, because it may also
be a slip of the pen.

## Example
    tenure: {from: 2026-03-01, to: 2029-02-28}      # proposed until 2028-02-29

Use instead
    the tenure that the Committee decided on
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import read_period
from cica_docs.register.mandates.appointments import appointments
from cica_docs.register.open_questions import is_noted
from cica_docs.rules.rule import RelatedPlace, Violation, violation

PROVISION = "house/appointed-tenure"
MESSAGE = "appointed for {first} to {last}, proposed were {proposed_first} to {proposed_last}"
HELP = "nothing needs to be done if it was decided so"
RELATED = {"": "the tenure was proposed here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    if not is_noted(corpus):
        return
    for appointment in appointments(corpus):
        tenure, notice = appointment.tenure, appointment.notice
        proposed = read_period(notice.original.get("/proposed_tenure")) if notice else None
        if notice and tenure and proposed and tenure != proposed:
            yield violation(
                appointment.act.document.at(f"{appointment.act.pointer}/tenure"),
                judged_on=appointment.act.on.first,
                related=(RelatedPlace(notice.original.at("/proposed_tenure"), ""),),
                first=tenure.first,
                last=tenure.last,
                proposed_first=proposed.first,
                proposed_last=proposed.last,
            )
