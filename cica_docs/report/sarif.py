"""The report for code scanning: SARIF 2.1.0."""

from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256
from urllib.parse import quote

from cica_docs.report.report import Comparison, Report, RuleNote, related_path_of, rests_on_decision
from cica_docs.report.words import ReportWords
from cica_docs.text.escape import escape_sarif, escape_terminal, to_json
from cica_docs.text.profile import tag_of
from cica_docs.values.finding import Finding
from cica_docs.values.provision import Severity
from cica_docs.values.span import Span

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "cicaFinding/v1"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}
_LIMIT = 1_000


def format_sarif(report: Report, words: ReportWords) -> str:
    """Format the report as one run; columns count Unicode characters, ends are exclusive."""
    notes = _notes(report)
    index = {note.id: position for position, note in enumerate(notes)}
    fingerprints = _fingerprints(report.findings)
    run = {
        "tool": {"driver": {"name": "cica", "version": report.tool_version, "rules": [_rule(note) for note in notes]}},
        "language": tag_of(words.language),
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "the root of the repository"}}},
        "invocations": [_invocation(report, words, index)],
        "results": [
            _result(finding, words, index[finding.rule], fingerprint)
            for finding, fingerprint in zip(report.findings, fingerprints, strict=True)
        ],
        "automationDetails": {"id": f"cica/{_uri(report.register) or '.'}/"},
        "properties": {
            "asOf": report.as_of.isoformat(),
            "revision": report.revision,
            "register": report.register,
            "decision": report.decision.id,
            "decisionStatus": report.decision.status,
            "decisionGates": report.decision.gate,
            "documents": report.checked,
            "works": report.works,
            "unsearched": report.unsearched,
            "notHeld": sum(each.count for each in report.not_held),
            "statement": words.decision(report),
            **({"base": _base(report.base, words.comparison(report))} if report.base else {}),
            **({"history": words.history(report)} if report.history else {}),
        },
    }
    return to_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _base(base: Comparison, statement: str) -> dict[str, object]:
    """Return the comparison as properties; `versionControlProvenance` would need the address of the repository."""
    return {
        "revision": base.revision,
        "commit": base.commit,
        "ancestor": base.ancestor,
        "hasRegister": base.has_register,
        "deciding": list(base.deciding),
        "leftOut": {_LEVELS[severity]: base.left_out.get(severity, 0) for severity in Severity},
        "statement": statement,
    }


def _invocation(report: Report, words: ReportWords, index: Mapping[str, int]) -> dict[str, object]:
    """Return the end of the run, with a notification for findings that are not listed."""
    invocation: dict[str, object] = {"executionSuccessful": True, "exitCode": report.status}
    if report.omitted:
        invocation["toolExecutionNotifications"] = [
            {
                "level": _LEVELS[more.severity],
                "message": _message(words.omitted(more)),
                "associatedRule": {"id": more.rule, "index": index[more.rule]},
                "locations": [{"physicalLocation": {"artifactLocation": _artifact(more.path)}}],
                "properties": {"count": more.count, "waived": more.is_waived},
            }
            for more in report.omitted
        ]
    return invocation


def _notes(report: Report) -> list[RuleNote]:
    """Return a note for each rule with a description or a finding, by name."""
    rules = {*(finding.rule for finding in report.findings), *(more.rule for more in report.omitted)}
    bare = {rule: RuleNote(rule, rule, "", "", "") for rule in rules}
    return [note for _, note in sorted({**bare, **{note.id: note for note in report.rules}}.items())]


def _rule(note: RuleNote) -> dict[str, object]:
    statement = _message(note.statement)
    rule: dict[str, object] = {"id": note.id, "shortDescription": statement, "fullDescription": statement}
    rule["help"] = {"text": note.help or f"cica explain {note.id}"}
    cited = {"provision": note.provision, "clause": note.clause}
    rule["properties"] = {name: value for name, value in cited.items() if value}
    return rule


def _result(finding: Finding, words: ReportWords, index: int, fingerprint: str) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": _message(f"{escape_terminal(finding.message, _LIMIT)} ({words.citation(finding)})"),
        "locations": [{"physicalLocation": _physical(finding.path, finding.place.span, finding.excerpt)}],
        "partialFingerprints": {FINGERPRINT: fingerprint},
        "properties": _properties(finding),
    }
    if finding.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "message": _message(related.message),
                "physicalLocation": _physical(related_path_of(finding, related), related.place.span),
            }
            for number, related in enumerate(finding.related, 1)
        ]
    suppressions = [("inSource", finding.waived), ("external", finding.known)]
    if any(reason for _, reason in suppressions):
        result["suppressions"] = [{"kind": kind, "justification": reason} for kind, reason in suppressions if reason]
    return result


def _properties(finding: Finding) -> dict[str, str]:
    known = {"provision": finding.provision, "help": finding.help, "curedBy": finding.cured_by}
    if rests_on_decision(finding):
        known |= {"clause": finding.clause, "force": finding.force}
    return {name: value for name, value in known.items() if value}


def _physical(path: str, span: Span, line: str = "") -> dict[str, object]:
    physical: dict[str, object] = {
        "artifactLocation": _artifact(path),
        "region": {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": span.end_column,
        },
    }
    if line and span.line == span.end_line:
        physical["contextRegion"] = {"startLine": span.line, "snippet": {"text": line}}
    return physical


def _artifact(path: str) -> dict[str, object]:
    return {"uri": _uri(path), "uriBaseId": "%SRCROOT%"}


def _uri(path: str) -> str:
    """Return the path as a URI reference below the root; names that are not UTF-8 keep their bytes."""
    try:
        name = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        name = path.encode("utf-8", "surrogatepass")
    return quote(name, safe="/").lstrip("/")


def _message(value: str) -> dict[str, str]:
    """Return a message without links or placeholders."""
    return {"text": escape_sarif(value)}


def _fingerprints(findings: Iterable[Finding]) -> list[str]:
    """Return fingerprints that do not depend on line numbers; equal findings are numbered in order."""
    seen: Counter[str] = Counter()
    prints: list[str] = []
    for finding in findings:
        parts = (finding.rule, finding.provision, finding.path, finding.excerpt.strip())
        digest = sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
        seen[digest] += 1
        prints.append(f"{digest}:{seen[digest]}")
    return prints
