"""What the signatures of records are worth: whose they are, and whether their keys held when they entered."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from cica_docs.documents.approvals.statement import NAMESPACE
from cica_docs.documents.corpus import Corpus
from cica_docs.register.approvals.keys import Key, stated_keys, trusted_keys
from cica_docs.register.approvals.requirements import is_asked
from cica_docs.signing.ssh_keygen import MOST_BYTES, find_program, is_signed
from cica_docs.values.day import day_in

GOOD, BAD, UNKNOWN, NEW, UNVERIFIED = "good", "bad", "unknown", "new", "unverified"


class Signature(NamedTuple):
    """A signature, and its fault.

    `fault` is `bad` (of another text, or by another key), `unknown` (no key of this name), `new` (a key that is not
    trusted yet), `early`, `expired` or `revoked` (a key that did not hold), or `unverified`; "" if it is good.
    """

    path: str
    signer: str
    key: Key | None
    fault: str
    on: date
    """The day on which it entered the register."""


def judge_signature(corpus: Corpus, path: str, signer: str, message: bytes, *, namespace: str = NAMESPACE) -> Signature:
    """Judge a signature in a file of the register by the keys that are trusted and the day on which it entered."""
    on = entry_day(corpus, path)
    key = trusted_keys(corpus).get(signer)
    if key is None:
        return Signature(path, signer, None, NEW if signer in stated_keys(corpus) else UNKNOWN, on)
    fault = _fault(corpus, path, key, message, namespace) or key.fault_on(on)
    return Signature(path, signer, key, fault, on)


def _fault(corpus: Corpus, path: str, key: Key, message: bytes, namespace: str) -> str:
    if find_program() is None and not is_asked(corpus):
        return UNVERIFIED
    content = corpus.snapshot.read(path) if corpus.snapshot.size(path) <= MOST_BYTES else b""
    return "" if is_signed(message, content, key.text, namespace) else BAD


def entry_day(corpus: Corpus, path: str) -> date:
    """Return the day on which a file as it is entered the history; that of the check if it has not entered yet."""
    entry = corpus.entries.entry(path, corpus.snapshot.blob(path)) if corpus.entries else None
    return day_in(corpus.reference.zone, entry.at) if entry else corpus.as_of


def count_by_role(signatures: Iterable[Signature]) -> Mapping[str, int]:
    """Count the good signatures by the role for which they are given; two by one key are one."""
    keys: dict[str, set[str]] = {}
    for signature in signatures:
        if signature.key and not signature.fault:
            keys.setdefault(signature.key.role, set()).add(signature.key.text)
    return {role: len(of_role) for role, of_role in keys.items()}
