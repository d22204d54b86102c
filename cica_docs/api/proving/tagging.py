"""Make a tag over the commit with which the record of an approval entered the main line."""

from datetime import datetime

from cica_docs.api.proving.entered import Entered
from cica_docs.api.proving.tags import verify_tag
from cica_docs.api.proving.verify import verify_approvals
from cica_docs.api.recording.approval import Signer
from cica_docs.documents.approvals.statement import format_digest
from cica_docs.documents.approvals.tag import NAMESPACE, ApprovalTag
from cica_docs.documents.corpus import Corpus
from cica_docs.register.approvals.keys import stated_keys
from cica_docs.register.approvals.records import ApprovalRecord
from cica_docs.signing.ssh_keygen import sign
from cica_docs.snapshot.tags import Tag
from cica_docs.values.failure import Failure


def make_tag(
    now: Corpus, entered: Entered, record: ApprovalRecord, signer: Signer, at: datetime
) -> tuple[ApprovalTag, bytes]:
    """Return a tag, signed, and its bytes; raise `Failure` if the approval is not proved, or the key does not hold."""
    proofs = verify_approvals(now, entered, [record.name.work])
    proof = next(proof for proof in proofs if proof.record == record.path)
    if not proof.is_good:
        raise Failure("tag-unproved", work=proof.work)
    known = stated_keys(now)
    if signer.principal not in known:
        raise Failure("signer-unknown", signer=signer.principal, known=tuple(known))
    digest = format_digest(record.content)
    tag = ApprovalTag(record.path, digest, proof.commit, signer.principal, int(at.timestamp()))
    content = tag.content + sign(tag.content, signer.key, NAMESPACE)
    if not verify_tag(now, entered, record.path, signer.principal, Tag(is_object=True, content=content)).is_good:
        raise Failure("tag-by-another", path=str(signer.key), signer=signer.principal)
    return tag, content
