"""Put an approval on record: the act, the statement beside it, and signatures of the statement."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from cica_docs.api.recording.act import (
    Fields,
    RecordedAct,
    act_form,
    corpus_with_files,
    files_with_act,
    record_files,
)
from cica_docs.documents.approvals.file_names import record_path, signature_path
from cica_docs.documents.approvals.statement import NAMESPACE, NONE, Statement
from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.messages import Catalogue
from cica_docs.register.approvals.key_changes import NAMESPACE as NAMESPACE_OF_KEYS
from cica_docs.register.approvals.key_changes import key_changes
from cica_docs.register.approvals.keys import trusted_keys
from cica_docs.register.approvals.records import ApprovalRecord, approval_records
from cica_docs.register.approvals.requirements import approving_acts
from cica_docs.register.approvals.statements import statement_of
from cica_docs.register.events import Event, events_of
from cica_docs.register.restricted.redaction import redactor
from cica_docs.register.works import Work, works
from cica_docs.signing.ssh_keygen import sign
from cica_docs.values.failure import Failure
from cica_docs.values.finding import Finding

_STILL_MISSING = "approval/signatures-missing"
"""What is no fault of a record that was just made: others are yet to sign it."""
_BY_SILENCE = "silence"


class Signer(NamedTuple):
    """Who signs, and the file of the key."""

    principal: str
    key: Path


class Approval(NamedTuple):
    """An approval as it would be on record; `recorded` holds its files and the errors that it brings."""

    recorded: RecordedAct
    record: str
    """The path of the record."""
    statement: bytes
    missing: Sequence[Finding]
    """The signatures that the settings ask for and nobody has given yet."""


def approving_act(work: Work, act: str | None) -> str:
    """Return the kind of act by which a work is approved, by default the first; raise `Failure` if it has none."""
    known = approving_acts(work.kind)
    if not known or (act is not None and act not in known):
        raise Failure("not-approved", kind=work.kind.title, act=act or "", known=known)
    return act or known[0]


def act_to_approve(corpus: Corpus, work: Work, act: str, on: str, given: Fields, silence: str | None) -> Fields:
    """Return the act of an approval: the one on record, else one by the body that approves, unless another is given.

    `silence` is the last day of the silence under which it was approved. Raise `Failure` if the act on record says
    something else than is given.
    """
    if silence is not None:
        manner = "mode" if "mode" in act_form(work, act).fields else "decided"
        given = {**given, manner: _BY_SILENCE, "ends_on": silence}
    recorded = _act_of(work, {"kind": act, "on": on})
    if recorded is None:
        return _complete(corpus, work, act, on, given)
    for field, value in given.items():
        if recorded.data.get(field) != value:
            written = str(recorded.data.get(field) or "–")
            raise Failure("approval-otherwise", act=act, day=on, field=field, value=written)
    return dict(recorded.data)


def _complete(corpus: Corpus, work: Work, act: str, on: str, given: Fields) -> Fields:
    form = act_form(work, act)
    fields = dict(given)
    for role in ("approves", "decides", "amends"):
        body = corpus.reference.role(role)
        if "by" in form.fields and "by" not in fields and body and form.fits("by", body):
            fields["by"] = body
    return form.complete(on, fields)


def approve(
    corpus: Corpus, catalogue: Catalogue, work: Work, act: Mapping[str, Any], signer: Signer | None
) -> Approval:
    """Put an approval of a work on record, or the record of one whose act is there already; nothing is written."""
    _refuse_withheld(corpus, work)
    name = record_path(work.name, str(act["kind"]), str(act["on"]))
    if corpus.before is not None and name in corpus.before.evidence:
        raise Failure("approval-on-record", path=name)
    is_written = _act_of(work, act) is not None
    files = {} if is_written else dict(files_with_act(corpus, work, act))
    after = corpus_with_files(corpus, files)
    approved = works(after)[work.name]
    event = _act_of(approved, act)
    if event is None:
        raise Failure("record-by-hand", path=work.original.path)
    statement = statement_of(after, work.name, event)
    _refuse_unsignable(statement, approved)
    files[name] = statement.content
    if signer is not None:
        files[signature_path(name, signer.principal)] = _signature(corpus, statement.content, signer, NAMESPACE)
    recorded = record_files(corpus, catalogue, work, dict(event.data), files)
    return _without_missing(recorded, name, statement.content)


def sign_record(
    corpus: Corpus, catalogue: Catalogue, work: Work, act: tuple[str | None, str | None], signer: Signer
) -> Approval:
    """Sign the record of an approval, the latest unless its act or day is given; nothing is written to disk."""
    record = find_record(corpus, work, *act)
    if record.approval is None:
        raise Failure("approval-unknown", work=work.name)
    content = record.content
    files = {signature_path(record.path, signer.principal): _signature(corpus, content, signer, NAMESPACE)}
    recorded = record_files(corpus, catalogue, work, dict(record.approval[1].data), files)
    return _without_missing(recorded, record.path, content)


class SignedKeys(NamedTuple):
    """The signature of a change of keys: what is signed, and its file."""

    statement: bytes
    files: Mapping[str, bytes]


def sign_keys(corpus: Corpus, path: str, signer: Signer | None) -> SignedKeys:
    """Sign the change of a file of keys, or of the settings that ask for signatures, compared with the base."""
    change = next((change for change in key_changes(corpus) if change.path == path), None)
    if change is None:
        raise Failure("keys-unchanged", path=path)
    if signer is None:
        return SignedKeys(change.content, {})
    signature = _signature(corpus, change.content, signer, NAMESPACE_OF_KEYS)
    return SignedKeys(change.content, {change.signature_path(signer.principal): signature})


def _signature(corpus: Corpus, content: bytes, signer: Signer, namespace: str) -> bytes:
    known = trusted_keys(corpus)
    if signer.principal not in known:
        raise Failure("signer-unknown", signer=signer.principal, known=tuple(known))
    return sign(content, signer.key, namespace)


def _act_of(work: Work, act: Mapping[str, Any]) -> Event | None:
    kind, on = act["kind"], str(act["on"])
    return next((event for event in events_of(work.original) if event.kind == kind and event.on.text == on), None)


def find_record(corpus: Corpus, work: Work, act: str | None, on: str | None) -> ApprovalRecord:
    """Return the record of an approval, the latest unless its act or day is given; raise `Failure` without one."""
    candidates = [
        record
        for record in approval_records(corpus)
        if record.name.work == work.name
        and record.content
        and act in {None, record.name.act}
        and on in {None, record.name.day}
    ]
    if not candidates:
        raise Failure("approval-unknown", work=work.name)
    return max(candidates, key=lambda record: record.name.day)


def _refuse_withheld(corpus: Corpus, work: Work) -> None:
    """Raise `Failure` if the titles, which the statement holds, may not be shown."""
    for document in redactor(corpus).public.documents:
        if document.work == work.name and document.is_withheld:
            raise Failure("record-unreadable", path=document.path)


def _refuse_unsignable(statement: Statement, work: Work) -> None:
    """Raise `Failure` for an edition that is not in the one form whose digest everybody computes alike."""
    for language, document in work.documents.items():
        if statement.get(f"text {language}") == NONE:
            raise Failure("edition-unsignable", path=document.path)


def _without_missing(recorded: RecordedAct, record: str, statement: bytes) -> Approval:
    findings = recorded.report.findings
    missing = tuple(finding for finding in findings if finding.rule == _STILL_MISSING)
    blocking = tuple(finding for finding in findings if finding.rule != _STILL_MISSING)
    return Approval(replace(recorded, report=replace(recorded.report, findings=blocking)), record, statement, missing)
