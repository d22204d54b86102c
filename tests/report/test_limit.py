"""Reports that would be endless: what is not listed still counts, in every form."""

import json as standard
from dataclasses import replace

import pytest

from cica_docs.report.github import format_github
from cica_docs.report.json import format_json
from cica_docs.report.limit import MOST_LISTED, limit_findings
from cica_docs.report.report import Omitted, Report
from cica_docs.report.sarif import format_sarif
from cica_docs.report.summary import LIMIT, format_summary
from cica_docs.report.text import format_text
from cica_docs.values.finding import Finding
from cica_docs.values.language import Language
from cica_docs.values.provision import Severity
from cica_docs.values.span import Place, Span

from .sample import PLACEHOLDER, TENURE, report, words


def _many(finding: Finding, number: int) -> list[Finding]:
    return [replace(finding, place=Place(finding.place.path, Span.point(line))) for line in range(1, number + 1)]


def _totals(found: Report) -> tuple[object, ...]:
    return dict(found.counts), found.waived, found.status


def test_a_report_of_few_findings_is_left_as_it_is() -> None:
    found = report(*_many(PLACEHOLDER, MOST_LISTED), TENURE)
    assert limit_findings(found) is found


def test_the_first_findings_of_a_rule_in_a_file_are_listed_and_the_others_counted() -> None:
    found = limit_findings(report(*_many(PLACEHOLDER, 120), TENURE))
    assert [finding.place.span.line for finding in found.findings[:-1]] == [*range(1, MOST_LISTED + 1)]
    assert found.findings[-1] == TENURE
    lines = tuple(range(MOST_LISTED + 1, MOST_LISTED + 21))
    number = 120 - MOST_LISTED
    assert found.omitted == (Omitted(PLACEHOLDER.path, PLACEHOLDER.rule, Severity.ERROR, number, lines=lines),)


@pytest.mark.parametrize("gate", [True, False])
def test_totals_and_status_are_those_of_the_whole_report(gate: bool) -> None:
    error = replace(TENURE, severity=Severity.ERROR)
    several = (*_many(TENURE, 70), *_many(error, 80), *_many(replace(error, waived="agreed"), 90))
    for findings in (several, (*several, *_many(PLACEHOLDER, 60))):
        whole = report(*findings, gate=gate)
        assert _totals(limit_findings(whole)) == _totals(whole)


def test_an_error_is_not_hidden_behind_warnings_nor_behind_what_is_waived() -> None:
    error = replace(TENURE, severity=Severity.ERROR, place=Place(TENURE.place.path, Span.point(999)))
    found = limit_findings(report(*_many(TENURE, 200), *_many(replace(error, waived="agreed"), 200), error))
    assert error in found.findings
    assert found.status == 1


def test_what_was_counted_and_not_built_is_never_listed() -> None:
    found = limit_findings(report(replace(PLACEHOLDER, count=7), TENURE))
    assert found.findings == (TENURE,)
    assert [more.count for more in found.omitted] == [7]
    assert found.counts[Severity.ERROR] == 7


def test_each_file_and_each_rule_has_its_own_share() -> None:
    other = replace(PLACEHOLDER, path="registry/concept-paper/other/en.md")
    third = replace(PLACEHOLDER, rule="form/markup")
    found = limit_findings(report(*_many(PLACEHOLDER, 51), *_many(other, 50), *_many(third, 52)))
    assert len(found.findings) == 3 * MOST_LISTED
    assert sorted(more.count for more in found.omitted) == [1, 2]


_LINES = ", ".join(map(str, range(51, 71))) + ", …"
_MORE = {
    Language("en"): f"… and 70 more in this file (lines {_LINES})",
    Language("ru"): f"… и еще 70 в этом файле (строки {_LINES})",
    Language("kk"): f"… және бұл файлда тағы 70 (жолдар: {_LINES})",
}


@pytest.mark.parametrize("language", Language)
def test_every_form_says_how_many_more_there_are(language: Language) -> None:
    found = limit_findings(
        report(*_many(PLACEHOLDER, 120), *_many(replace(TENURE, waived="agreed"), 60), language=language)
    )
    known = words(language)
    written = format_text(found, known)
    assert f"{PLACEHOLDER.path}: {known.severity(Severity.ERROR)}[{PLACEHOLDER.rule}]: {_MORE[language]}\n" in written
    assert known.count("error", 120) in written
    assert known.count("waived", 60) in written

    data = standard.loads(format_json(found, known))
    of_path = {"path": PLACEHOLDER.path, "rule": PLACEHOLDER.rule, "severity": "error", "waived": False, "count": 70}
    assert of_path in data["omitted"]
    assert data["counts"]["error"] == sum(one["rule"] == PLACEHOLDER.rule for one in data["findings"]) + 70

    told = standard.loads(format_sarif(found, known))["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    first = next(one for one in told if one["associatedRule"]["id"] == PLACEHOLDER.rule)
    assert first["message"]["text"] == _MORE[language]
    assert first["properties"] == {"count": 70, "waived": False}
    assert first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == PLACEHOLDER.path

    assert known.sentence("annotations-cut", number=110, severity=known.severity(Severity.ERROR)) in format_github(
        found, known
    )
    assert "70" in format_summary(found, known)


def test_a_summary_counts_what_was_not_listed_in_every_form() -> None:
    many = [replace(one, path=f"{name}.md") for name in range(20) for one in _many(PLACEHOLDER, 60)]
    found = limit_findings(report(*many))
    for room in (LIMIT, 200_000, 7_000, 6_000):
        shown = format_summary(found, words(), room)
        assert len(shown.encode()) <= room
        assert "(1200)" in shown
    assert format_summary(found, words()).count("10 more in this file") == 20
