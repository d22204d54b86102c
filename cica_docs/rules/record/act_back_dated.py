"""A change records an act of a day before another one that rests on it and was on record already.

## Why
An approval rests on what was done before it. A consideration that is recorded after the approval, as of
an earlier day, makes lawful what was not lawful by the record on which everybody relied; an objection
would undo it. Such an act is recorded as one that had been left out, with the reason, so that the
record shows when it was added and by whom. Other acts may be recorded late.

## Example
    - {on: 2026-05-20, kind: considered, channel: swg}      # new in this change
    - {on: 2026-06-24, kind: approved, by: soc}

Use instead
    - {on: 2026-06-24, kind: approved, by: soc}
    - on: 2026-09-01
      kind: corrected
      by: secretariat
      done: {on: 2026-05-20, kind: considered, channel: swg}
      reason: {en: …, ru: …, kk: …}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.record.changed_acts import act_changes
from cica_docs.register.record.corrections import write_omission
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/lasting-record"
SCOPE = "change"
MESSAGE = "`{act}` of {day} is recorded by this change, and `{other}` of {when} was on record before it"
HELP = "check the day; if the act was done and left out of the record, add below all acts instead: {correction}"


def check(corpus: Corpus) -> Iterator[Violation]:
    for change in act_changes(corpus):
        if change.fault == "back-dated" and change.now:
            yield violation(
                change.now.place,
                act=change.now.kind,
                day=change.now.on,
                other=change.act.kind,
                when=change.act.on,
                correction=write_omission(corpus, change.work, change.now),
            )
