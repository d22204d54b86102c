"""What a change brings: the findings that were not there before it, or that lie in what it touches."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from cica_docs.api.catalogue import Catalogue
from cica_docs.api.check import check
from cica_docs.documents.corpus import Corpus
from cica_docs.report.report import Comparison, Report
from cica_docs.snapshot.snapshot import Snapshot
from cica_docs.values.finding import Finding
from cica_docs.values.provision import Severity


def introduced(
    now: Corpus,
    catalogue: Catalogue,
    base: Comparison,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    paths: Sequence[str] = (),
) -> Report:
    """The report on a change: all that is wrong in the works it touches, and what it breaks elsewhere."""
    report = check(now, catalogue, select=select, ignore=ignore, paths=paths)
    before = now.before
    if before is None:
        return replace(report, base=base)
    touched = touched_places(now.snapshot, before.snapshot)
    known = {_identity(one) for one in check(before, catalogue, select=select, ignore=ignore).findings}
    kept: list[Finding] = []
    left_out: Counter[Severity] = Counter()
    for finding in report.findings:
        if _place(finding.place.path) in touched or _identity(finding) not in known:
            kept.append(finding)
        else:
            left_out[finding.severity] += finding.count
    return replace(report, findings=tuple(kept), base=replace(base, left_out=left_out))


def touched_places(now: Snapshot, before: Snapshot) -> frozenset[str]:
    """The works and data files of which any file differs."""
    old = {path: before.blob(path) for path in before.paths()}
    new = {path: now.blob(path) for path in now.paths()}
    differing = {path for path in old.keys() | new.keys() if old.get(path) != new.get(path)}
    return frozenset(_place(path) for path in differing | (set(now.refused) - set(before.refused)))


def _place(path: str) -> str:
    parts = path.split("/")
    return "/".join(parts[:2]) if len(parts) > 2 else path


def _identity(finding: Finding) -> tuple[str, str, str, str, int]:
    return finding.path, finding.rule, finding.provision, finding.message, finding.count
