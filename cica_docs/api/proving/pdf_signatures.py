"""Verify what was added to a printed PDF: one signature, or something that no reader should trust."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from cica_docs.api.proving.verify import Line
from cica_docs.signing.certificates import CLAIMED, GOOD, has_packages, verify_signature
from cica_docs.signing.pdf_signature import printed_part, read_signature

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

UNVERIFIED, ADDED = "unverified", "added"


def verify_added(content: bytes, roots: "Sequence[Certificate]", at: datetime) -> tuple[bytes, tuple[Line, ...]]:
    """Return a PDF as it was printed, and what was verified of that which was added; nothing if nothing was.

    The authorities of `roots` are trusted; certificates must hold at a time.
    """
    printed = printed_part(content)
    if printed == content:
        return content, ()
    signed = read_signature(content)
    if signed is None:
        return printed, (Line("certificate", "", ADDED, is_good=False),)
    stated = signed.at.date().isoformat()
    if not has_packages():
        return printed, (Line("certificate", "", UNVERIFIED, stated),)
    verdict = verify_signature(signed.signed, signed.signature, roots, at)
    is_good = verdict.verdict in {GOOD, CLAIMED}
    return printed, (Line("certificate", verdict.signer, verdict.verdict, stated, is_good=is_good),)
