"""A concept paper is recorded as approved under the silence procedure before the silence ended.

## Why
The SOC approves concept papers (CICA decision, clause 2.4). Under a silence procedure it has
approved when the time for objections has passed: the approval bears that day, and the record
says which it was. A register may refuse the procedure altogether (open question
`silence-procedure`).

## Example
    - {on: 2026-06-10, kind: approved, by: soc, mode: silence, ends_on: 2026-06-24}

Use instead
    - {on: 2026-06-24, kind: approved, by: soc, mode: silence, ends_on: 2026-06-24}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.open_questions import setting
from cica_docs.register.papers.concept_papers import approvals
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.day import parse_day

MESSAGE = {
    "": "the approval bears the date {day}, but the silence ends on {ends}",
    "unknown": "the approval of {day} does not say when the silence ended",
    "refused": "the settings of the register do not accept approval under the silence procedure",
}
HELP = {
    "": "{if_slip}it was no approval yet: if nobody objects, the paper is approved on {ends}, and that is recorded",
    "unknown": "say in ends_on when the time for objections ended",
    "refused": "{if_slip}the paper must still be approved at a meeting, unless the open question "
    "silence-procedure is answered otherwise",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for _, approval in approvals(corpus):
        if approval.data.get("mode") != "silence":
            continue
        ends = parse_day(str(approval.data.get("ends_on") or ""))
        if setting(corpus, "silence-procedure") == "refused":
            yield violation(approval.place, variant="refused", day=approval.on, ends=ends)
        elif ends is None:
            yield violation(approval.place, variant="unknown", day=approval.on)
        elif not approval.on.first <= ends <= approval.on.last:
            yield violation(approval.place, day=approval.on, ends=ends)
