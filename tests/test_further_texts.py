"""A text beside the decision binds rules by its own provisions, from its own adoption, and is cited by its title."""

from datetime import date

import pytest

from cica_docs.api.checking.check import check
from cica_docs.documents.corpus import Corpus
from cica_docs.register.obligations.all import obligations
from cica_docs.report.report import NotHeld
from cica_docs.report.words import report_words_of
from cica_docs.views.explain import explain
from cica_docs.views.trace import format_trace, trace_provisions
from small_register import FILES, small_register, words

RULE = "mandate/tenure-out-of-bounds"
BINDING = "    enforced_by: [mandate/tenure-out-of-bounds]\n"
TENURE = "values: {tenure: [{from: 2023-05-13, years: [2, 4]}]}"
SETTINGS = FILES["reference/settings.yaml"].replace("draft_decision: gate", "draft_decision: advise")
NOTICE = """\
---
title: Notice
purpose: intention
state: KZ
area: tourism
role: coordinator
proposed_tenure: {from: 2026-06-01, to: 2026-12-31}
events:
  - {on: 2026-03-01, kind: sent, by: KZ, to: all}
---

Text.
"""
GUIDELINES = """\
severity: {should: error}
provisions:
  - id: 3/tenure
    force: should
    addressee: candidate
    says: {en: Two to four years., ru: От двух до четырех лет., kk: Екі жылдан төрт жылға дейін.}
    values: {tenure: [{from: 2021-06-23, years: [2, 4]}]}
    enforced_by: [mandate/tenure-out-of-bounds]
  - id: 4/report
    force: shall
    addressee: coordinator
    says: {en: It reports.}
    obligation: {arises: mandate.service-begun, owed_by: holder, due: {months: 3, after: start}}
"""
ADOPTED = "---\ntitle: Guidelines\nbody: soc\nevents:\n  - {on: 2026-01-15, kind: adopted, by: soc}\n---\n\nText.\n"


def beside(changes: dict[str, str] | None = None, as_of: date = date(2026, 12, 1)) -> Corpus:
    """A register whose own decision, a draft that only advises, leaves the tenure to the guidelines beside it."""
    decision = FILES["decision/modalities/provisions.yaml"].replace(BINDING, "").replace(TENURE, "unchecked: elsewhere")
    files = {
        "reference/settings.yaml": f"further_texts: [guidelines]\n{SETTINGS}",
        "decision/modalities/provisions.yaml": decision,
        "decision/guidelines/provisions.yaml": GUIDELINES,
        "decision/guidelines/en.md": ADOPTED,
        "notice/tourism-kz/en.md": NOTICE,
    }
    return small_register({**files, **(changes or {})}, as_of)


def test_a_rule_that_only_the_other_text_binds_runs_and_cites_it() -> None:
    report = check(beside(), words(), select=[RULE])
    (finding,) = report.findings
    assert (finding.provision, finding.text, finding.severity) == ("guidelines:3/tenure", "Guidelines", "error")
    assert report_words_of(words()).citation(finding) == "clause 3 of “Guidelines”, should"
    assert report.status == 1, "it is adopted, although the decision is a draft that only advises"


def test_without_the_setting_it_binds_nothing() -> None:
    report = check(beside({"reference/settings.yaml": SETTINGS}), words(), select=[RULE])
    assert report.findings == ()


def test_as_a_draft_it_only_advises() -> None:
    report = check(beside({"decision/guidelines/en.md": ADOPTED.replace("adopted", "proposed")}), words())
    assert [finding.rule for finding in report.findings if finding.provision == "guidelines:3/tenure"] == [RULE]
    assert not any(report.binds(finding) for finding in report.findings if finding.text)


@pytest.mark.parametrize(("sent", "found"), [("2026-01-14", 0), ("2026-01-15", 1)])
def test_it_reaches_back_no_further_than_its_own_adoption(sent: str, found: int) -> None:
    report = check(beside({"notice/tourism-kz/en.md": NOTICE.replace("2026-03-01", sent)}), words(), select=[RULE])
    assert len(report.findings) == found
    not_held = NotHeld(1, date(2026, 1, 15), ("notice/tourism-kz",), "adopted")
    assert report.not_held == (() if found else (not_held,))


def test_its_provisions_are_amended_and_repealed_like_those_of_the_decision() -> None:
    repealed = GUIDELINES.replace(
        "  - id: 4", "    amended: [{from: 2026-03-01, by: SOC/2026-I/INF/1, repealed: true}]\n  - id: 4"
    )
    assert check(beside({"decision/guidelines/provisions.yaml": repealed}), words(), select=[RULE]).findings == ()


def test_its_obligations_are_owed() -> None:
    owed = [obligation for obligation in obligations(beside()) if obligation.provision == "guidelines:4/report"]
    assert owed == []  # the service began before the guidelines were adopted
    later = {"decision/guidelines/en.md": ADOPTED.replace("2026-01-15", "2024-11-30")}
    (obligation,) = (each for each in obligations(beside(later)) if each.provision == "guidelines:4/report")
    assert obligation.due == date(2025, 3, 1)


@pytest.mark.parametrize(
    ("language", "clause"),
    [
        ("en", "Clause 3 of “Guidelines”"),
        ("ru", "Пункт 3 документа «Guidelines»"),
        ("kk", "«Guidelines» құжаты, 3-тармақ"),
    ],
)
def test_explain_and_trace_name_it(language: str, clause: str) -> None:
    for name in ("guidelines", "guidelines:3", "guidelines:3/tenure"):
        assert clause in explain(beside(), words(language), name)
    trace = format_trace(trace_provisions(beside(), words(language)))
    assert "guidelines:3/tenure" in trace
    assert "(guidelines)" in trace
    assert "2026-01-15" in trace


def test_what_was_not_read_of_it_is_said() -> None:
    unread = "unread: {en: the whole text}\nprovisions: []\n"
    corpus = beside({"decision/guidelines/provisions.yaml": unread})
    assert "Not read for this restatement: the whole text" in " ".join(explain(corpus, words(), "guidelines").split())
    assert check(corpus, words(), select=[RULE]).findings == ()


@pytest.mark.parametrize("target", [RULE, "guidelines:3/tenure"])
def test_what_it_recommends_can_be_waived(target: str) -> None:
    waiver = f"waivers:\n  - {{rule: '{target}', reason: a trial, by: KZ}}\nevents:"
    report = check(beside({"notice/tourism-kz/en.md": NOTICE.replace("events:", waiver)}), words())
    (finding,) = (finding for finding in report.findings if finding.rule == RULE)
    assert finding.waived == "a trial"
    assert not [finding for finding in report.findings if "waiver" in finding.rule]
