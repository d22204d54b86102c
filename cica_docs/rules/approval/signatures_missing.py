"""The record of an approval has fewer good signatures than the settings ask for.

## Why
The settings say for which bodies somebody signs, and how many. Two signatures by one key are one, and a
signature that is not good counts for nobody.

## Example
    approved-2027-06-24.txt
    approved-2027-06-24.secretariat.sig          # and the Chairmanship is to sign too

Use instead
    cica approve concept-paper/tourism-2027 --sign --key KEY --as chairmanship
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.approvals.records import ApprovalRecord, record_of
from cica_docs.register.approvals.requirements import acts_without_signature, required_signatures
from cica_docs.register.approvals.signatures import count_by_role
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.span import Place, Span

PROVISION = "house/approval-record"
MESSAGE = "the record of `{act}` of {day} has {number} good signatures of {needed} for {role}"
HELP = "have it signed: cica approve {work} --sign --key KEY --as PRINCIPAL"


def check(corpus: Corpus) -> Iterator[Violation]:
    for work, act in acts_without_signature(corpus):
        record = record_of(corpus, work, act)
        if record is not None and not record.is_known:
            yield from _missing(corpus, record)


def _missing(corpus: Corpus, record: ApprovalRecord) -> Iterator[Violation]:
    counts = count_by_role(record.signatures)
    for role, needed in required_signatures(corpus).items():
        number = counts.get(role, 0)
        if number < needed:
            yield violation(
                Place(record.path, Span.point(1)),
                act=record.name.act,
                day=record.name.day,
                work=record.name.work,
                number=number,
                needed=needed,
                role=corpus.reference.names("body", role, corpus.as_of),
            )
