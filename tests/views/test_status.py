from datetime import date

import pytest

from cica_docs.api.status import compute_status
from cica_docs.api.status_screen import format_status
from cica_docs.documents.corpus import Corpus
from cica_docs.text.terminal import WIDTH, cell_width
from small_register import FILES, small_register, words

PAPER = FILES["concept-paper/tourism-2026/en.md"]


def test_it_tells_what_is_in_force_pending_and_expiring_on_the_day() -> None:
    text = format_status(compute_status(small_register(), words()))
    assert text.startswith("registry · as of 1 December 2026\n")
    assert (
        "In force (1)\n  mandate/tourism-kz  Coordinator for Tourism: Kazakhstan  in force  2025-01-01 – 2026-12-31\n"
        in text
    )
    assert (
        "Draft and circulated (1)\n  concept-paper/tourism-2026  Concept paper 観光  circulated  2026-10-01\n" in text
    )
    assert "Expiring within 90 days (1)\n  mandate/tourism-kz" in text


def test_what_expires_later_than_the_setting_is_not_yet_expiring() -> None:
    assert compute_status(small_register(as_of=date(2026, 10, 2)), words()).expiring
    assert not compute_status(small_register(as_of=date(2026, 10, 1)), words()).expiring


def test_it_names_areas_for_which_nobody_is_on_record() -> None:
    status = compute_status(small_register(), words())
    assert status.without_coordinator == ("finance",)
    assert status.without_co_coordinator == ("finance",)
    assert "Areas with no Coordinator on record (1): Finance" in format_status(status)


def test_a_mandate_over_a_dimension_covers_its_areas() -> None:
    mandate = FILES["mandate/tourism-kz/en.md"].replace("area: tourism", "area: economic")
    assert compute_status(small_register({"mandate/tourism-kz/en.md": mandate}), words()).without_coordinator == ()


def test_it_counts_findings_as_the_check_does() -> None:
    status = compute_status(small_register(), words())
    assert sum(status.report.counts.values()) == len(status.report.findings) > 0
    assert " errors" in format_status(status).splitlines()[-1]


def test_a_long_block_is_cut_and_says_how_to_see_the_rest() -> None:
    papers = {f"concept-paper/tourism-{year}/en.md": PAPER for year in range(2001, 2021)}
    text = format_status(compute_status(small_register(papers), words()))
    assert "Draft and circulated (21)" in text
    assert "  and 13 more: cica list concept-paper\n" in text


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_one_screen_in_every_language(language: str, register: Corpus) -> None:
    for corpus in (small_register(), register):
        lines = format_status(compute_status(corpus, words(language))).splitlines()
        assert max(map(cell_width, lines)) <= WIDTH
        assert len(lines) <= 60


def test_colour_only_where_it_is_asked_for() -> None:
    status = compute_status(small_register(), words())
    assert "\x1b" not in format_status(status)
    assert "\x1b[1m" in format_status(status, colour=True)
