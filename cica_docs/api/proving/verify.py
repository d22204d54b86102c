"""Verify approvals: is this the text that was approved, and did those sign it who may."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cica_docs.api.proving.entered import Entered
from cica_docs.documents.approvals.file_names import read_evidence_name, record_path
from cica_docs.documents.approvals.statement import Statement
from cica_docs.documents.corpus import Corpus
from cica_docs.register.approvals.records import ApprovalRecord, approval_records, record_of
from cica_docs.register.approvals.requirements import acts_without_signature, approval_acts, required_signatures
from cica_docs.register.approvals.signatures import Signature, count_by_role, judge_signature
from cica_docs.register.approvals.statements import changes_since, is_text_final

GOOD = "good"
APPROVED, CHANGED, DIFFERS, NOT_APPROVED, OPEN = "approved", "changed", "differs", "not-approved", "open"
_UNDECIDED = frozenset({"undecided", "other-version"})
_REMARKS = frozenset({"none", "act", "branch", "claimed", "unverified"})
_LAW = ("judged-under", "provisions")
"""What may have moved on between the check of a change and its merge."""


class Line(NamedTuple):
    """One thing that was verified, and the verdict.

    `about` is `record`, `edition` (`subject` is its language), `facts`, `signature` (whose), or `signatures` (the body
    for which they are asked).
    """

    about: str
    subject: str
    verdict: str
    detail: str = ""
    is_good: bool = True

    @property
    def is_remark(self) -> bool:
        """Whether it proves nothing, and need not."""
        return self.is_good and self.verdict in _REMARKS

    @property
    def is_undecided(self) -> bool:
        """Whether something to decide it by is missing."""
        return self.verdict in _UNDECIDED


class Proof(NamedTuple):
    """What was verified of one approval; `commit` and `entered` say how its record entered, "" if it has not."""

    work: str
    act: str
    day: str
    record: str
    commit: str
    entered: str
    lines: tuple[Line, ...]

    @property
    def is_good(self) -> bool:
        """Whether everything holds."""
        return all(line.is_good for line in self.lines)


def verify_approvals(now: Corpus, entered: Entered, names: Sequence[str]) -> tuple[Proof, ...]:
    """Verify the approvals of the named works, or of all that have a record or need one.

    Raise `Failure` if that cannot be decided: a part of the history is missing, or `ssh-keygen` is.
    """
    records = [record for record in approval_records(now) if not names or record.name.work in names]
    proofs = [_verify_record(now, entered, record) for record in records]
    wanted = acts_without_signature(now) if not names else approval_acts(now)
    for work, act in wanted:
        if (not names or work.name in names) and record_of(now, work, act) is None:
            record = record_path(work.name, act.kind, act.on.text)
            line = Line("record", record, "missing", is_good=False)
            proofs.append(Proof(work.name, act.kind, act.on.text, record, "", "", (line,)))
    concerned = names or sorted({proof.work for proof in proofs})
    proofs += [gone for work in concerned for gone in _gone(now, entered, work)]
    return tuple(sorted(proofs, key=lambda proof: (proof.work, proof.day, proof.act)))


def _verify_record(now: Corpus, entered: Entered, record: ApprovalRecord) -> Proof:
    name = record.name
    is_there = record.path in now.evidence
    entry = entered.entry(record.path, now.snapshot.blob(record.path)) if is_there else None
    lines = list(_of_record(now, entered, record))
    day = entered.day(entry).isoformat() if entry else ""
    return Proof(name.work, name.act, name.day, record.path, entry.commit if entry else "", day, tuple(lines))


def _of_record(now: Corpus, entered: Entered, record: ApprovalRecord) -> Iterator[Line]:
    if record.path not in now.evidence:
        yield Line("record", record.path, "missing", is_good=False)
        return
    entry = entered.entry(record.path, now.snapshot.blob(record.path))
    if record.statement is None:
        yield Line("record", record.path, "form", is_good=False)
    elif record.approval is None:
        yield Line("record", record.path, "no-act", is_good=False)
    elif entry is None:
        yield Line("record", record.path, "uncommitted", is_good=False)
    elif entry.former:
        yield Line("record", record.path, "rewritten", entry.former, is_good=False)
    else:
        at_entry = next(each for each in approval_records(entered.corpus(entry)) if each.path == record.path)
        if at_entry.approval is None:
            yield Line("record", record.path, "no-act", entry.commit, is_good=False)
        differing = [field for field in at_entry.differences(is_entering=True) if field not in _LAW]
        verdict = DIFFERS if differing else GOOD
        yield Line("record", record.path, verdict, ", ".join(differing), is_good=not differing)
    if record.statement is not None and record.approval is not None:
        yield from _of_text(record, record.statement)
    yield from _of_signatures(now, entered, record)


def _of_text(record: ApprovalRecord, statement: Statement) -> Iterator[Line]:
    """Yield whether each edition, and the facts, are those that were approved."""
    if record.approval is None or not record.is_latest:
        return
    work, act = record.approval
    later = changes_since(work, act)
    reason = ", ".join(f"{change.kind} {change.on.text}" for change in later)
    differing = set(record.differences(is_entering=True))
    stated = [name.removeprefix("text ") for name, _ in statement.fields if name.startswith("text ")]
    for language in dict.fromkeys((*stated, *work.documents)):
        if language not in stated:
            yield Line("edition", language, NOT_APPROVED)
        else:
            is_same = not differing & {f"text {language}", f"title {language}"}
            line = _line("edition", language, reason, is_same=is_same)
            yield line if line.is_good or is_text_final(work) else Line("edition", language, OPEN)
    yield _line("facts", work.name, reason, is_same="facts" not in differing)


def _line(about: str, subject: str, reason: str, *, is_same: bool) -> Line:
    if is_same:
        return Line(about, subject, APPROVED)
    return Line(about, subject, CHANGED, reason) if reason else Line(about, subject, DIFFERS, is_good=False)


def _of_signatures(now: Corpus, entered: Entered, record: ApprovalRecord) -> Iterator[Line]:
    signatures = []
    for signer, path in record.signature_paths.items():
        signature = _judge(now, entered, record, signer, path)
        signatures.append(signature)
        role = signature.key.role if signature.key else ""
        yield Line("signature", signer, signature.fault or GOOD, role, is_good=not signature.fault)
    counts = count_by_role(signatures)
    entry = entered.entry(record.path, now.snapshot.blob(record.path))
    asked = required_signatures(now if entry is None else entered.corpus(entry))
    for role, needed in asked.items():
        number = counts.get(role, 0)
        is_enough = number >= needed
        yield Line("signatures", role, GOOD if is_enough else "too-few", f"{number}/{needed}", is_good=is_enough)
    if not asked and not counts:
        yield Line("signatures", "", "unsigned", is_good=False)


def _judge(now: Corpus, entered: Entered, record: ApprovalRecord, signer: str, path: str) -> Signature:
    """Judge a signature by the keys from before it entered, on the day on which it did."""
    entry = entered.entry(path, now.snapshot.blob(path))
    if entry is None:
        return judge_signature(now, path, signer, record.content)
    signature = judge_signature(entered.corpus(entry), path, signer, record.content)
    if entry.former:
        return signature._replace(fault="rewritten")
    if not signature.fault and not entered.is_lawful_key(signer, entry.parent):
        return signature._replace(fault="planted")
    return signature


def _gone(now: Corpus, entered: Entered, work: str) -> Iterator[Proof]:
    """Yield the records and signatures that a work once had and has no more."""
    for path in entered.first_files(work):
        name = read_evidence_name(path)
        if name is not None and path not in now.evidence:
            line = Line("record", path, "gone", is_good=False)
            yield Proof(work, name.act, name.day, path, "", "", (line,))
