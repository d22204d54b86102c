"""A change gives an act another place among those that were on record before it.

## Why
Acts are named by their place where several are alike, and of acts of one day the upper one came first.
One that is moved is read as another one, or in another order than it was done.

## Example
    - {on: 2026-06-24, kind: approved, by: soc}             # below the other before this change
    - {on: 2026-06-24, kind: considered, channel: soc}

Use instead
    - {on: 2026-06-24, kind: considered, channel: soc}
    - {on: 2026-06-24, kind: approved, by: soc}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.record.changed_acts import act_changes
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/lasting-record"
SCOPE = "change"
MESSAGE = "`{act}` of {day} has another place among the acts than on record before this change"
HELP = "put the acts back in the order in which they were on record, and add further ones below"


def check(corpus: Corpus) -> Iterator[Violation]:
    for change in act_changes(corpus):
        if change.fault == "moved" and change.now:
            yield violation(change.now.place, act=change.act.kind, day=change.act.on)
