"""Limit a report: list at most so many findings of a rule in a file, and count the others."""

from collections import Counter
from dataclasses import replace

from cica_docs.report.report import Omitted, Report
from cica_docs.values.finding import Finding
from cica_docs.values.provision import Severity

MOST_LISTED = 50

_Group = tuple[str, str, Severity, bool, bool]


def limit_findings(report: Report, most: int = MOST_LISTED) -> Report:
    """List at most so many findings of one file, rule and severity, and count the others.

    Waived findings and those that bind nobody are counted separately, so the exit status follows from what is listed.
    """
    seen: Counter[_Group] = Counter()
    left_out: Counter[_Group] = Counter()
    listed: list[Finding] = []
    for finding in report.findings:
        group = (finding.path, finding.rule, finding.severity, bool(finding.waived), report.binds(finding))
        if seen[group] < most and finding.count == 1:
            seen[group] += 1
            listed.append(finding)
        else:
            left_out[group] += finding.count
    more = tuple(Omitted(*group[:3], count, is_waived=group[3]) for group, count in left_out.items())
    return replace(report, findings=tuple(listed), omitted=(*report.omitted, *more)) if more else report
