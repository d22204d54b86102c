"""Alphabets, look-alikes, inflections."""

import pytest

from cica_docs.text.inflection import find_inflected, normalize, prefilters_of
from cica_docs.text.scripts import (
    KAZAKH,
    RUSSIAN,
    cyrillic_twins_of,
    latin_twin_of,
    one_script_spellings_of,
    scripts_of,
    sort_key_of,
)
from cica_docs.values.language import Language


def test_the_alphabets_are_whole() -> None:
    assert len(RUSSIAN) == 33
    assert len(KAZAKH) == 42
    assert len(set(KAZAKH)) == 42


@pytest.mark.parametrize(
    ("word", "language", "meant"),
    [
        ("Сouncil", Language.EN, ("Council",)),
        ("гoсударство", Language.RU, ("государство",)),
        ("əлем", Language.KK, ("әлем",)),
        ("сyзу", Language.KK, ("сузу", "сүзу")),
        ("PDFфайл", Language.RU, ()),
        ("ϲouncil", Language.EN, ("council",)),
    ],
)
def test_a_word_of_two_scripts_is_spelt_in_one(word: str, language: Language, meant: tuple[str, ...]) -> None:
    assert one_script_spellings_of(word, language) == meant


def test_spellings_are_bounded() -> None:
    assert len(cyrillic_twins_of("y" * 60, Language.KK)) <= 16


@pytest.mark.parametrize("letter", "аеорсухіәөАВЕКМНОРСТХІҮЅԚѕјԁ")
def test_a_twin_looks_back(letter: str) -> None:
    twin = latin_twin_of(letter) or {"ә": "ə", "ө": "ɵ"}[letter]
    assert scripts_of(twin) == {"latin"} or twin == "ɵ"
    assert letter.lower() not in KAZAKH or letter in "".join(cyrillic_twins_of(twin, Language.KK))


def test_kazakh_states_stand_in_the_order_of_the_kazakh_alphabet() -> None:
    names = [
        "Қытай",
        "Әзербайжан",
        "Ауғанстан",
        "Қазақстан",
        "Өзбекстан",
        "Пәкістан",
        "Үндістан",
        "Ирак",
        "Иран",
        "Йемен",
    ]
    assert sorted(names, key=lambda name: sort_key_of(name, Language.KK)) == [
        "Ауғанстан",
        "Әзербайжан",
        "Ирак",
        "Иран",
        "Йемен",
        "Қазақстан",
        "Қытай",
        "Өзбекстан",
        "Пәкістан",
        "Үндістан",
    ]


def test_english_accents_count_for_nothing() -> None:
    names = ["Uzbekistan", "Türkiye", "Tajikistan", "United Arab Emirates"]
    assert sorted(names, key=lambda name: sort_key_of(name, Language.EN)) == [
        "Tajikistan",
        "Türkiye",
        "United Arab Emirates",
        "Uzbekistan",
    ]


@pytest.mark.parametrize(
    ("form", "language", "text"),
    [
        ("Комитет высших должностных лиц", Language.RU, "о Комитете высших должностных лиц"),
        ("государства-участники", Language.RU, "с государствами-участниками"),
        ("приоритетное направление", Language.RU, "приоритетных\nнаправлений"),
        ("приоритетное направление", Language.RU, "с приоритетными\u00a0направлениями"),
        ("счётная палата", Language.RU, "счетной палатой"),
        ("счетная палата", Language.RU, "счётной палатой"),
        ("Атқарушы директор", Language.KK, "Атқарушы директордың"),
        ("сенім шаралары жөніндегі кеңес", Language.KK, "сенім шаралары жөніндегі кеңестің"),
        ("үйлестіруші орган", Language.KK, "үйлестіруші органдарымен"),
        ("мандат кітап", Language.KK, "мандат кітабы"),
        ("Council of Foreign Ministers", Language.EN, "the Council of Foreign Ministers’s"),
        ("confidence-building measure", Language.EN, "Confidence-building measures"),
        ("Turkey", Language.EN, "Turkey’s"),
    ],
)
def test_a_form_is_found_in_its_inflections(form: str, language: Language, text: str) -> None:
    assert len(list(find_inflected(form, language, text))) == 1
    assert all(any(map(normalize(text).__contains__, spellings)) for spellings in prefilters_of(form, language))


@pytest.mark.parametrize(
    ("form", "language", "text"),
    [
        ("Turkey", Language.EN, "Turkeyfoo pre-Turkey Turkey-based"),
        ("Council of Foreign Ministers", Language.EN, "a council of foreign ministers"),
        ("приоритетное направление", Language.RU, "приоритетное и направление"),
        ("мера доверия", Language.RU, "мерзкое доверие"),
        ("Комитет высших должностных лиц", Language.RU, "подкомитет высших должностных лиц"),
    ],
)
def test_what_comes_close_is_not_found(form: str, language: Language, text: str) -> None:
    assert list(find_inflected(form, language, text)) == []
