"""A note is addressed to some and recorded as sent to others.

## Why
Notices and papers go to all Member States (clauses 1.10, 1.12, 2.4, 2.8). Whether a note did
is read from its record; the record must say what the note says.

## Example
    to: member-states
    events:
      - {on: 2026-03-05, kind: sent, to: [XA, XB]}

Use instead
    to: member-states
    events:
      - {on: 2026-03-05, kind: sent, to: all}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import events_of, read_names
from cica_docs.register.letters import letters
from cica_docs.register.references import candidates_of
from cica_docs.rules.rule import RelatedPlace, Violation, violation
from cica_docs.values.role import EVERYBODY, MEMBER_STATES

PROVISION = "house/correspondence"
MESSAGE = "the note is addressed to {addressee} and recorded as sent to {sent}"
HELP = (
    "write the same addressees in both places; all Member States are `member-states` in the note, `all` in the record"
)
RELATED = {"": "it is recorded as sent here"}


def _expand_all(addressees: tuple[str, ...]) -> set[str]:
    return {EVERYBODY if addressee == MEMBER_STATES else addressee for addressee in addressees}


def check(corpus: Corpus) -> Iterator[Violation]:
    known_parties = set(candidates_of(corpus, "party"))
    for letter in letters(corpus):
        original = letter.work.original
        addressees = read_names(original.get("/to"))
        for event in events_of(original) if addressees else ():
            sent = read_names(event.data.get("to"))
            if (
                event.kind == "sent"
                and sent
                and _expand_all(sent) != _expand_all(addressees)
                and _expand_all(addressees) <= known_parties
            ):
                related_place = RelatedPlace(event.document.at(f"{event.pointer}/to"), "")
                yield violation(original.at("/to"), related=(related_place,), addressee=addressees, sent=sent)
