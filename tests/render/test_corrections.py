"""A page shows what was corrected in the record: when and by whom, what was recorded, what was done, why."""

from dataclasses import replace

import pytest

from cica_docs.render.pages.compose import compose
from cica_docs.values.language import Language

from .sample_edition import EN, KK, RU
from .test_view import printed, sheet, text_of, yaml

ACT = {"on": "2026-06-24", "kind": "approved", "by": "soc"}
REASON = {"en": "The day was mistyped.", "ru": "Допущена описка в дате.", "kk": "Күні қате жазылған."}
CORRECTION = {"on": "2026-09-01", "kind": "corrected", "by": "secretariat", "corrects": ACT, "reason": REASON}
DONE = {**ACT, "on": "2026-06-30"}


@pytest.mark.parametrize("kind", ["concept-paper", "mandate", "decision", "consent", "notice"])
@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (EN, ("Corrections of the record", "Approval", "24 June 2026", "30 June 2026", "1 September 2026", "mistyped")),
        (
            RU,
            (
                "Исправления записей",
                "Утверждение",
                "24\u00a0июня 2026\u00a0г.",
                "30\u00a0июня 2026\u00a0г.",
                "1\u00a0сентября",
                "описка",
            ),
        ),
        (
            KK,
            (
                "Жазбаларды түзету",
                "Бекіту",
                "2026\u00a0жылғы 24\u00a0маусым",
                "30\u00a0маусым",
                "1\u00a0қыркүйек",
                "қате жазылған",
            ),
        ),
    ],
)
def test_it_is_printed_in_every_language(kind: str, language: Language, expected: tuple[str, ...]) -> None:
    text = printed(kind, language, {"events": [ACT, {**CORRECTION, "done": DONE}]})
    assert [word for word in expected if word not in text] == []


def test_what_was_not_done_at_all_is_said_to_be_so() -> None:
    assert "not done" in printed("concept-paper", EN, {"events": [ACT, CORRECTION]})


def test_corrections_and_edits_come_in_the_order_of_the_record() -> None:
    edit = {"on": "2026-08-01", "kind": "edited", "by": "secretariat", "words": 3, "reason": REASON}
    text = printed("concept-paper", EN, {"events": [ACT, edit, CORRECTION]})
    assert text.index("1 August 2026") < text.index("1 September 2026")


def test_what_was_left_out_is_said_to_be_so() -> None:
    left_out = {key: value for key, value in CORRECTION.items() if key != "corrects"}
    assert "not recorded" in printed("concept-paper", EN, {"events": [{**left_out, "done": ACT}]})


def test_a_fact_is_printed_as_it_was_and_as_it_is() -> None:
    was = {"prepared_by": "XB", "applicability": {"from": "2026-07-01", "to": "2029-06-30"}, "no_such_field": [1, "b"]}
    correction = {name: value for name, value in CORRECTION.items() if name != "corrects"} | {"was": was}
    text = printed("concept-paper", EN, {"prepared_by": "XA", "events": [correction]}).split("Corrections")[1]
    assert "Prepared by: " in text
    assert "Applicability period: 1 July 2026 to 30 June 2029" in text


@pytest.mark.parametrize(
    ("language", "expected"),
    [(EN, "Words altered: 3"), (RU, "Изменено слов: 3"), (KK, "Өзгерген сөздер саны: 3")],
)
def test_an_edit_says_how_many_words_differ(language: Language, expected: str) -> None:
    edit = {"on": "2026-09-01", "kind": "edited", "by": "secretariat", "words": 3, "reason": REASON}
    text = printed("concept-paper", language, {"events": [ACT, edit]})
    assert expected in text
    assert REASON[language] in text


def test_the_record_lists_what_counts() -> None:
    text = printed("mandate", EN, {"events": [ACT, {**CORRECTION, "done": DONE}]})
    record, corrections = text.split("Corrections of the record")
    assert "30 June 2026" in record
    assert "24 June 2026" not in record
    assert "24 June 2026" in corrections


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (EN, "See also SOC/2026-II/INF/3/Add.1, SOC/2026-II/INF/3/Corr.1."),
        (RU, "См. также SOC/2026-II/INF/3/Add.1, SOC/2026-II/INF/3/Corr.1."),
        (KK, "Сондай-ақ SOC/2026-II/INF/3/Add.1, SOC/2026-II/INF/3/Corr.1 қараңыз."),
    ],
)
def test_a_page_names_the_documents_that_change_it(language: Language, expected: str) -> None:
    amending = ("SOC/2026-II/INF/3/Add.1", "SOC/2026-II/INF/3/Corr.1")
    page = replace(sheet("concept-paper", language, {}), amended_by=amending)
    assert expected in text_of(compose(page, yaml("concept-paper/print.yaml")).unmarked)


def test_a_record_without_corrections_says_nothing_of_them() -> None:
    assert "Correct" not in printed("mandate", EN, {"events": [ACT]})
