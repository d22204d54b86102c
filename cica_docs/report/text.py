"""The report for a terminal."""

from collections.abc import Iterator

from cica_docs.report.excerpt import excerpt_of
from cica_docs.report.report import Report, related_path_of
from cica_docs.report.words import ReportWords
from cica_docs.text.escape import escape_ci
from cica_docs.text.terminal import paint
from cica_docs.values.finding import Finding
from cica_docs.values.provision import Severity

_STRONG = "1"
_FAINT = "2"
_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTICE: "1;36"}


def format_text(report: Report, words: ReportWords, *, colour: bool = False) -> str:
    """Format every finding with its excerpt, then the counts and the status of the decision."""
    findings = "".join(_files(report, words, colour))
    return findings + "".join(f"{line}\n" for line in _summary(report, words, colour))


def _files(report: Report, words: ReportWords, colour: bool) -> Iterator[str]:
    for path, findings, omitted in report.by_path():
        yield from (f"{format_finding(finding, words, colour=colour)}\n" for finding in findings)
        for more in omitted:
            where = paint(f"{escape_ci(path)}:", _STRONG, colour=colour)
            kind = f"{words.severity(more.severity)}[{escape_ci(more.rule)}]"
            yield f"{where} {paint(kind, _COLOURS[more.severity], colour=colour)}: {words.omitted(more)}\n\n"


def format_finding(finding: Finding, words: ReportWords, *, colour: bool = False) -> str:
    """Format one finding: place and message, excerpt, related places, help."""
    return "".join(f"{line}\n" for line in _lines(finding, words, colour))


def _lines(finding: Finding, words: ReportWords, colour: bool) -> Iterator[str]:
    span = finding.place.span
    where = f"{escape_ci(finding.path)}:{span.line}:{span.column}:"
    severity = f"{words.severity(finding.severity)}[{escape_ci(finding.rule)}]"
    head = f"{paint(where, _STRONG, colour=colour)} {paint(severity, _COLOURS[finding.severity], colour=colour)}"
    remarks = "".join(f" · {escape_ci(remark)}" for remark in words.remarks(finding))
    yield f"{head}: {escape_ci(finding.message)} ({words.citation(finding)}){remarks}"
    if finding.waived:
        return
    if finding.excerpt:
        yield from _excerpt(finding, colour)
    for related in finding.related:
        place = related.place.span
        shown = f"{escape_ci(related_path_of(finding, related))}:{place.line}:{place.column}"
        yield f"  {words.word('related')}: {shown}: {escape_ci(related.message)}"
    explain = f"cica explain {escape_ci(finding.rule)}"
    if finding.help:
        yield f"  {escape_ci(words.cure(finding))} · {explain}"
    else:
        yield f"  {words.word('more')}: {explain}"


def _excerpt(finding: Finding, colour: bool) -> Iterator[str]:
    span = finding.place.span
    shown = excerpt_of(finding.excerpt, span)
    number = str(span.line)
    yield paint(f"  {number} |", _FAINT, colour=colour) + f" {shown.line}"
    carets = shown.carets.lstrip(" ")
    indent = shown.carets[: len(shown.carets) - len(carets)]
    frame = paint(f"  {' ' * len(number)} |", _FAINT, colour=colour)
    yield f"{frame} {indent}{paint(carets, _COLOURS[finding.severity], colour=colour)}"


def _summary(report: Report, words: ReportWords, colour: bool) -> Iterator[str]:
    worst = next((severity for severity, number in report.counts.items() if number), None)
    counts = words.findings(report)
    yield f"{paint(counts, _COLOURS[worst] if worst else _STRONG, colour=colour)} · {words.checked(report)}"
    yield from words.statements(report)
