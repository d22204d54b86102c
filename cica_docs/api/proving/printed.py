"""Verify printed files: their commit, whether their text was approved there, and whether each byte is as printed."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from hashlib import sha256
from importlib.metadata import version
from typing import TYPE_CHECKING, NamedTuple

from cica_docs import __version__
from cica_docs.api.printing.again import print_again
from cica_docs.api.printing.manifest_reading import Entry, Manifest
from cica_docs.api.proving.committed import CommittedRegisters
from cica_docs.api.proving.pdf_signatures import verify_added
from cica_docs.api.proving.verify import GOOD, Line, Proof
from cica_docs.documents.corpus import Corpus
from cica_docs.register.approvals.records import record_of
from cica_docs.register.approvals.requirements import ApprovalAct, acts_without_signature, approval_acts
from cica_docs.render.docx import pandoc
from cica_docs.render.origin import Origin
from cica_docs.render.writers import PAGED_FORMAT, WRITERS
from cica_docs.values.day import parse_day

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

_WORK_PARTS = 2


class PrintedFile(NamedTuple):
    """A file to verify: how it is shown, its path below the manifest or its own folder, its bytes and its format."""

    shown: str
    path: str
    content: bytes
    format: str


class PrintedProof(NamedTuple):
    """What was verified of a file; what it says of itself is empty where it says nothing."""

    file: str
    work: str
    languages: tuple[str, ...]
    commit: str
    day: str
    lines: tuple[Line, ...]
    approvals: tuple[Proof, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Whether something speaks against it."""
        lines = [*self.lines, *(line for proof in self.approvals for line in proof.lines)]
        return any(not line.is_good and not line.is_undecided for line in lines)

    @property
    def is_undecided(self) -> bool:
        """Whether nothing speaks against it, and something for it is missing."""
        return not self.is_refused and any(line.is_undecided for line in self.lines)


class Comparison(NamedTuple):
    """With what files are compared: the history, the manifest if there is one, and, if asked, a new printing."""

    registers: CommittedRegisters
    manifest: Manifest | None
    at: datetime
    """The time at which a certificate must hold."""
    roots: "Sequence[Certificate]" = ()
    """The authorities whose certificates are trusted."""
    is_printed_again: bool = False
    as_of: date | None = None
    """The day for which to print again; None takes that of the manifest, else that of the commit."""


def verify_printed(file: PrintedFile, beside: Comparison) -> PrintedProof:
    """Verify one file, without the signature that may have been added; raise `Failure` if history is missing."""
    added: tuple[Line, ...] = ()
    if file.format == PAGED_FORMAT:
        content, added = verify_added(file.content, beside.roots, beside.at)
        file = file._replace(content=content)
    writer = WRITERS.get(file.format)
    origin = (writer.load().read_origin(file.content) if writer else None) or Origin("")
    manifest = beside.manifest
    entry = manifest.entry(file.path, file.content) if manifest else None
    work = origin.name or (entry.work if entry else "")
    stated = origin.commit or (manifest.commit if manifest and entry else "")
    commit = beside.registers.find(stated) if stated else ""
    lines = [*added, *_of_manifest(file, origin, manifest, entry), _of_commit(beside.registers, stated, commit)]
    if not commit:
        return PrintedProof(file.shown, work, origin.languages, stated, "", tuple(lines))
    if not work and beside.registers.holds(commit, _work_in(file.path)):
        work = _work_in(file.path)
    if entry and entry.sources:
        lines.append(_of_sources(beside.registers, commit, entry))
    if beside.is_printed_again and work:
        lines.append(_of_printing(file, beside, commit, origin._replace(name=work)))
    elif manifest is None:
        lines.append(Line("printing", file.shown, "undecided", is_good=False))
    day = beside.registers.day(commit).isoformat()
    approvals: tuple[Proof, ...] = ()
    if work.count("/") == 1:
        of_work, approvals = _of_approvals(beside.registers, commit, work)
        lines += of_work
    return PrintedProof(file.shown, work, origin.languages, commit, day, tuple(lines), approvals)


def missing_file(path: str) -> PrintedProof:
    """Refuse that a file which the manifest names is not there."""
    return PrintedProof(path, "", (), "", "", (Line("manifest", path, "missing", is_good=False),))


