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
from cica_docs.register.events import events_of
from cica_docs.register.mandates.appointments import appointments
from cica_docs.rules.rule import RelatedPlace, Violation, violation

MESSAGE = {
    "": "the appointment of {day} rests on no notice of intention",
    "unsent": "the appointment of {day} rests on a notice that is not on record as sent",
}
HELP = {
    "": "if there was a notice, name it in the field notice; if not, all Member States must still be "
    "informed; a mandate known only from public reports is marked so",
    "unsent": "{if_missing}all Member States must still be informed",
}
RELATED = {"": "the notice is here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for appointment in appointments(corpus):
        work, act, notice = appointment.mandate.work, appointment.act, appointment.notice
        if work.is_known_only:
            continue
        if not work.original.get("/notice"):
            yield violation(act.place, judged_on=act.on.first, day=act.on)
        elif (
            notice and not notice.is_known_only and not any(sent.kind == "sent" for sent in events_of(notice.original))
        ):
            related_place = RelatedPlace(notice.original.at(""), "")
            yield violation(
                work.original.at("/notice"),
                judged_on=act.on.first,
                variant="unsent",
                related=(related_place,),
                day=act.on,
            )
