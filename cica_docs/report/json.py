"""The report for programs, in the documented format `cica-report/3`; see docs/reference/json-report.md."""

from cica_docs.report.report import Comparison, NotHeld, Omitted, OwnHistory, Report, related_path_of, rests_on_decision
from cica_docs.report.words import ReportWords
from cica_docs.text.escape import to_json
from cica_docs.values.finding import Finding, Related
from cica_docs.values.provision import Severity
from cica_docs.values.span import Span

FORMAT = "cica-report/3"


def format_json(report: Report, words: ReportWords) -> str:
    """Format the report as JSON; only messages depend on the language."""
    return to_json(
        {
            "format": FORMAT,
            "tool": {"name": "cica", "version": report.tool_version},
            "language": words.language.value,
            "register": report.register,
            "revision": report.revision or None,
            "base": _base(report.base) if report.base else None,
            "history": _history(report.history) if report.history else None,
            "as_of": report.as_of.isoformat(),
            "decision": {
                "id": report.decision.id,
                "title": report.decision.title,
                "status": report.decision.status,
                "gate": report.decision.gate,
            },
            "checked": {"documents": report.checked, "works": report.works},
            "counts": {severity.value: number for severity, number in report.counts.items()}
            | {"waived": report.waived, "known": report.known},
            "status": report.status,
            "findings": [_finding(report, finding) for finding in report.findings],
            "unsearched": report.unsearched,
            "not_held": [_not_held(each) for each in report.not_held],
            "omitted": [_omitted(more) for more in report.omitted],
        }
    )


def _not_held(not_held: NotHeld) -> dict[str, object]:
    return {"count": not_held.count, "before": not_held.before.isoformat(), "works": list(not_held.works)}


def _base(base: Comparison) -> dict[str, object]:
    return {
        "revision": base.revision,
        "commit": base.commit,
        "ancestor": base.ancestor,
        "has_register": base.has_register,
        "left_out": {severity.value: base.left_out.get(severity, 0) for severity in Severity},
        "deciding": list(base.deciding),
    }


def _history(history: OwnHistory) -> dict[str, object]:
    return {"commits": history.commits, "since": history.since.isoformat() if history.since else None}


def _finding(report: Report, finding: Finding) -> dict[str, object]:
    cited = rests_on_decision(finding)
    return {
        "path": finding.path,
        "span": _span(finding.place.span),
        "severity": finding.severity.value,
        "rule": finding.rule,
        "provision": finding.provision or None,
        "clause": finding.clause if cited else None,
        "force": (finding.force or None) if cited else None,
        "binds": report.binds(finding),
        "message": finding.message,
        "help": finding.help or None,
        "excerpt": finding.excerpt or None,
        "related": [_related(finding, related) for related in finding.related],
        "waived": finding.waived or None,
        "known": finding.known or None,
        "cured_by": finding.cured_by or None,
        "comes_with_settings": finding.comes_with_settings,
    }


def _omitted(more: Omitted) -> dict[str, object]:
    return {
        "path": more.path,
        "rule": more.rule,
        "severity": more.severity.value,
        "waived": more.is_waived,
        "count": more.count,
    }


def _related(finding: Finding, related: Related) -> dict[str, object]:
    return {
        "path": related_path_of(finding, related),
        "span": _span(related.place.span),
        "message": related.message,
    }


def _span(span: Span) -> dict[str, int]:
    return {"line": span.line, "column": span.column, "end_line": span.end_line, "end_column": span.end_column}
