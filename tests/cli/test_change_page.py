"""The page of a pull request: what the change does, what stands in its way, and what becomes due."""

from dataclasses import replace
from pathlib import Path

import pytest

from cica_docs.cli.run import run
from cica_docs.report.report import ChangePage, WorkChange
from cica_docs.report.summary import format_summary
from cica_docs.values.language import Language
from proposal import PAPER, breach, change, commit
from report.sample import report, words

pytestmark = pytest.mark.series(6)

ACT = "  - {on: 2026-11-18, kind: extended, by: soc, until: 2030-06-30, ref: SOC/2026-III/INF/1}\n"


def page(capsys: pytest.CaptureFixture[str], language: str = "en") -> str:
    run(["check", "--as-of", "2026-12-01", "--base", "main", "--format", "summary", "--lang", language])
    return capsys.readouterr().out


def test_an_act_is_told_with_what_becomes_due(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(repository / PAPER / "en.md", "mode: meeting}\n", f"mode: meeting}}\n{ACT}")
    commit(repository)
    told = page(capsys)
    assert "This change can be merged" in told
    assert "\n  - 2026-11-18 · Extension · Senior Officials Committee · SOC/2026-III/INF/1\n" in told
    due = told[told.index("### What becomes due") :]
    assert "- 30 June 2030: " in due
    assert "clause 2.6" in due


def test_facts_and_texts_are_told_before_the_errors(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    period = "applicability: {{from: 2026-07-01, to: {}-06-30}}"
    change(repository / PAPER / "en.md", period.format(2029), period.format(2030))
    change(repository / PAPER / "ru.md", "## Общие рамки", "## Общие  рамки")
    commit(repository)
    told = page(capsys)
    fact = "Applicability period: 2026-07-01 – 2029-06-30 → 2026-07-01 – 2030-06-30"
    assert told.index("What this change does") < told.index(fact) < told.index("Errors to be corrected")
    assert "text changed: ru" in told


@pytest.mark.parametrize(
    ("language", "fact"),
    [
        ("en", "Through: CICA Chairmanship, CICA Secretariat → CICA Secretariat"),
        ("ru", "Через: Председательство СВМДА, Секретариат СВМДА → Секретариат СВМДА"),
    ],
)
def test_bodies_are_told_by_their_names(
    repository: Path, capsys: pytest.CaptureFixture[str], language: str, fact: str
) -> None:
    breach(repository)
    commit(repository)
    assert f"\n  - {fact}\n" in page(capsys, language)


@pytest.mark.parametrize(
    ("language", "headings"),
    [("ru", ("Что меняется", "Что наступает после слияния")), ("kk", ("Не өзгереді", "Біріктірілгеннен кейін"))],
)
def test_the_page_is_in_the_readers_language(
    repository: Path, capsys: pytest.CaptureFixture[str], language: str, headings: tuple[str, str]
) -> None:
    change(repository / PAPER / "en.md", "mode: meeting}\n", f"mode: meeting}}\n{ACT}")
    commit(repository)
    told = page(capsys, language)
    assert all(f"### {heading}" in told for heading in headings)


def test_a_change_of_no_work_has_no_such_part(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "README.md").write_text("A word.\n", encoding="utf-8")
    commit(repository)
    assert "What this change does" not in page(capsys)


def test_a_long_page_leaves_room_for_the_errors() -> None:
    many = ChangePage(tuple(WorkChange(f"notice/n{at}", "A title", ("an act",) * 9) for at in range(4_000)), ())
    text = format_summary(replace(report(), change=many), words(Language("en")), 100_000)
    assert len(text.encode()) < 30_000
    assert "more, not shown here" in text


def test_withheld_text_is_not_told(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    item = repository / "registry/information-item/air-observation-2026/en.md"
    text = item.read_text(encoding="utf-8")
    item.write_text(text.replace("\nhandling:", "\npurpose: Zebra crossing\nhandling:"), encoding="utf-8")
    commit(repository)
    assert "Zebra" not in page(capsys).partition("### Errors")[0]
