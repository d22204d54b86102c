"""The report for a workflow of GitHub Actions: one annotation a line."""

from collections.abc import Iterator

from cica_docs.report.report import Report, related_path_of
from cica_docs.report.words import ReportWords
from cica_docs.text.escape import escape_annotation, escape_annotation_property, escape_ci
from cica_docs.values.finding import Finding
from cica_docs.values.provision import Severity

# The runner shows ten of a kind for each step and drops the rest in silence.
PER_SEVERITY = 10


def format_github(report: Report, words: ReportWords) -> str:
    """Format the most severe findings first, at most ten of each severity, then the counts."""
    lines = [line for severity in reversed(Severity) for line in _annotations(report, words, severity)]
    lines.append(f"{words.findings(report)} · {words.checked(report)}")
    lines += words.statements(report)
    return "".join(f"{line}\n" for line in lines)


def _annotations(report: Report, words: ReportWords, severity: Severity) -> Iterator[str]:
    findings = [finding for finding in report.standing if finding.severity is severity]
    for finding in findings[:PER_SEVERITY]:
        yield _annotation(finding, words)
    omitted = sum(more.count for more in report.omitted if more.severity is severity and not more.is_waived)
    if more := len(findings[PER_SEVERITY:]) + omitted:
        yield words.sentence("annotations-cut", number=more, severity=words.severity(severity))


def _annotation(finding: Finding, words: ReportWords) -> str:
    properties = {"file": finding.path, **_position(finding), "title": f"{finding.rule} ({words.citation(finding)})"}
    written = ",".join(f"{name}={escape_annotation_property(str(value))}" for name, value in properties.items())
    return f"::{finding.severity.value} {written}::{escape_annotation(_message(finding, words))}"


def _position(finding: Finding) -> dict[str, int]:
    """Convert a span for an annotation: the end is included, and only places on one line have columns."""
    span = finding.place.span
    if span.end_line <= span.line:
        return {
            "line": span.line,
            "col": span.column,
            "endLine": span.line,
            "endColumn": max(span.column, span.end_column - 1),
        }
    return {"line": span.line, "endLine": span.end_line - (span.end_column == 1)}


def _message(finding: Finding, words: ReportWords) -> str:
    parts = [escape_ci(finding.message)]
    for related in finding.related:
        where = f"{escape_ci(related_path_of(finding, related))}:{related.place.span.line}:{related.place.span.column}"
        parts.append(f"{words.word('related')}: {where}: {escape_ci(related.message)}")
    parts += map(escape_ci, words.remarks(finding))
    if finding.help:
        parts.append(escape_ci(words.cure(finding)))
    return " · ".join([*parts, f"cica explain {escape_ci(finding.rule)}"])
