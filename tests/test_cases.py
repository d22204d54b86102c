"""Every case says exactly what is expected; `make accept` writes what is said now."""

import os
import shutil
from pathlib import Path

import pytest

from case import CASES, Case, accept, all_cases
from cica_docs.rules.rule import rules


@pytest.mark.series(6)
@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    said = case.said()
    if os.environ.get("CICA_ACCEPT"):
        if said != case.content.get("finds"):
            accept(case, said)
        return
    assert said == case.expected


def test_what_a_case_finds_is_written_last_and_in_one_form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "cases"
    shutil.copytree(CASES, copy)
    monkeypatch.setattr("case.CASES", copy)
    for case in all_cases():
        accept(case, case.expected)
    pairs = [(path, copy / path.relative_to(CASES)) for path in CASES.rglob("*.yaml")]
    assert [path.name for path, rewritten in pairs if path.read_bytes() != rewritten.read_bytes()] == []


def test_every_rule_has_a_case_that_fires_and_one_that_does_not() -> None:
    cases = all_cases()
    firing = {case.rule for case in cases if case.expected}
    silent = {case.rule for case in cases if not case.expected}
    named = {rule.name for rule in rules()}
    assert named - firing == set(), "no case fires"
    assert named - silent == set(), "no case is silent"
    assert (firing | silent) - named == set(), "cases of no rule"
