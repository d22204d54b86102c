"""Reports of a length that can be read: of each file so many findings a rule, and how many more there are."""

from collections import Counter
from dataclasses import replace

from cica_docs.report.report import Omitted, Report
from cica_docs.values.finding import Finding
from cica_docs.values.provision import Severity

MOST_LISTED = 50

_Sort = tuple[str, str, Severity, bool, bool]


def limit_findings(report: Report, most: int = MOST_LISTED) -> Report:
    """The report with at most so many findings of one file, rule and severity; the others are counted.

    Waived findings and those that bind nobody are counted apart, so the exit status follows from what is listed.
    """
    seen: Counter[_Sort] = Counter()
    left_out: Counter[_Sort] = Counter()
    listed: list[Finding] = []
    for finding in report.findings:
        sort = (finding.path, finding.rule, finding.severity, bool(finding.waived), report.binds(finding))
        if seen[sort] < most and finding.count == 1:
            seen[sort] += 1
            listed.append(finding)
        else:
            left_out[sort] += finding.count
    more = tuple(Omitted(*sort[:3], count, is_waived=sort[3]) for sort, count in left_out.items())
    return replace(report, findings=tuple(listed), omitted=(*report.omitted, *more)) if more else report
