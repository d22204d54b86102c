import csv
import io
import json
from datetime import date

import pytest

from cica_docs.i18n.labels import read_labels
from cica_docs.register.open import packaged_templates
from cica_docs.text.terminal import cell_width, format_columns, truncate
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language
from cica_docs.views.listing import ListFilters, build_listing, list_names
from cica_docs.views.listing_formats import format_list_csv, format_list_json, format_list_table
from small_register import small_register, words


def table(name: str, language: str = "en", most: int | None = None) -> str:
    catalogue = words(language)
    listing = build_listing(small_register(), catalogue, name)
    labels = read_labels(packaged_templates(), Language(language))
    return format_list_table(listing, catalogue.commands, labels, most=most)


def ids(name: str, area: str = "", state: str = "") -> list[str]:
    return [row["id"] for row in build_listing(small_register(), words(), name, ListFilters(area, state)).rows]


def test_works_are_listed_with_what_follows_from_their_events_and_the_day() -> None:
    row = build_listing(small_register(), words(), "mandate").rows[0]
    assert row == {
        "id": "tourism-kz",
        "symbol": "",
        "title": "Coordinator for Tourism: Kazakhstan",
        "area": "tourism",
        "state": "KZ",
        "stage": "in-force",
        "standing": row["standing"],
        "since": "2024-12-01",
        "from": "2025-01-01",
        "to": "2026-12-31",
        "known": "",
        "example": "",
    }
    later = build_listing(small_register(as_of=date(2027, 1, 1)), words(), "mandate").rows[0]
    assert later["stage"] == "expired"


def test_what_is_only_known_says_of_when() -> None:
    row = build_listing(small_register(), words(), "mandate").rows[1]
    assert (row["stage"], row["known"]) == ("on-record", "2023")


@pytest.mark.parametrize(
    ("name", "area", "state", "expected"),
    [
        ("mandate", "tourism", "", ["tourism-kz", "tourism-xa"]),
        ("mandate", "economic", "", ["tourism-kz", "tourism-xa"]),
        ("mandates", "finance", "", []),
        ("mandate", "", "xa", ["tourism-xa"]),
        ("concept-paper", "", "KZ", ["tourism-2026"]),
        ("areas", "", "KZ", ["tourism"]),
        ("area", "economic", "", ["tourism", "finance"]),
        ("states", "tourism", "", ["KZ", "XA"]),
        ("measures", "finance", "", []),
        ("bodies", "", "", ["soc"]),
    ],
)
def test_a_list_is_narrowed_to_an_area_and_a_state(name: str, area: str, state: str, expected: list[str]) -> None:
    assert ids(name, area, state) == expected


def test_areas_name_who_coordinates_them_on_the_day() -> None:
    tourism, finance = build_listing(small_register(), words(), "areas").rows
    assert (tourism["coordinator"], tourism["co_coordinators"]) == ("KZ", "XA")
    assert (finance["coordinator"], finance["co_coordinators"]) == ("", "")


def test_states_are_members_or_observers_of_the_day() -> None:
    rows = build_listing(small_register(as_of=date(2010, 1, 1)), words("ru"), "states").rows
    assert [(row["title"], row["membership"]) for row in rows] == [
        ("Казахстан", "member"),
        ("=Exampleland", "outside"),
        ("Япония", "observer"),
    ]


@pytest.mark.parametrize(
    ("name", "filters", "key"),
    [
        ("mandat", ListFilters(), "list-unknown"),
        ("mandate", ListFilters(area="turism"), "area-unknown"),
        ("mandate", ListFilters(state="ZZ"), "state-unknown"),
        ("bodies", ListFilters(state="KZ"), "list-filter-unfit"),
    ],
)
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_what_cannot_be_listed_is_a_failure_with_words(
    name: str, filters: ListFilters, key: str, language: str
) -> None:
    with pytest.raises(Failure) as caught:
        build_listing(small_register(), words(language), name, filters)
    assert caught.value.key == key
    assert words(language).failure(caught.value) != key


def test_no_cell_of_csv_is_a_formula() -> None:
    text = format_list_csv(build_listing(small_register(), words(), "mandate"))
    rows = list(csv.DictReader(io.StringIO(text)))
    assert rows[1]["title"] == "'=HYPERLINK(1)"
    assert (
        format_list_csv(build_listing(small_register(), words(), "states"))
        .splitlines()[2]
        .startswith("XA,'=Exampleland,")
    )


def test_json_has_the_same_keys_in_every_language() -> None:
    made = [
        json.loads(format_list_json(build_listing(small_register(), words(language), "mandate")))
        for language in ("en", "ru", "kk")
    ]
    assert {tuple(entry) for language in made for entry in language["entries"]} == {
        tuple(sorted(made[0]["entries"][0]))
    }
    assert made[0]["list"] == "mandate"


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_list_has_a_table_in_every_language(language: str) -> None:
    for name in list_names(small_register().kinds):
        assert table(name, language)


def test_the_table_leaves_out_empty_columns_and_keeps_within_the_width() -> None:
    lines = table("mandate", most=90).splitlines()
    assert "Symbol" not in lines[0]
    assert max(map(cell_width, lines)) <= 90


def test_columns_line_up_whatever_the_script() -> None:
    lines = list(format_columns([("日本", "x"), ("Қазақстан", "y"), ("e\u0301", "z")]))
    assert [cell_width(line[:-1]) for line in lines] == [11, 11, 11]
    assert truncate("日本語", 5) == "日本…"


def test_measures_show_by_which_acts_the_catalogue_was_changed() -> None:
    measures = """\
measures:
  - id: tourism-1
    area: tourism
    introduced: {on: 2026-06-24, by: soc, decided: consensus}
    modified: [{on: 2026-09-02, by: soc, decided: silence}, {on: "2026-11", by: soc}, {on: 2027-02-01, by: soc}]
    names: {en: Exchange of statistics}
"""
    listing = build_listing(small_register({"reference/measures.yaml": measures}), words("ru"), "measures")
    assert listing.rows[0]["introduced"] == "2026-06-24 soc consensus"
    assert listing.rows[0]["modified"] == "2026-09-02 soc silence; 2026-11 soc"
    assert listing.rows[0]["withdrawn"] == ""
    labels = read_labels(packaged_templates(), Language("ru"))
    shown = format_list_table(listing, words("ru").commands, labels)
    assert "2026-06-24 soc консенсусом" in shown
    assert "2026-09-02 soc по процедуре умолчания; 2026-11 soc" in shown
