"""Information that was given for its recipients alone was disseminated among all Member States.

## Why
Member States "may also consider submitting this information to the CICA Secretariat for further
dissemination among all Member States" (CICA decision, clause 4.1). Whether it is disseminated is for those who
provide it to say. Where they said `none`, dissemination went beyond what was given, or the field is wrong.

## Example
    dissemination: none
    events:
      - {on: 2026-10-22, kind: disseminated, by: secretariat, to: all}

Use instead
    dissemination: all
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import events_until
from cica_docs.register.restricted.items import information_items
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/dissemination"
MESSAGE = "disseminated on {day}, although the item was given for its recipients alone (`dissemination: none`)"
HELP = "{if_slip}tell those who provided it; with their consent write `dissemination: all`"


def check(corpus: Corpus) -> Iterator[Violation]:
    for item in information_items(corpus).values():
        original = item.work.original
        for act in events_until(corpus, original) if original.get("/dissemination") == "none" else ():
            if act.kind == "disseminated":
                yield violation(act.place, day=act.on)
