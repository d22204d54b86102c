"""A note's date is not the day on which it is recorded as sent.

## Why
The date line of a note is what other papers cite, and the record of sending is what periods
are counted from. They are one day.

## Example
    date: 2026-03-02
    events:
      - {on: 2026-03-05, kind: sent}

Use instead
    date: 2026-03-05
    events:
      - {on: 2026-03-05, kind: sent}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import events_of
from cica_docs.register.letters import letters
from cica_docs.rules.rule import RelatedPlace, Violation, violation
from cica_docs.values.day import parse_day

PROVISION = "house/correspondence"
MESSAGE = "the note is dated {date} and recorded as sent on {sent}"
HELP = "write the same day in both places"
RELATED = {"": "it is recorded as sent here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for letter in letters(corpus):
        original = letter.work.original
        date = original.get("/date")
        sent = next((event for event in events_of(original) if event.kind == "sent"), None)
        if isinstance(date, str) and parse_day(date) and sent and sent.on.is_day and sent.on.text != date:
            yield violation(original.at("/date"), related=(RelatedPlace(sent.place, ""),), date=date, sent=sent.on)
