"""A change alters an act that was on record before it.

## Why
States rely on what is on record: a day, a body, a tenure that is altered in place is altered for
everybody who has read it, and nobody learns of it. An act that was recorded wrongly is corrected by a
further act, which says what is true, on which day and for what reason. A source or note that an act
lacked may be added.

## Example
    - {on: 2026-06-23, kind: approved, by: soc}     # 2026-06-24 before this change

Use instead
    - {on: 2026-06-24, kind: approved, by: soc}
    - on: 2026-09-01
      kind: corrected
      by: secretariat
      corrects: {on: 2026-06-24, kind: approved}
      done: {on: 2026-06-23, kind: approved, by: soc}
      reason: {en: …, ru: …, kk: …}
"""

from collections.abc import Iterator, Mapping
from typing import Any

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.yaml.scalar import write_flow
from cica_docs.register.record.changed_acts import act_changes
from cica_docs.register.record.corrections import write_correction
from cica_docs.register.restricted.former_values import may_be_quoted
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/lasting-record"
SCOPE = "change"
MESSAGE = "`{act}` of {day} was on record before this change with {was}, and here has {now}"
HELP = "put it back as it was; if it was recorded wrongly, add below all acts: {correction}"


def check(corpus: Corpus) -> Iterator[Violation]:
    for change in act_changes(corpus):
        if change.fault == "rewritten" and change.now:
            yield violation(
                change.now.place,
                act=change.act.kind,
                day=change.act.on,
                was=_what_differs(change.act.data, change.now.data) if may_be_quoted(corpus, change.old) else "…",
                now=_what_differs(change.now.data, change.act.data),
                correction=write_correction(corpus, change.work, change.act),
            )


def _what_differs(data: Mapping[str, Any], other: Mapping[str, Any]) -> str:
    """Write the fields that another act has not, or has with another value."""
    return write_flow({name: value for name, value in data.items() if other.get(name) != value})
