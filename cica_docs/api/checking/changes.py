"""Report a change: its new findings, and all findings in the works that it touches."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from cica_docs.api.checking.check import check
from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.messages import Catalogue
from cica_docs.report.report import Comparison, Report
from cica_docs.snapshot.snapshot import Snapshot
from cica_docs.values.finding import Finding
from cica_docs.values.provision import Severity
from cica_docs.values.span import Span

_Identity = tuple[str, str, str, str, Span]


def report_change(
    now: Corpus,
    catalogue: Catalogue,
    base: Comparison,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    paths: Sequence[str] = (),
) -> Report:
    """Report on a change: all findings in the works it touches, and new findings elsewhere."""
    report = check(now, catalogue, select=select, ignore=ignore, paths=paths)
    before = now.before
    if before is None:
        return replace(report, base=base)
    touched = find_touched_places(now.snapshot, before.snapshot)
    reported: list[Finding] = []
    elsewhere: dict[_Identity, list[Finding]] = {}
    for finding in report.findings:
        if finding.place.path.startswith("/") or _place(finding.place.path) in touched:
            reported.append(finding)
        else:
            elsewhere.setdefault(_identity(finding), []).append(finding)
    known: dict[_Identity, list[Finding]] = {}
    for finding in check(before, catalogue, select=select, ignore=ignore).findings:
        known.setdefault(_identity(finding), []).append(finding)
    left_out: Counter[Severity] = Counter()
    for identity, current in elsewhere.items():
        new = find_new_findings(current, known.get(identity, ()), now.snapshot, before.snapshot)
        reported += new
        for finding in current:
            left_out[finding.severity] += finding.count
        for finding in new:
            left_out[finding.severity] -= finding.count
    return replace(report, findings=tuple(reported), base=replace(base, left_out=+left_out))


def find_touched_places(now: Snapshot, before: Snapshot) -> frozenset[str]:
    """Return the works and data files with a file that differs."""
    old = {path: before.blob(path) for path in before.paths()}
    new = {path: now.blob(path) for path in now.paths()}
    differing = {path for path in old.keys() | new.keys() if old.get(path) != new.get(path)}
    return frozenset(_place(path) for path in differing | (set(now.refused) - set(before.refused)))


def _place(path: str) -> str:
    parts = path.split("/")
    return "/".join(parts[:2]) if len(parts) > 2 else path


def _identity(finding: Finding) -> _Identity:
    """Identify a finding without its message, which may name other documents and lists of names."""
    return finding.path, finding.rule, finding.provision, finding.variant, finding.place.span


def find_new_findings(
    findings: Sequence[Finding], known: Sequence[Finding], now: Snapshot, before: Snapshot
) -> list[Finding]:
    """Return the new ones of the findings of one rule at one place; each known finding matches at most one.

    Findings with the same message are matched first, then those that relate to the same documents.
    """
    left = list(known)
    reworded = _unmatched(findings, left, lambda finding, earlier: finding.message == earlier.message)
    return _unmatched(reworded, left, lambda finding, earlier: _relates_alike(finding, earlier, now, before))


def _unmatched(
    findings: Sequence[Finding], left: list[Finding], is_same: Callable[[Finding, Finding], bool]
) -> list[Finding]:
    """Return the findings without a match among those before; each earlier finding matches one."""
    unmatched = []
    for finding in findings:
        at = next(
            (at for at, earlier in enumerate(left) if _covers(earlier, finding) and is_same(finding, earlier)), None
        )
        if at is None:
            unmatched.append(finding)
        else:
            del left[at]
    return unmatched


def _covers(known: Finding, finding: Finding) -> bool:
    """Whether a known finding is as severe, as frequent and no more waived."""
    is_heavy = known.severity.rank >= finding.severity.rank and known.count >= finding.count
    return is_heavy and (bool(finding.waived) or not known.waived)


def _relates_alike(finding: Finding, known: Finding, now: Snapshot, before: Snapshot) -> bool:
    """Whether two findings relate to the same other documents: the same paths, or the same bytes if renamed."""
    paths, former = ([related.place.path for related in each.related] for each in (finding, known))
    return paths == former or _blobs(now, paths) == _blobs(before, former)


def _blobs(snapshot: Snapshot, paths: Sequence[str]) -> list[str]:
    known = set(snapshot.paths())
    return [snapshot.blob(path) if path in known else path for path in paths]
