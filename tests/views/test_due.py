"""Obligations in a reader's words, in every form; nothing in a document can steer what is written."""

import csv
import io
import json
import re
from datetime import date

import pytest

from cica_docs.api.status import compute_status
from cica_docs.api.status_screen import format_status
from cica_docs.documents.corpus import Corpus
from cica_docs.register.obligations.all import obligations
from cica_docs.register.obligations.table import duties
from cica_docs.text.terminal import cell_width
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language
from cica_docs.values.obligation import ObligationState
from cica_docs.views.explain import explain
from cica_docs.views.obligations import ObligationFilters, list_obligations
from cica_docs.views.obligations_formats import (
    format_obligations,
    format_obligations_csv,
    format_obligations_json,
    format_obligations_markdown,
)
from cica_docs.views.trace import trace_provisions
from owing_register import PAPER, dues, hostile, owing_register
from small_register import words

LATER = date(2026, 12, 25)


def _ids(filters: ObligationFilters) -> list[str]:
    return [row.obligation.id for row in dues(filters).rows]


def test_each_obligation_is_told_with_clause_addressee_day_and_place() -> None:
    text = format_obligations(dues())
    assert "Overdue (1)\n" in text
    assert (
        "  2026-12-01  due today  Kazakhstan · Expert meetings on the draft concept paper · Tourism · clause\n"
        "                2.5, shall\n"
        "    → An expert meeting convened on the draft that takes place after the six months, or approval of\n"
        "      the paper. The clause sets no day for the convening; the day follows the register's settings.\n"
        "    registry/concept-paper/tourism-2026/en.md:6 · 2.5/expert-meetings:concept-paper/tourism-2026\n"
    ) in text
    assert "The decision “modalities” is a draft, so nothing is due under it yet." in text.replace("\n", " ")


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_one_screen_in_every_language(language: str, example: Corpus, register: Corpus) -> None:
    for corpus in (owing_register(), example, register):
        obligation_list = list_obligations(corpus, words(language), ObligationFilters(with_discharged=True))
        for line in format_obligations(obligation_list).splitlines():
            assert cell_width(line) <= 100 or " · " in line
        assert "{" not in format_obligations(obligation_list) + format_obligations_markdown(obligation_list)


@pytest.mark.parametrize("language", list(Language))
def test_every_duty_has_its_words_in_every_language(language: Language, register: Corpus) -> None:
    assert len(duties(register)) == 12
    for duty in duties(register).values():
        assert duty.title[language]
        assert duty.discharge[language]
        if language is not Language("en"):
            assert duty.title[language] != duty.title[Language("en")]
            assert duty.discharge[language] != duty.discharge[Language("en")]


def test_the_deadline_of_a_report_and_of_an_outcome_is_the_registers_own(register: Corpus) -> None:
    own = {name for name, duty in duties(register).items() if any(due.is_setting for due in duty.due)}
    assert own == {
        "1.3/report",
        "2.5/expert-meetings",
        "2.9/update",
        "2.9/update:2",
        "3.5/follow-up",
        "5.3/clearing-house",
        "5.3/advice",
    }


def test_every_obligation_follows_from_a_known_duty(example: Corpus, register: Corpus) -> None:
    for corpus in (example, register):
        assert {obligation.duty for obligation in obligations(corpus)} <= set(duties(corpus))


def test_filters_narrow_what_is_shown() -> None:
    plan, paper = "2.9/update:action-plan/finance-2026:item-1", "2.5/expert-meetings:concept-paper/tourism-2026"
    assert _ids(ObligationFilters(state="xa")) == [plan, "2.9/update:action-plan/finance-2026:2026-09-01"]
    assert paper in _ids(ObligationFilters(area="economic", until=date(2026, 12, 1)))
    assert paper not in _ids(ObligationFilters(until=date(2026, 11, 30)))
    assert _ids(ObligationFilters(area="tourism", state="xa")) == []
    assert format_obligations(dues(ObligationFilters(area="tourism", state="xa"))).endswith("\nnothing is due\n")
    for filters in (ObligationFilters(area="toursim"), ObligationFilters(state="ZZ")):
        with pytest.raises(Failure, match="unknown"):
            dues(filters)


