"""Those who sign approvals in tests: real keys, made by `ssh-keygen` for each run of the tests."""

import subprocess
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from cica_docs.documents.approvals.file_names import change_signature_path, record_path, signature_path
from cica_docs.documents.approvals.statement import NAMESPACE
from cica_docs.documents.corpus import Corpus
from cica_docs.register.approvals.key_changes import NAMESPACE as NAMESPACE_OF_KEYS
from cica_docs.register.approvals.key_changes import key_changes
from cica_docs.register.approvals.requirements import recorded_approvals
from cica_docs.register.approvals.statements import statement_of
from cica_docs.register.works import works
from cica_docs.signing.ssh_keygen import find_program, sign

_MARK = b"KEY-OF-"
_NAMES = ("officer", "chair", "advisor", "stranger")


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="cica-keys-")


@cache
def key_of(name: str) -> Path:
    """The file of a private key; beside it is the public one."""
    path = Path(_folder().name, name)
    subprocess.run([str(find_program()), "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(path)], check=True)
    return path


@cache
def public_key_of(name: str) -> str:
    """The public key, as its file holds it."""
    return key_of(name).with_suffix(".pub").read_text(encoding="ascii").strip()


def with_keys(content: bytes) -> bytes:
    """Put public keys in the place of their names."""
    if _MARK in content:
        for name in _NAMES:
            content = content.replace(_MARK + name.encode(), public_key_of(name).encode())
    return content


def approve_in(corpus: Corpus, approval: Mapping[str, Any]) -> Mapping[str, bytes]:
    """The record of an act on record, and its signatures, by path."""
    work = works(corpus)[approval["work"]]
    act = next(
        act for act in recorded_approvals(work) if act.kind == approval["act"] and act.on.text == str(approval["day"])
    )
    statement = statement_of(corpus, work.name, act).content
    record = record_path(work.name, act.kind, act.on.text)
    signers = approval.get("by", ())
    pairs = signers.items() if isinstance(signers, Mapping) else ((name, name) for name in signers)
    signatures = {
        signature_path(record, principal): sign(statement, key_of(key), NAMESPACE) for principal, key in pairs
    }
    return {record: statement, **signatures}


def sign_change(corpus: Corpus, file: str, principal: str) -> Mapping[str, bytes]:
    """The signature of a change of keys, by its path."""
    change = next(change for change in key_changes(corpus) if change.path == file)
    return {change_signature_path(file, principal): sign(change.content, key_of(principal), NAMESPACE_OF_KEYS)}
