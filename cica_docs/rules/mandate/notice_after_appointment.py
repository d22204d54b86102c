"""A notice of intention was sent after the appointment.

## Why
All Member States learn of the intention to become Coordinator or Co-coordinator (CICA
decision, clause 1.10) so that the Senior Officials Committee can appoint. A notice that
follows the appointment announces no intention.

## Example
    events:
      - {on: 2026-03-12, kind: sent, …}         # appointed on 2026-02-18

Use instead
    events:
      - {on: 2026-01-12, kind: sent, …}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.circulation import completing_act
from cica_docs.register.events import events_of
from cica_docs.register.mandates.appointments import appointments
from cica_docs.register.mandates.notices import channels_of
from cica_docs.rules.rule import RelatedPlace, Violation, violation

MESSAGE = {
    "": "the notice was sent on {sent}, after the appointment of {appointed}",
    "in-part": "the notice reached all Member States by each channel only on {sent}; the appointment is of {appointed}",
}
HELP = {
    "": "{if_slip}it stays so on record; the next notice goes out before the appointment",
    "in-part": "{if_slip}it stays so on record; the next notice goes to all, by each channel, before the appointment",
}
RELATED = {"": "the appointment is recorded here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for appointment in appointments(corpus):
        act, notice = appointment.act, appointment.notice
        sendings = [event for event in events_of(notice.original) if event.kind == "sent"] if notice else []
        whole = completing_act(corpus, sendings, channels_of(corpus, notice)) if notice else None
        sent = whole or next(iter(sendings), None)
        # A date known only to the month or year is read in favour of the notice.
        if sent and sent.on.first > act.on.last:
            yield violation(
                sent.place,
                variant="" if sendings[0].on.first > act.on.last else "in-part",
                judged_on=act.on.first,
                related=(RelatedPlace(act.place, ""),),
                sent=sent.on,
                appointed=act.on,
            )
