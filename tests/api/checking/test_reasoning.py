"""The chain behind a verdict: complete for every rule, and no longer than it must be."""

import json

import pytest

from case import all_cases
from cica_docs.api.checking.reasoning import trace_obligations, trace_verdicts
from cica_docs.documents.corpus import Corpus
from cica_docs.rules.rule import find_rule
from cica_docs.text.terminal import cell_width
from cica_docs.values.failure import Failure
from cica_docs.views.reasoning import Reasoning
from cica_docs.views.reasoning_formats import format_reasonings, format_reasonings_json
from small_register import words

NOTICE = "notice/environment-xa-2026"
TENURE = "mandate/tenure-out-of-bounds"
CASES = {case.name: case for case in all_cases()}
FIRING = {case.rule: case for case in CASES.values() if case.expected}
# Of every group one rule; the nightly run traces all of them.
FIRST = {rule.partition("/")[0]: rule for rule in sorted(FIRING)}.values()


def texts(reasoning: Reasoning, part: str) -> list[str]:
    return [step.text for step in getattr(reasoning, part)()]


def test_a_finding_is_followed_from_the_provision_to_the_days() -> None:
    corpus = CASES[f"{TENURE}/one-year"].corpus
    (reasoning,) = trace_verdicts(corpus, words(), TENURE, f"{NOTICE}/en.md", 10)
    assert reasoning.provisions == ("1.10/tenure",)
    assert texts(reasoning, "values") == ["tenure: years 2–4, from 2023-05-13; asked for 2026-01-12"]
    assert "2026-01-01 + 2 years = 2028-01-01" in texts(reasoning, "days")
    assert [step.place for step in reasoning.acts()] == [f"{corpus.snapshot.prefix}{NOTICE}/en.md:12"]
    assert reasoning.works == (NOTICE,)


def test_an_amendment_in_force_on_the_day_is_the_value_shown() -> None:
    corpus = CASES[f"{TENURE}/amended-bounds"].corpus
    (reasoning,) = trace_verdicts(corpus, words(), TENURE, NOTICE)
    assert reasoning.finding is None
    assert "tenure: years 1–5, from 2025-01-01, SOC/2024-II/INF/9; asked for 2026-01-12" in texts(reasoning, "values")
    assert NOTICE in next(reasoning.acts()).place


def test_where_nothing_is_found_the_lines_with_faults_are_named() -> None:
    corpus = CASES[f"{TENURE}/one-year"].corpus
    (reasoning,) = trace_verdicts(corpus, words(), TENURE, f"{NOTICE}/en.md", 2)
    assert reasoning.finding is None
    assert reasoning.elsewhere == (10,)
    assert "other lines: 10" in format_reasonings((reasoning,))


def test_a_pass_is_shown_beside_the_other_mandates_of_the_area(example: Corpus) -> None:
    (reasoning,) = trace_verdicts(example, words(), "mandate/coordinators-overlap", "mandate/environment-xa")
    assert reasoning.finding is None
    assert "mandate/environment-xc" in reasoning.works
    assert "mandate/environment-xc" in {path.rpartition("/")[0] for path, _ in reasoning.trail.fields}


def _traces(rule: str) -> None:
    corpus = FIRING[rule].corpus
    module = find_rule(rule)
    assert module is not None
    place = next(iter(module.check(corpus))).place
    reasonings = trace_verdicts(corpus, words(), rule, place.path, place.span.line)
    assert reasonings
    assert all(reasoning.finding is not None for reasoning in reasonings)
    assert max(len(reasoning.works) for reasoning in reasonings) < len({each.work for each in corpus.documents})


@pytest.mark.parametrize("rule", FIRST)
def test_a_rule_of_every_group_can_be_traced(rule: str) -> None:
    _traces(rule)


@pytest.mark.slow
@pytest.mark.parametrize("rule", sorted(FIRING))
def test_every_rule_can_be_traced(rule: str) -> None:
    _traces(rule)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_lines_without_a_path_take_no_more_than_eighty_columns(language: str) -> None:
    corpus = CASES[f"{TENURE}/one-year"].corpus
    text = format_reasonings(trace_verdicts(corpus, words(language), TENURE, f"{NOTICE}/en.md"))
    assert [line for line in text.splitlines() if cell_width(line) > 80 and "/en.md" not in line] == []


def test_json_has_the_same_steps() -> None:
    corpus = CASES[f"{TENURE}/one-year"].corpus
    (reasoning,) = trace_verdicts(corpus, words(), TENURE, f"{NOTICE}/en.md", 10)
    (verdict,) = json.loads(format_reasonings_json((reasoning,)))["verdicts"]
    assert verdict["verdict"] == "finding"
    assert [step["text"] for step in verdict["days"]] == texts(reasoning, "days")
    assert verdict["provisions"] == [{"id": "1.10/tenure", "force": "should", "addressee": "candidate"}]


def test_the_days_of_an_obligation_are_followed_to_its_discharge(example: Corpus) -> None:
    (reasoning,) = trace_obligations(example, words(), "2.7/new-coordinator")
    assert "due: {months: proposal}" in texts(reasoning, "entry")
    assert "2026-02-18 + 3 months = 2026-05-18" in texts(reasoning, "days")
    assert set(reasoning.works) == {"concept-paper/environment-2026", "mandate/environment-xa"}


@pytest.mark.parametrize("name", ["mandate/no-such-rule", "mandate"])
def test_an_unknown_rule_is_refused(example: Corpus, name: str) -> None:
    with pytest.raises(Failure, match="rule-unknown"):
        trace_verdicts(example, words(), name, NOTICE)


def test_an_unknown_obligation_is_refused(example: Corpus) -> None:
    with pytest.raises(Failure, match="why-no-obligation"):
        trace_obligations(example, words(), "1.1/none")
