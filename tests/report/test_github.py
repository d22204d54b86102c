"""Annotations."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

import pytest
from hypothesis import given

from cica_docs.report.github import format_github
from cica_docs.report.report import Report
from cica_docs.text.escape import escape_ci, is_unsafe
from cica_docs.values.finding import Finding
from cica_docs.values.language import Language
from cica_docs.values.provision import Severity
from cica_docs.values.span import Place, Span

from .sample import COMPARISON, NASTY, PLACEHOLDER, TENURE, planted, report, reports, thorough, words


@dataclass(frozen=True)
class Command:
    """What a runner takes a line for."""

    name: str
    properties: Mapping[str, str]
    data: str


def _command(line: str) -> Command | None:
    """A line read as the runner does: the newer form at its head, then the older form anywhere."""
    trimmed = line.lstrip()
    if trimmed.startswith("::") and (end := trimmed.find("::", 2)) >= 0:
        name, _, rest = trimmed[2:end].partition(" ")
        pairs = (pair.split("=", 1) for pair in rest.split(",") if "=" in pair)
        return Command(name, {key.strip(): _unescaped(value) for key, value in pairs}, _unescaped(trimmed[end + 2 :]))
    if (old := re.search(r"##\[(?P<name>[^\]]*)\](?P<data>.*)", line)) is not None:
        return Command(old["name"], {}, old["data"])
    return None


def _unescaped(value: str) -> str:
    for written, meant in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        value = value.replace(written, meant)
    return value


def test_the_runner_of_these_tests_knows_both_forms() -> None:
    assert _command("x ##[add-mask]y") == Command("add-mask", {}, "y")
    assert _command(" ::warning file=a%2Cb,line=1::100%25") == Command("warning", {"file": "a,b", "line": "1"}, "100%")


def test_an_annotation() -> None:
    assert format_github(report(TENURE), words()).splitlines()[0] == (
        "::warning file=registry/notice/tourism-tj-2026/en.md,line=9,col=3,endLine=9,endColumn=17,"
        "title=mandate/tenure-out-of-bounds (clause 1.10%2C should)::"
        "tenure 2026-01-01 to 2026-12-31 is not of 2 to 4 years"
        " · see also: registry/mandate/tourism-tj/en.md:4:1: the mandate is here"
        " · help: propose an end date from 2027-12-31 to 2029-12-31 · cica explain mandate/tenure-out-of-bounds"
    )


def test_a_span_of_several_lines_has_no_columns() -> None:
    several = replace(TENURE, place=Place(TENURE.place.path, Span(9, 3, 12, 1)))
    command = _command(format_github(report(several), words()).splitlines()[0])
    assert command is not None
    assert {key: value for key, value in command.properties.items() if key not in ("file", "title")} == {
        "line": "9",
        "endLine": "11",
    }


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language("en"), "2 more (warning) in the summary"),
        (Language("ru"), "в сводке еще 2 (предупреждение)"),
        (Language("kk"), "жиынтық есепте тағы 2 (ескерту)"),
    ],
)
def test_ten_of_a_severity_and_the_gravest_first(language: Language, said: str) -> None:
    written = format_github(report(*[TENURE] * 12, PLACEHOLDER, language=language), words(language)).splitlines()
    assert [line.split(" ")[0] for line in written[:11]] == ["::error", *["::warning"] * 10]
    assert written[11] == said


def test_waived_findings_are_not_annotated() -> None:
    written = format_github(report(replace(TENURE, waived="a reason")), words())
    assert "::" not in written
    assert written.startswith("no findings, 1 waived · ")


def _annotated(found: Report) -> list[Finding]:
    return [
        finding
        for severity in reversed(Severity)
        for finding in [one for one in found.standing if one.severity is severity][:10]
    ]


@thorough
@given(reports)
def test_every_annotation_reads_back_as_it_was_meant(found: Report) -> None:
    _assert_reads_back_as_meant(found)


@pytest.mark.parametrize("value", NASTY)
def test_planted_text_reads_back_as_it_was_meant(value: str) -> None:
    _assert_reads_back_as_meant(planted(value))


def _assert_reads_back_as_meant(found: Report) -> None:
    said = words(found.language)
    lines = format_github(found, said).split("\n")
    assert lines.pop() == ""
    assert not any(is_unsafe(character) for line in lines for character in line)
    expected = _annotated(found)
    commands = [command for line in lines if (command := _command(line)) is not None]
    cut = {more.severity for more in found.omitted if not more.is_waived}
    closing = 1 + (found.base is not None) + (found.decision.status != "adopted")
    assert len(lines) == len(expected) + len(cut) + closing
    for command, finding in zip(commands, expected, strict=True):
        assert command.name == finding.severity.value
        assert command.properties["file"] == escape_ci(finding.path)
        assert command.properties["line"] == str(finding.place.span.line)
        assert command.properties["title"] == escape_ci(f"{finding.rule} ({said.citation(finding)})")
        assert set(command.properties) <= {"file", "line", "col", "endLine", "endColumn", "title"}
        assert command.data.startswith(escape_ci(finding.message))


def test_the_log_says_what_was_compared() -> None:
    assert "origin/main (commit 9c0c79a6a3a5)" in format_github(report(base=COMPARISON), words()).splitlines()[-2]
