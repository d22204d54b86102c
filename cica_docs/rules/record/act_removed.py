"""A change removes an act that was on record before it.

## Why
An act that was done stays done, and one that was recorded by mistake was still read by everybody. It
is taken off the record by a further act, with its reason, so that the record shows both.

## Example
    - {on: 2026-04-08, kind: circulated, by: secretariat, to: all}
                                        # approved on 2026-06-24 before this change

Use instead
    - {on: 2026-04-08, kind: circulated, by: secretariat, to: all}
    - {on: 2026-06-24, kind: approved, by: soc}
    - on: 2026-09-01
      kind: corrected
      by: secretariat
      corrects: {on: 2026-06-24, kind: approved}
      reason: {en: …, ru: …, kk: …}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.yaml.scalar import write_flow
from cica_docs.register.record.changed_acts import act_changes
from cica_docs.register.record.corrections import write_correction
from cica_docs.register.restricted.former_values import may_be_quoted
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/lasting-record"
SCOPE = "change"
MESSAGE = "`{act}` of {day} was on record before this change and is there no more: {was}"
HELP = "put it back; if it was recorded by mistake, add below all acts, without `done` if it was not done: {correction}"


def check(corpus: Corpus) -> Iterator[Violation]:
    for change in act_changes(corpus):
        if change.fault == "removed":
            yield violation(
                change.work.original.at("/events"),
                act=change.act.kind,
                day=change.act.on,
                was=write_flow(dict(change.act.data)) if may_be_quoted(corpus, change.old) else "…",
                correction=write_correction(corpus, change.work, change.act),
            )
