"""The Secretariat's questions: who, areas, in-force."""

import json
from collections.abc import Callable
from datetime import date

import pytest

from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.words import Words
from cica_docs.text.terminal import WIDTH, cell_width
from cica_docs.values.failure import Failure
from cica_docs.views.areas import format_areas, list_areas
from cica_docs.views.in_force import format_in_force, list_in_force
from cica_docs.views.listing_formats import format_list_csv, format_list_json
from cica_docs.views.who import format_offices, list_offices
from small_register import small_register, words

Page = Callable[[Corpus, Words], str]
_PAGES: list[Page] = [
    lambda corpus, said: format_offices(corpus, said, "environment-protection"),
    lambda corpus, said: format_offices(corpus, said, "environmental"),
    lambda corpus, said: format_areas(corpus, said, vacant=True),
    lambda corpus, said: format_areas(corpus, said, vacant=False),
    format_in_force,
]


def said(language: str = "en") -> Words:
    catalogue = words(language)
    return catalogue.commands


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize("page", _PAGES)
def test_every_page_fits_the_screen_in_every_language(page: Page, language: str, example: Corpus) -> None:
    lines = page(example, said(language)).splitlines()
    assert max(map(cell_width, lines)) <= WIDTH
    assert not any("{" in line for line in lines)


def test_who_gives_tenure_basis_and_mandate(example: Corpus) -> None:
    coordinator, co_coordinator = list_offices(example, said(), "environment-protection").rows
    assert coordinator["state"] == "XA"
    assert (coordinator["from"], coordinator["to"], coordinator["basis"]) == (
        "2026-03-01",
        "2029-06-30",
        "SOC/2026-III/INF/1",
    )
    assert (co_coordinator["role"], co_coordinator["mandate"]) == ("co-coordinator", "mandate/environment-xb")


def test_what_is_only_known_is_said_with_its_date() -> None:
    text = format_offices(small_register(as_of=date(2027, 1, 1)), said(), "tourism")
    assert "no appointed Coordinator" in text
    assert "known as of 2023" in text


def test_an_unknown_area_is_a_failure_with_a_suggestion() -> None:
    with pytest.raises(Failure) as caught:
        list_offices(small_register(), said(), "turism")
    assert caught.value.details["suggestion"] == ("tourism",)


def test_vacant_areas_say_what_they_lack_and_since_when() -> None:
    rows = list_areas(small_register(as_of=date(2027, 1, 1)), said(), vacant=True).rows
    assert [(row["id"], row["vacant"], row["since"]) for row in rows] == [
        ("tourism", "coordinator", "2027-01-01"),
        ("finance", "all", ""),
    ]
    assert [row["id"] for row in list_areas(small_register(), said(), vacant=True).rows] == ["finance"]
    assert [row["id"] for row in list_areas(small_register(), said(), vacant=False).rows] == ["tourism", "finance"]


def test_works_in_force_are_listed_with_the_days_left() -> None:
    listing = list_in_force(small_register(), said())
    assert [(row["id"], row["to"], row["days_left"]) for row in listing.rows] == [("tourism-kz", "2026-12-31", "30")]
    assert list_in_force(small_register(), said(), "concept-paper").rows == ()
    assert list_in_force(small_register(as_of=date(2027, 1, 1)), said()).rows == ()


def test_areas_without_a_concept_paper_in_force_are_named(example: Corpus) -> None:
    everything, papers, mandates = (format_in_force(example, said(), kind) for kind in ("", "concept-paper", "mandate"))
    assert "Areas without a concept paper in force: 17\n  Military-Political Dimension; " in everything
    assert "Environment Protection" not in everything
    assert "Areas without a concept paper" in papers
    assert "Areas without a concept paper" not in mandates


def test_an_unknown_kind_is_a_failure_with_a_suggestion() -> None:
    with pytest.raises(Failure) as caught:
        list_in_force(small_register(), said(), "mandat")
    assert caught.value.details["suggestion"] == ("mandate",)


def test_json_and_csv_have_the_same_keys() -> None:
    listing = list_in_force(small_register(), said())
    entry = json.loads(format_list_json(listing))["entries"][0]
    assert sorted(entry) == sorted(format_list_csv(listing).splitlines()[0].split(","))
