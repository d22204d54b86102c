"""An act is not carried by the note it names: a note to some of all Member States, of another State, unsent or later.

## Why
Drafts, plans, reports and invitations go to all Member States, and the note named by an act shows whom
it really reached. Several notes together may reach all. A note that was not sent carries nothing, and
a State's own note carries the acts of that State. A note to the channel, which passes it on, does
not show whom the act reached.

## Example
    - {on: 2026-04-08, kind: circulated, by: secretariat, to: all, ref: SWG/995}     # to two States only

Use instead
    - {on: 2026-04-08, kind: circulated, by: secretariat, to: all, ref: SWG/995}
    - {on: 2026-04-10, kind: circulated, by: secretariat, to: all, ref: SWG/996}     # to all the others
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.circulation import is_of_another_state, is_to_all, note_of, same_acts, states_left_out
from cica_docs.register.events import Event, events_of, events_until
from cica_docs.register.letters import Letter
from cica_docs.register.open_questions import is_bound
from cica_docs.register.sources import names_of
from cica_docs.register.works import Work, works
from cica_docs.rules.rule import RelatedPlace, Violation, violation
from cica_docs.values.day import PartialDate

PROVISION = "house/consistent-record"
BY_ACT = True
MESSAGE = {
    "": "`{act}` of {day} is to all Member States, but the note {ref} is not addressed to {states}",
    "unsent": "`{act}` of {day} names the note {ref}, which is not on record as sent",
    "later": "`{act}` of {day} names the note {ref}, which was sent on {sent}",
    "another": "`{act}` of {day} was done by {actor}, but the note {ref} is that of {sender}",
}
HELP = {
    "": "{if_slip}send it to those who were left out, and record that note as a further act",
    "unsent": "record the day on which the note was sent; if it was not sent, it remains to be sent",
    "later": "{if_slip}let the act have the day on which the note was sent",
    "another": "{if_slip}the act remains for {actor} to do by a note of its own",
}
RELATED = {"": "the note is here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for work in works(corpus).values():
        for act in events_until(corpus, work.original):
            note = note_of(corpus, act)
            variant, states, sent = _fault_of(corpus, work, act, note) if note else (None, (), None)
            if note and variant is not None:
                ground = f"{work.kind.name}.{act.kind}" if is_bound(corpus, act.on.first) else ""
                yield violation(
                    act.place,
                    variant=variant,
                    ground="" if variant else ground,
                    related=(RelatedPlace(note.work.original.at("/from" if variant == "another" else "/to"), ""),),
                    act=act.kind,
                    day=act.on,
                    ref=act.data.get("ref"),
                    states=names_of(corpus, states, act.on.first),
                    actor=names_of(corpus, act.by, act.on.first),
                    sender=names_of(corpus, (note.state,), act.on.first),
                    sent=sent,
                )


def _fault_of(
    corpus: Corpus, work: Work, act: Event, note: Letter
) -> tuple[str | None, tuple[str, ...], PartialDate | None]:
    """Return the message about the note of an act, or None, with the States left out and the day of sending."""
    if is_of_another_state(corpus, act, note):
        return "another", (), None
    is_letter = work.kind.data.get("body") == "letter"  # Its addressees are compared with all its acts elsewhere.
    if (
        not is_letter
        and is_to_all(act)
        and states_left_out(corpus, (act,))
        and (states := states_left_out(corpus, same_acts(corpus, act)))
    ):
        return "", states, None
    sent = next((event.on for event in events_of(note.work.original) if event.kind == "sent"), None)
    if sent is None:
        return None if note.work.is_known_only else "unsent", (), None
    return "later" if act.on.last < sent.first else None, (), sent
