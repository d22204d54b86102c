"""A record or signature of an approval lies beside a work on whose record there is no such act.

## Why
The record proves an act and does not replace it: what was decided is read from the acts of the
document, and printed with it. A record of another act, or of another day, proves nothing of this one.

## Example
    registry/concept-paper/tourism-2027/approved-2027-06-24.txt     # and no act `approved` of that day

Use instead
    cica approve concept-paper/tourism-2027 --decision SOC/2027-II/INF/1 --on 2027-06-24
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.approvals.records import approval_records
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.span import Place, Span

PROVISION = "house/approval-record"
MESSAGE = {
    "": "this is the record of `{act}` of {day}, an act that is not on record in {work}",
    "record": "these are signatures of a record that is not here: {path}",
}
HELP = {
    "": "record the act, if it was done; if it was not, take the record out of the change",
    "record": "put the record back, or take the signatures out of the change",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for record in approval_records(corpus):
        name = record.name
        if record.path not in corpus.evidence:
            first = min(record.signature_paths.values())
            yield violation(Place(first, Span.point(1)), variant="record", path=record.path)
        elif record.approval is None:
            yield violation(Place(record.path, Span.point(1)), act=name.act, day=name.day, work=name.work)
