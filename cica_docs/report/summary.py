"""The job summary on GitHub: whether a change can be merged, the errors that prevent it, then the rest."""

from collections.abc import Iterator

from cica_docs.report.report import Omitted, Report
from cica_docs.report.summary_section import Section
from cica_docs.report.words import ReportWords
from cica_docs.text.escape import escape_markdown
from cica_docs.values.finding import Finding
from cica_docs.values.provision import Severity

LIMIT = 1_048_576
"""Bytes of a summary; GitHub refuses a longer one whole."""
_RESERVE = 4_096
_NAMED = 3
_HEADINGS = ("blocking", "advice", "warnings", "notices", "waived")


def format_summary(report: Report, words: ReportWords, room: int = LIMIT) -> str:
    """Format the verdict, its basis and the findings, the most severe first, in at most `room` bytes.

    If they do not fit, the less severe are shortened first; every finding that fails the check is at least counted.
    """
    sections = _sections(report, words)
    text = "".join(_head(report, words, sections))
    text += _fitting(_changes(report, words), words, (room - len(text.encode())) // 4)
    due = _fitting(_due(report, words), words, (room - len(text.encode())) // 4)
    for section in sections:
        text += section.format(room - _RESERVE - len(text.encode()) - len(due.encode()))
    return text + due


def _changes(report: Report, words: ReportWords) -> Iterator[str]:
    """Yield what the change does, by work."""
    for number, change in enumerate(report.change.works if report.change else ()):
        if number == 0:
            yield f"\n### {escape_markdown(words.word('summary.changes'))}\n\n"
        if number == 0 and report.pages:
            yield f"{escape_markdown(words.sentence('summary.pages', name=report.pages))}\n\n"
        title = words.sentence("summary.work", title=change.title, work=change.work) if change.title else change.work
        lines = "".join(f"\n  - {escape_markdown(line)}" for line in change.lines)
        yield f"- <b>{escape_markdown(title)}</b>{lines}\n"


def _due(report: Report, words: ReportWords) -> Iterator[str]:
    """Yield what becomes due once the change is merged, by day."""
    for number, line in enumerate(report.change.due if report.change else ()):
        if number == 0:
            yield f"\n### {escape_markdown(words.word('summary.due'))}\n\n"
        yield f"- {escape_markdown(line)}\n"


def _fitting(entries: Iterator[str], words: ReportWords, room: int) -> str:
    """Join the entries that fit into `room` bytes, and count the others."""
    text, left = "", 0
    for entry in entries:
        if left or len((text + entry).encode()) > room:
            left += 1
        else:
            text += entry
    return text + (f"\n{escape_markdown(words.sentence('summary.more-entries', number=left))}\n" if left else "")


def _head(report: Report, words: ReportWords, sections: tuple[Section, ...]) -> Iterator[str]:
    yield f"## {escape_markdown(words.word('summary-title'))}\n\n"
    yield f"**{escape_markdown(_verdict(report, words, sections))}**\n\n"
    yield f"{escape_markdown(words.findings(report))} · {escape_markdown(words.checked(report))}\n"
    yield from (f"\n> {escape_markdown(statement)}\n" for statement in words.statements(report))


def _verdict(report: Report, words: ReportWords, sections: tuple[Section, ...]) -> str:
    """Say whether the change can be merged, or the register passes, and if not, why."""
    judged = "change" if report.base else "register"
    blocking, advice, *_ = sections
    if blocking.number:
        errors = words.count(Severity.ERROR.value, blocking.number)
        return words.sentence(f"summary.verdict.{judged}.blocked", errors=errors, works=_named(blocking.works(), words))
    if advice.number:
        errors = words.count(Severity.ERROR.value, advice.number)
        return words.sentence(f"summary.verdict.{judged}.advice", errors=errors)
    return words.word(f"summary.verdict.{judged}.open")


def _named(works: tuple[str, ...], words: ReportWords) -> str:
    named = "; ".join(works[:_NAMED])
    more = len(works) - _NAMED
    return words.sentence("summary.and-more", works=named, number=more) if more > 0 else named


def _sections(report: Report, words: ReportWords) -> tuple[Section, ...]:
    """Group the findings by severity: first those that fail the check."""
    failing = {(finding.path, finding.rule) for finding in report.blocking}
    findings: dict[str, list[Finding]] = {heading: [] for heading in _HEADINGS}
    omitted: dict[str, list[Omitted]] = {heading: [] for heading in _HEADINGS}
    for finding in report.findings:
        fails = finding.severity is Severity.ERROR and report.binds(finding)
        findings[_heading(finding.severity, fails=fails, is_waived=bool(finding.waived))].append(finding)
    for more in report.omitted:
        fails = more.severity is Severity.ERROR and (more.path, more.rule) in failing
        omitted[_heading(more.severity, fails=fails, is_waived=more.is_waived)].append(more)
    return tuple(
        Section(report, words, heading, findings[heading], omitted[heading], is_folded=heading == "notices")
        for heading in _HEADINGS
    )


def _heading(severity: Severity, *, fails: bool, is_waived: bool) -> str:
    if is_waived:
        return "waived"
    if severity is Severity.ERROR:
        return "blocking" if fails else "advice"
    return "warnings" if severity is Severity.WARNING else "notices"
