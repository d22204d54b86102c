"""Limit a report to a severity, list at most so many findings of a rule in a file, and count the others."""

from collections import Counter
from dataclasses import replace

from cica_docs.report.report import Omitted, Report
from cica_docs.values.finding import Finding
from cica_docs.values.provision import Severity

MOST_LISTED = 50
MOST_REPEATED = 5
"""The findings of one rule in one file that a reader at a terminal is shown in full."""
_MOST_LINES = 20

_Group = tuple[str, str, Severity, bool, bool]


def limit_findings(report: Report, most: int = MOST_LISTED) -> Report:
    """List at most so many findings of one file, rule and severity, and count the others.

    Waived findings and those that bind nobody are counted separately, so the exit status follows from what is listed.
    """
    seen: Counter[_Group] = Counter()
    left_out: Counter[_Group] = Counter()
    lines: dict[_Group, list[int]] = {}
    listed: list[Finding] = []
    for finding in report.findings:
        group = (finding.path, finding.rule, finding.severity, bool(finding.waived), report.binds(finding))
        if seen[group] < most and finding.count == 1:
            seen[group] += 1
            listed.append(finding)
        else:
            left_out[group] += finding.count
            lines.setdefault(group, []).append(finding.place.span.line)
    more = tuple(
        Omitted(*group[:3], count, is_waived=group[3], lines=tuple(lines[group][:_MOST_LINES]))
        for group, count in left_out.items()
    )
    return replace(report, findings=tuple(listed), omitted=(*report.omitted, *more)) if more else report


def limit_to_level(report: Report, level: Severity) -> Report:
    """Leave out what is less severe than a level, and count it; errors are always there, so the exit status stays."""
    below = [*Severity][: [*Severity].index(level)]
    hidden: Counter[Severity] = Counter()
    for finding in report.standing:
        if finding.severity in below:
            hidden[finding.severity] += finding.count
    findings = tuple(finding for finding in report.findings if finding.severity not in below)
    return replace(report, findings=findings, below=hidden) if hidden else report
