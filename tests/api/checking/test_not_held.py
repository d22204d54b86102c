"""Acts from before the decision applies are not judged by it; the report says how many findings that leaves out."""

from datetime import date

import pytest

from cica_docs.api.checking.check import check
from cica_docs.api.checking.reasoning import trace_verdicts
from cica_docs.documents.corpus import Corpus
from cica_docs.report.report import NotHeld
from cica_docs.report.words import report_words_of
from cica_docs.views.reasoning_formats import format_reasonings
from small_register import FILES, small_register, words

RULE = "mandate/tenure-out-of-bounds"
PATH = "notice/tourism-kz/en.md"
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
DECISION = "---\ntitle: Modalities\nbody: soc\nevents:\n  - {on: 2026-03-02, kind: adopted, by: soc}\n---\n\nText.\n"
ADOPTED = {"decision/modalities/en.md": DECISION, PATH: NOTICE}
SINCE = "open_questions: {retroactivity: {value: 2026-03-02}}\n"


def _checked(corpus: Corpus) -> tuple[int, tuple[NotHeld, ...]]:
    report = check(corpus, words(), select=[RULE])
    return len(report.findings), report.not_held


def test_an_act_before_the_adoption_is_not_judged_and_that_is_told() -> None:
    corpus = small_register(ADOPTED)
    assert _checked(corpus) == (0, (NotHeld(1, date(2026, 3, 2), ("notice/tourism-kz",), "adopted"),))
    reasonings = trace_verdicts(corpus, words(), RULE, PATH)
    assert "not held against it: the act was done before 2026-03-02" in " ".join(format_reasonings(reasonings).split())


def test_an_act_on_the_day_of_the_adoption_is_judged() -> None:
    on_the_day = {**ADOPTED, PATH: NOTICE.replace("2026-03-01", "2026-03-02")}
    assert _checked(small_register(on_the_day)) == (1, ())


def test_a_draft_is_applied_from_the_day_that_the_settings_say() -> None:
    settings = {"reference/settings.yaml": SINCE + FILES["reference/settings.yaml"]}
    assert _checked(small_register({PATH: NOTICE})) == (1, ())
    assert _checked(small_register({PATH: NOTICE, **settings})) == (
        0,
        (NotHeld(1, date(2026, 3, 2), ("notice/tourism-kz",)),),
    )


def test_house_rules_hold_on_every_day() -> None:
    placeholder = {**ADOPTED, PATH: NOTICE.replace("Text.", "[TODO: text]")}
    report = check(small_register(placeholder), words(), select=["form/placeholder-left"])
    assert (len(report.findings), report.not_held) == (1, ())


@pytest.mark.parametrize(("language", "word"), [("en", "adoption"), ("ru", "принятия"), ("kk", "қабылданған")])
def test_the_report_says_it_once_and_names_the_works(language: str, word: str) -> None:
    report = check(small_register(ADOPTED), words(language), select=[RULE])
    sentence = report_words_of(words(language)).not_held(report)
    assert word in sentence
    assert "1 (notice/tourism-kz)" in sentence
    assert sentence in report_words_of(words(language)).statements(report)
