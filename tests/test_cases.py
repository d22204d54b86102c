"""Every case says exactly what is expected; `make accept` writes what is said now."""

import os

import pytest

from case import Case, all_cases
from cica_docs.rules.rule import rules


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    said = case.said()
    if os.environ.get("CICA_ACCEPT"):
        (case.folder / "expected.txt").write_text(said, encoding="utf-8")
    assert said == case.expected


def test_every_rule_has_a_case_that_fires_and_one_that_does_not() -> None:
    cases = all_cases()
    firing = {case.rule for case in cases if case.expected}
    silent = {case.rule for case in cases if not case.expected}
    named = {rule.name for rule in rules()}
    assert named - firing == set(), "no case fires"
    assert named - silent == set(), "no case is silent"
    assert (firing | silent) - named == set(), "cases of no rule"
