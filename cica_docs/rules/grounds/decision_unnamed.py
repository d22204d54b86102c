"""A change records a decision, and neither the document in which it is found nor a source.

## Why
A paper is approved, a Coordinator appointed and a period extended by the body that decides so, and not by the
line that says so: whoever doubts it has to find the decision. `ref` is the symbol of the document, such as
the record of the meeting, or the note with which the silence procedure ended; `source` names where it was
read. What was recorded before the change is not asked for it.

## Example
    - {on: 2026-06-24, kind: approved, by: soc, mode: meeting}

Use instead
    - {on: 2026-06-24, kind: approved, by: soc, ref: SOC/2026-II/INF/1, mode: meeting}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.record.new_acts import new_acts
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/grounds"
SCOPE = "change"
MESSAGE = "`{act}` of {day} is recorded by this change without the document in which the decision is found"
HELP = "name its symbol in `ref`, or the source in `source`; what was not decided is not recorded"
_FOUND_IN = ("ref", "source")


def check(corpus: Corpus) -> Iterator[Violation]:
    for new in new_acts(corpus):
        kind = new.work.kind.acts.get(new.act.kind)
        if kind and kind.is_approval and not any(new.act.data.get(field) for field in _FOUND_IN):
            yield violation(new.act.place, act=new.act.kind, day=new.act.on)
