"""The formats of a report."""

from collections.abc import Callable, Mapping

from cica_docs.report.concise import format_concise
from cica_docs.report.github import format_github
from cica_docs.report.json import format_json
from cica_docs.report.report import Report
from cica_docs.report.sarif import format_sarif
from cica_docs.report.summary import format_summary
from cica_docs.report.text import format_text
from cica_docs.report.words import ReportWords

Reporter = Callable[[Report, ReportWords], str]

REPORTERS: Mapping[str, Reporter] = {
    "text": format_text,
    "concise": format_concise,
    "json": format_json,
    "github": format_github,
    "sarif": format_sarif,
    "summary": format_summary,
}
