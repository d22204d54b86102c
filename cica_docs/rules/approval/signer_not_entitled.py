"""A record of an approval is signed by somebody who may not sign it.

## Why
`keys/` says who may sign, and the keys that count are those of the register before the change. A
key that comes with the approval which it is to prove could be anybody's. Where the settings name the
bodies for which somebody signs, a signature for another one is none of them.

## Example
    keys/advisor.yaml                            # added by the same change
    approved-2027-06-24.advisor.sig

Use instead
    a change of the keys by itself, signed by a key that the register has, and merged before
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.approvals.records import approval_records
from cica_docs.register.approvals.requirements import required_signatures
from cica_docs.register.approvals.signatures import NEW, UNKNOWN, Signature
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.span import Place, Span

PROVISION = "house/approval-record"
MESSAGE = {
    "unknown": "the register has no key of {signer}",
    "new": "the key of {signer} comes with this change, so that it can prove nothing in it",
    "role": "{signer} signs for {role}, and the settings ask for signatures for {asked}",
}
HELP = {
    "unknown": "name the signature after the principal whose key is in keys/, or add the key by a change of its own",
    "new": "have the key merged first, by a change of its own that a trusted key has signed",
    "role": "have somebody sign who has this role, and take this signature out of the change",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for record in approval_records(corpus):
        for signature in record.new_signatures:
            variant = _variant_of(corpus, signature)
            if variant:
                role = signature.key.role if signature.key else ""
                yield violation(
                    Place(signature.path, Span.point(1)),
                    variant=variant,
                    signer=signature.signer,
                    role=corpus.reference.names("body", role, corpus.as_of),
                    asked=tuple(required_signatures(corpus)),
                )


def _variant_of(corpus: Corpus, signature: Signature) -> str:
    if signature.fault in {UNKNOWN, NEW}:
        return signature.fault
    asked = required_signatures(corpus)
    return "role" if signature.key and asked and signature.key.role not in asked else ""
