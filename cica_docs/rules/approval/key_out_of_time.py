"""The key of a signature did not hold on the day on which the signature entered the register.

## Why
A key holds from its first day to its last, and no longer than it is revoked. What counts is the day on
which the signature entered: that of the commit on the main line, or of the check while it is not merged.
A day that the signatory or the record states is his own claim.

## Example
    until: 2027-05-31            # in keys/secretariat.yaml, and the signature entered on 2027-06-24

Use instead
    a signature by the key that holds now
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.approvals.keys import EARLY, EXPIRED, REVOKED, Key
from cica_docs.register.approvals.records import approval_records
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.span import Place, Span

PROVISION = "house/approval-record"
MESSAGE = {
    "early": "the key of {signer} holds from {day} on, and the signature entered on {entered}",
    "expired": "the key of {signer} held until {day}, and the signature entered on {entered}",
    "revoked": "the key of {signer} was revoked on {day}, and the signature entered on {entered}",
}
HELP = "have the record signed by a key that holds"


def check(corpus: Corpus) -> Iterator[Violation]:
    for record in approval_records(corpus):
        for signature in record.new_signatures:
            if signature.key and signature.fault in {EARLY, EXPIRED, REVOKED}:
                yield violation(
                    Place(signature.path, Span.point(1)),
                    variant=signature.fault,
                    signer=signature.signer,
                    day=_day_of(signature.key, signature.fault),
                    entered=signature.on,
                )


def _day_of(key: Key, fault: str) -> object:
    return {EARLY: key.first, EXPIRED: key.last, REVOKED: key.revoked}[fault]
