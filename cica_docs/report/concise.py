"""The report with one line for each finding, as editors and scripts read it."""

from collections.abc import Iterator

from cica_docs.report.report import Report
from cica_docs.report.words import ReportWords
from cica_docs.text.escape import escape_ci


def format_concise(report: Report, words: ReportWords) -> str:
    """Format each finding as `path:line:column: severity[rule] message`; nothing is printed if there is none."""
    return "".join(f"{line}\n" for line in _lines(report, words))


def _lines(report: Report, words: ReportWords) -> Iterator[str]:
    for path, findings, omitted in report.by_path():
        shown = escape_ci(path)
        for finding in findings:
            span = finding.place.span
            severity = f"{words.severity(finding.severity)}[{escape_ci(finding.rule)}]"
            remarks = "".join(f" · {escape_ci(remark)}" for remark in words.remarks(finding))
            yield f"{shown}:{span.line}:{span.column}: {severity} {escape_ci(finding.message)}{remarks}"
        for more in omitted:
            line = more.lines[0] if more.lines else 1
            yield f"{shown}:{line}:1: {words.severity(more.severity)}[{escape_ci(more.rule)}] {words.omitted(more)}"
