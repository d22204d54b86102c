"""The report for programs."""

import json as standard
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from cica_docs.report.json import format_json
from cica_docs.report.report import Report
from cica_docs.text.escape import COMMAND, is_unsafe, to_json

from .sample import COMPARISON, NASTY, PLACEHOLDER, TENURE, hostile, planted, report, reports, thorough, words

SCHEMA = standard.loads(
    (Path(__file__).parents[2] / "schemas" / "report.schema.json").read_text(encoding="utf-8"),
)
VALIDATOR = Draft202012Validator(SCHEMA)


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_a_report_as_data() -> None:
    found = standard.loads(format_json(report(TENURE, replace(PLACEHOLDER, waived="a reason"), gate=False), words()))
    VALIDATOR.validate(found)
    assert found["format"] == "cica-report/3"
    assert found["status"] == 0
    assert found["as_of"] == "2026-03-01"
    assert found["counts"] == {"error": 0, "warning": 1, "notice": 0, "waived": 1, "known": 0}
    assert found["checked"] == {"documents": 12, "works": 5}
    placeholder, tenure = found["findings"]
    assert (placeholder["clause"], placeholder["force"], placeholder["provision"]) == (None, None, "house/placeholder")
    assert placeholder["waived"] == "a reason"
    assert (tenure["clause"], tenure["force"], tenure["binds"]) == ("1.10", "should", False)
    assert tenure["span"] == {"line": 9, "column": 3, "end_line": 9, "end_column": 18}
    assert tenure["related"][0]["path"] == "registry/mandate/tourism-tj/en.md"


def test_what_was_compared_is_said() -> None:
    assert standard.loads(format_json(report(), words()))["base"] is None
    base = standard.loads(format_json(report(base=COMPARISON), words()))["base"]
    assert base == {
        "revision": "origin/main",
        "commit": COMPARISON.commit,
        "ancestor": COMPARISON.ancestor,
        "has_register": True,
        "deciding": [],
        "left_out": {"error": 2, "warning": 1, "notice": 0},
    }


def test_the_example_of_the_document_is_what_is_written() -> None:
    page = (Path(__file__).parents[2] / "docs" / "reference" / "json-report.md").read_text(encoding="utf-8")
    example = page.split("```json\n")[1].split("```")[0]
    assert example == format_json(report(TENURE, base=COMPARISON), words())


def test_numbers_that_are_none_are_refused() -> None:
    with pytest.raises(ValueError, match="JSON"):
        to_json(float("nan"))


def test_writing_is_canonical() -> None:
    assert to_json({"b": "Қ", "a": 1}) == '{\n  "a": 1,\n  "b": "Қ"\n}\n'


@thorough
@given(hostile)
def test_reading_gives_back_what_was_written(value: str) -> None:
    written = to_json({"value": value})
    # Two halves of a character side by side are one character to JSON.
    whole = value.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    assert standard.loads(written) == {"value": whole}


@thorough
@given(reports)
def test_no_text_forges_a_line(found: Report) -> None:
    _assert_forges_no_line(found)


@pytest.mark.parametrize("value", NASTY)
def test_planted_text_forges_no_line(value: str) -> None:
    _assert_forges_no_line(planted(value))


def _assert_forges_no_line(found: Report) -> None:
    written = format_json(found, words(found.language))
    VALIDATOR.validate(data := standard.loads(written))
    assert len(data["findings"]) == len(found.findings)
    assert not any(is_unsafe(character) for character in written if character != "\n")
    assert not COMMAND.search(written)
    assert all(line.lstrip(" ").startswith(("{", "}", "[", "]", '"')) for line in written.splitlines())
