"""How many findings there are of each rule."""

from collections import Counter

from cica_docs.report.report import Report
from cica_docs.report.words import ReportWords
from cica_docs.text.escape import escape_ci
from cica_docs.values.provision import Severity


def format_statistics(report: Report, words: ReportWords) -> str:
    """Format a line for each rule and severity with the number of its findings, the most first, then the counts."""
    numbers: Counter[tuple[Severity, str]] = Counter()
    for finding in report.standing:
        numbers[finding.severity, finding.rule] += finding.count
    for more in report.omitted:
        if not more.is_waived:
            numbers[more.severity, more.rule] += more.count
    ordered = sorted(numbers.items(), key=lambda counted: (-counted[1], counted[0][1], counted[0][0]))
    width = len(str(max(numbers.values(), default=0)))
    lines = [
        f"{number:>{width}}  {words.severity(severity)}[{escape_ci(rule)}]" for (severity, rule), number in ordered
    ]
    lines += [f"{words.findings(report)} · {words.checked(report)}", *words.statements(report)]
    return "".join(f"{line}\n" for line in lines)
