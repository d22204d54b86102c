"""A signature is none of this record.

## Why
A signature is made of exactly these bytes, by exactly this key, and for approvals alone. If one letter
of the record differs, if the key is another, or if the signature was made for a commit or a file, it
proves nothing.

## Example
    approved-2027-06-24.secretariat.sig          # copied from the record of another paper

Use instead
    cica approve concept-paper/tourism-2027 --sign --key KEY --as secretariat
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.approvals.records import approval_records
from cica_docs.register.approvals.signatures import BAD, UNVERIFIED
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.span import Place, Span

PROVISION = "house/approval-record"
MESSAGE = {
    "bad": "this is no signature of {record} by the key of {signer}",
    "unverified": "this signature was not verified: there is no ssh-keygen on this machine",
}
HELP = {
    "bad": "have {signer} sign the record as it is, or take the signature out of the change",
    "unverified": "install OpenSSH and check again",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for record in approval_records(corpus):
        for signature in record.new_signatures if record.content else ():
            if signature.fault in {BAD, UNVERIFIED}:
                yield violation(
                    Place(signature.path, Span.point(1)),
                    variant=signature.fault,
                    record=record.path.rpartition("/")[2],
                    signer=signature.signer,
                )
