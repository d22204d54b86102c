"""Verify the tags over approvals, which are second witnesses: nobody need make one, and one that lies is refused."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time

from cica_docs.api.proving.entered import Entered
from cica_docs.api.proving.verify import GOOD, Line, Proof
from cica_docs.documents.approvals.file_names import read_evidence_name
from cica_docs.documents.approvals.statement import format_digest
from cica_docs.documents.approvals.tag import NAMESPACE, ApprovalTag, parse_tag, read_tag_name
from cica_docs.documents.corpus import Corpus
from cica_docs.register.approvals.editions import stored_content
from cica_docs.register.approvals.keys import stated_keys
from cica_docs.signing.ssh_keygen import is_signed
from cica_docs.snapshot.tags import Tag
from cica_docs.values.day import plus_days

ROLE_UNKNOWN = ""


def with_tags(now: Corpus, entered: Entered, proofs: Sequence[Proof], names: Sequence[str]) -> tuple[Proof, ...]:
    """Add what the tags of a clone say to proofs; a tag of the named works, or of any, without a record is refused."""
    lines: dict[str, list[Line]] = {}
    for name, tag in entered.tags().items():
        record, principal = read_tag_name(name)
        lines.setdefault(record, []).append(verify_tag(now, entered, record, principal, tag))
    known = [proof._replace(lines=(*proof.lines, *lines.pop(proof.record, ()))) for proof in proofs]
    return (*known, *(proof for record in lines for proof in _without_record(record, lines[record], names)))


def verify_tag(now: Corpus, entered: Entered, record: str, principal: str, tag: Tag) -> Line:
    """Verify the tag of a record by a principal, with the keys of the last commit, on the day of the check.

    A tag has no day on which it entered a history, so its key must hold when it is looked at.
    """
    key = stated_keys(now).get(principal)
    fault = _fault_of_form(now, entered, record, principal, tag)
    if not fault and (key is None or not entered.is_lawful_key(principal, entered.head)):
        fault = "unknown" if key is None else "planted"
    if not fault and key is not None:
        stated = parse_tag(tag.content)
        is_good = stated is not None and is_signed(stated.content, stated.signature, key.text, NAMESPACE)
        fault = key.fault_on(now.as_of) if is_good else "bad"
    return Line("tag", principal, fault or GOOD, key.role if key else ROLE_UNKNOWN, is_good=not fault)


def _fault_of_form(now: Corpus, entered: Entered, record: str, principal: str, tag: Tag) -> str:
    if not tag.is_object:
        return "lightweight"
    stated = parse_tag(tag.content)
    if stated is None:
        return "form"
    if stated.type != "commit":
        return "nested"
    if record not in now.evidence or not entered.holds(stated.commit, record, now.snapshot.blob(record)):
        return "elsewhere"
    digest = format_digest(stored_content(now.snapshot, record))
    expected = ApprovalTag(record, digest, stated.commit, principal, stated.at)
    if stated.name != expected.name:
        return "renamed"
    if stated.content != expected.content:
        return "form"
    return "" if _is_dated_between(stated.at, entered.committed_at(stated.commit), now.as_of) else "time"


def _is_dated_between(at: int, committed: datetime, today: date) -> bool:
    latest = datetime.combine(plus_days(today, 2), time(), tzinfo=UTC)
    return committed.timestamp() <= at < latest.timestamp()


def _without_record(record: str, lines: Sequence[Line], names: Sequence[str]) -> Iterator[Proof]:
    name = read_evidence_name(record)
    work = name.work if name else record.removesuffix(".txt")
    if not names or work in names:
        refused = tuple(line._replace(verdict="no-record", is_good=False) for line in lines)
        yield Proof(work, name.act if name else "", name.day if name else "", record, "", "", refused)