def test_what_is_discharged_is_shown_only_when_asked_for(example: Corpus) -> None:
    assert [row for row in list_obligations(example, words()).rows if not row.state.is_open] == []
    text = format_obligations(list_obligations(example, words(), ObligationFilters(with_discharged=True)))
    assert "2026-05-18  done 2026-04-06  Avelor · New or updated concept paper · Environment Protection" in text
    assert "example" in text


def test_of_what_is_only_publicly_known_nothing_is_called_overdue_or_late() -> None:
    known = PAPER.replace("title:", "known: {as_of: '2026'}\ntitle:")
    approved = known.replace("---\n\n", "  - {on: 2026-12-24, kind: approved, by: soc}\n---\n\n")
    corpus = owing_register()
    for text, expected in (
        (known, "2026-12-01  not on record  Kazakhstan"),
        (approved, "on record 2026-12-24  Kazakhstan"),
    ):
        corpus = owing_register({"concept-paper/tourism-2026/en.md": text}, LATER)
        shown = format_obligations(list_obligations(corpus, words(), ObligationFilters(with_discharged=True)))
        _, _, listed = shown.partition("From public sources only")
        assert expected in listed
        assert "Expert meetings" in listed
        assert "Expert meetings" not in shown.partition("From public sources only")[0]
    overdue = [
        compute_status(corpus_then, words()).obligations[ObligationState.OVERDUE]
        for corpus_then in (corpus, owing_register(as_of=LATER))
    ]
    assert overdue[0] == overdue[1] - 1


def test_json_has_the_same_keys_and_states_in_every_language() -> None:
    by_language = {
        language: json.loads(format_obligations_json(dues(language=language))) for language in ("en", "ru", "kk")
    }
    assert by_language["en"]["obligations"][0].keys() == by_language["kk"]["obligations"][0].keys()
    assert by_language["en"]["as_of"] == "2026-12-01"
    assert [entry["state"] for entry in by_language["ru"]["obligations"]] == [
        entry["state"] for entry in by_language["en"]["obligations"]
    ]
    assert by_language["ru"]["obligations"][0]["title"] != by_language["en"]["obligations"][0]["title"]


def test_no_cell_of_csv_is_a_formula() -> None:
    rows = list(csv.reader(io.StringIO(format_obligations_csv(dues()))))
    plan = next(row for row in rows if row[0].startswith("2.9/"))
    assert "'=Exampleland" in plan
    assert "-12" in plan
    assert [value for row in rows for value in row if re.match(r"[=+@]|-[^0-9]", value)] == []


def test_nothing_in_markdown_notifies_anybody() -> None:
    page = format_obligations_markdown(dues(changes=hostile()))
    assert "&#64;<!-- -->all" in page
    assert "&#35;<!-- -->1" in page
    assert "<b>" not in page
    assert {line.count(" | ") for line in page.splitlines() if line.startswith("| 2")} == {8}


def test_a_clause_says_what_must_be_done_now() -> None:
    corpus = owing_register()
    page = explain(corpus, words(), "2.5")
    assert "What must be done now (as of 1 December 2026)\n" in page
    assert "2026-12-01 (due today): Kazakhstan · Expert meetings on the draft concept paper · Tourism\n" in page
    assert "nothing is due under it on this day" in explain(corpus, words(), "3.5")
    assert "What must be done now" not in explain(corpus, words(), "1.10")
    traced = {row.provision.id: row for row in trace_provisions(corpus, words()).rows}
    assert traced["2.5/expert-meetings"].coverage == "enforced"
    assert "obligation" in {enforcement.by for enforcement in traced["2.5/expert-meetings"].enforced_by}


def test_status_counts_what_is_overdue_and_due_soon() -> None:
    text = format_status(compute_status(owing_register(), words()))
    assert re.search(r"\nObligations: \d+ overdue, [1-9]\d* due soon · cica due\n", text)
