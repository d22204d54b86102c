"""Open questions: the settings answer them, our own answers stand in, and the page lists them all."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cica_docs.documents.corpus import Corpus, read_corpus
from cica_docs.documents.kind import Kinds
from cica_docs.register.open_questions import ANSWERS, applies_from, days_setting, is_answered, is_bound, setting
from cica_docs.snapshot.memory import MemorySnapshot

ROOT = Path(__file__).parent.parent.parent
NAMES = list(ANSWERS)


def _register(kinds: Kinds, settings: str) -> Corpus:
    files = {"reference/settings.yaml": f"decision: cbm-modalities\n{settings}".encode()}
    return read_corpus(MemorySnapshot(files), kinds, date(2026, 12, 1))


# What only a register can say: a body, a day, a number of days.
OF_THE_REGISTER = {"paper-extension", "retroactivity", "notice-lead-days", "completion-report-days"}


@pytest.mark.parametrize("name", [name for name in NAMES if name not in OF_THE_REGISTER])
def test_both_registers_answer_as_the_program_does_by_itself(name: str, example: Corpus, register: Corpus) -> None:
    assert setting(example, name) == setting(register, name) == ANSWERS[name]


@pytest.mark.parametrize("name", ["example", "register"])
def test_a_register_answers_all_questions_in_three_languages(name: str, request: pytest.FixtureRequest) -> None:
    corpus: Corpus = request.getfixturevalue(name)
    questions: Mapping[str, Any] = corpus.reference.settings["open_questions"]
    assert list(questions) == NAMES
    assert [name for name, question in questions.items() if set(question["note"]) != {"en", "ru", "kk"}] == []


def test_the_page_lists_every_question() -> None:
    page = (ROOT / "docs/reference/open-questions.md").read_text(encoding="utf-8")
    assert [name for name in NAMES if f"| `{name}` |" not in page] == []


@pytest.mark.parametrize("name", sorted(OF_THE_REGISTER))
def test_the_registers_answer_alike_what_the_program_leaves_to_them(
    name: str, example: Corpus, register: Corpus
) -> None:
    assert setting(example, name) == setting(register, name) != ANSWERS[name]


def test_where_nothing_is_set_no_body_day_or_number_holds(shipped_kinds: Kinds) -> None:
    corpus = _register(shipped_kinds, "")
    assert days_setting(corpus, "notice-lead-days") == 0
    assert applies_from(corpus) == date.min
    assert setting(corpus, "paper-extension") == ""
    assert not is_answered(corpus, "acting-duties", ("1.3",))


@pytest.mark.parametrize("value", ["soon", "[30]", "null", "true", "-5"])
def test_a_number_that_is_none_does_no_harm(value: str, shipped_kinds: Kinds) -> None:
    corpus = _register(shipped_kinds, f"open_questions: {{notice-lead-days: {{value: {value}}}}}\n")
    assert days_setting(corpus, "notice-lead-days") == 0


def test_an_answer_that_is_set_holds(shipped_kinds: Kinds) -> None:
    questions = 'acting-duties: {value: ["1.3"]}, retroactivity: {value: 2026-01-01}'
    corpus = _register(shipped_kinds, f"open_questions: {{{questions}}}\n")
    assert is_answered(corpus, "acting-duties", ("1.3",))
    assert not is_answered(corpus, "acting-duties", ("2.7",))
    assert [is_bound(corpus, on) for on in (date(2025, 12, 31), date(2026, 1, 1))] == [False, True]
