"""Report a change: its new findings, and all findings in the works that it touches."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from cica_docs.api.checking.check import check
from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.messages import Catalogue
from cica_docs.report.report import Comparison, Report
from cica_docs.report.words import report_words_of
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
    """Report on a change: all findings in the works it touches, and new findings elsewhere.

    What the base has too, in a file that the change leaves alone, fails nothing: who proposes the change may be unable
    to cure it. Where the change alters settings or provisions, what they alone find is reported as well.
    """
    report = check(now, catalogue, select=select, ignore=ignore, paths=paths)
    before = now.before
    if before is None:
        return replace(report, base=base)
    earlier = check(before, catalogue, select=select, ignore=ignore).findings
    differing = find_differing_paths(now.snapshot, before.snapshot)
    touched = frozenset(map(_place, differing))
    new = new_findings(report.findings, earlier, now.snapshot, before.snapshot)
    known_by_base = report_words_of(catalogue).sentence("known.base", commit=base.commit[:12])
    reported: list[Finding] = []
    left_out: Counter[Severity] = Counter()
    for finding in report.findings:
        path = finding.place.path
        if path.startswith("/") or id(finding) in new or path in differing:
            reported.append(finding)
        elif _place(path) in touched:
            is_error = finding.severity is Severity.ERROR
            reported.append(replace(finding, known=finding.known or known_by_base) if is_error else finding)
        else:
            left_out[finding.severity] += finding.count
    if now.under_own is not None:
        own = check(now.under_own, catalogue, select=select, ignore=ignore, paths=paths).findings
        reported = _add_stricter(reported, own, (*report.findings, *earlier), now.snapshot, before.snapshot)
    return replace(report, findings=tuple(reported), base=replace(base, left_out=+left_out))


def _add_stricter(
    reported: Sequence[Finding], own: Sequence[Finding], known: Sequence[Finding], now: Snapshot, before: Snapshot
) -> list[Finding]:
    """Add what only the change's own settings find, or find to be graver; a milder finding of the base's gives way."""
    new = new_findings(own, known, now, before)
    stricter = [replace(finding, comes_with_settings=True) for finding in own if id(finding) in new]
    replaced = {_identity(finding) for finding in stricter}
    return [*(finding for finding in reported if _identity(finding) not in replaced), *stricter]


def find_differing_paths(now: Snapshot, before: Snapshot) -> frozenset[str]:
    """Return the paths whose files differ, with those that cannot be read since."""
    old = {path: before.blob(path) for path in before.paths()}
    new = {path: now.blob(path) for path in now.paths()}
    differing = {path for path in old.keys() | new.keys() if old.get(path) != new.get(path)}
    return frozenset(differing | (set(now.refused) - set(before.refused)))


def find_touched_places(now: Snapshot, before: Snapshot) -> frozenset[str]:
    """Return the works and data files with a file that differs."""
    return frozenset(map(_place, find_differing_paths(now, before)))


def _place(path: str) -> str:
    parts = path.split("/")
    return "/".join(parts[:2]) if len(parts) > 2 else path


def _identity(finding: Finding) -> _Identity:
    """Identify a finding without its message, which may name other documents and lists of names."""
    return finding.path, finding.rule, finding.provision, finding.variant, finding.place.span


def new_findings(findings: Sequence[Finding], known: Sequence[Finding], now: Snapshot, before: Snapshot) -> set[int]:
    """Return the identities (`id`) of the findings that are not among the known ones.

    Each known finding matches at most one of the same rule at the same place.
    """
    current: dict[_Identity, list[Finding]] = {}
    former: dict[_Identity, list[Finding]] = {}
    for groups, group in ((current, findings), (former, known)):
        for finding in group:
            groups.setdefault(_identity(finding), []).append(finding)
    return {
        id(finding)
        for identity, group in current.items()
        for finding in find_new_findings(group, former.get(identity, ()), now, before)
    }


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
    """Whether a known finding is as severe and frequent, binds as much and is no more waived."""
    is_heavy = known.severity.rank >= finding.severity.rank and known.count >= finding.count
    is_heavy = is_heavy and (known.binds or not finding.binds)
    return is_heavy and (bool(finding.waived) or not known.waived)


def _relates_alike(finding: Finding, known: Finding, now: Snapshot, before: Snapshot) -> bool:
    """Whether two findings relate to the same other documents: the same paths, or the same bytes if renamed."""
    paths, former = ([related.place.path for related in each.related] for each in (finding, known))
    return paths == former or _blobs(now, paths) == _blobs(before, former)


def _blobs(snapshot: Snapshot, paths: Sequence[str]) -> list[str]:
    known = set(snapshot.paths())
    return [snapshot.blob(path) if path in known else path for path in paths]