def _work_in(path: str) -> str:
    """Return the folders above a file, which name its work where it was printed."""
    return "/".join(path.split("/")[-_WORK_PARTS - 1 : -1])


def _of_manifest(file: PrintedFile, origin: Origin, manifest: Manifest | None, entry: Entry | None) -> Iterator[Line]:
    if manifest is None:
        return
    if entry is None:
        yield Line("manifest", file.path, "unnamed", is_good=False)
    elif entry.sha256 != sha256(file.content).hexdigest():
        yield Line("manifest", file.path, "differs", is_good=False)
    elif origin.commit and not manifest.commit.startswith(origin.commit):
        yield Line("manifest", file.path, "other-commit", manifest.commit, is_good=False)
    elif origin.name and entry.work and origin.name != entry.work:
        yield Line("manifest", file.path, "other-work", entry.work, is_good=False)
    else:
        yield Line("manifest", file.path, GOOD)


def _of_commit(registers: CommittedRegisters, stated: str, commit: str) -> Line:
    if not stated:
        return Line("commit", "", "undecided", is_good=False)
    if not commit:
        return Line("commit", stated, "unknown", is_good=False)
    return Line("commit", commit, GOOD if registers.is_on_main_line(commit) else "branch")


def _of_sources(registers: CommittedRegisters, commit: str, entry: Entry) -> Line:
    blobs = registers.blobs(commit)
    other = [path for path, blob in entry.sources.items() if path not in blobs or (blob and blobs[path] != blob)]
    return Line("sources", ", ".join(other), "differs" if other else GOOD, is_good=not other)


def _of_printing(file: PrintedFile, beside: Comparison, commit: str, origin: Origin) -> Line:
    """Print the file again and compare; other versions of the programs may lawfully give other bytes."""
    manifest = beside.manifest
    stated = parse_day(manifest.as_of) if manifest and manifest.commit == commit else None
    as_of = beside.as_of or stated or beside.registers.day(commit)
    corpus = beside.registers.corpus(commit, as_of)
    languages = origin.languages or tuple(str(each) for each in corpus.languages if f"/{each}." in f"/{file.path}")
    printed = print_again(corpus, origin.name, file.format, languages, commit) if file.format in WRITERS else None
    if printed == file.content:
        return Line("printing", as_of.isoformat(), GOOD)
    of_others = _other_versions(origin, manifest)
    if of_others:
        return Line("printing", as_of.isoformat(), "other-version", of_others, is_good=False)
    verdict = "unprinted" if printed is None else "differs"
    return Line("printing", as_of.isoformat(), verdict, is_good=False)


def _other_versions(origin: Origin, manifest: Manifest | None) -> str:
    own = {"tool": __version__, "pandoc": pandoc.pandoc_version(), "typst": version("typst")}
    stated = {**(manifest.versions if manifest else {}), **({"tool": origin.version} if origin.version else {})}
    return ", ".join(f"{name} {each}" for name, each in sorted(stated.items()) if own.get(name, each) != each)


def _of_approvals(registers: CommittedRegisters, commit: str, work: str) -> tuple[list[Line], tuple[Proof, ...]]:
    """Return what is known of the approvals of a work in a commit, and the proofs of those with a record."""
    corpus, proofs = registers.approvals(commit, work)
    acts = [approval for approval in approval_acts(corpus) if approval.work.name == work]
    if not acts:
        return [Line("approval", work, "none")], proofs
    if not registers.is_on_main_line(commit):
        # On its own line a branch is free to state days, and nobody has accepted it.
        return [Line("approval", work, "branch", is_good=False)], ()
    asked = {(each.act.kind, each.act.on.text) for each in acts_without_signature(corpus)}
    alone = [each for each in acts if _is_alone(corpus, each) and (each.act.kind, each.act.on.text) not in asked]
    named = {(each.act.kind, each.act.on.text) for each in alone}
    lines = [_of_act(each) for each in alone]
    return lines, tuple(proof for proof in proofs if (proof.act, proof.day) not in named)


def _is_alone(corpus: Corpus, approval: ApprovalAct) -> bool:
    return record_of(corpus, approval.work, approval.act) is None


def _of_act(approval: ApprovalAct) -> Line:
    act = approval.act
    said = " · ".join(filter(None, (act.kind, act.on.text, str(act.data.get("ref") or ""))))
    return Line("approval", said, "act")
