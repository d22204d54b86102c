"""Alphabets, look-alikes, inflections."""

import pytest

from cica_docs.text.inflection import find_inflected, normalize, prefilters_of
from cica_docs.text.profile import profile_of
from cica_docs.text.scripts import (
    cyrillic_twins_of,
    latin_twin_of,
    letters_of,
    one_script_spellings_of,
    scripts_of,
    sort_key_of,
)
from cica_docs.values.language import Language


def test_the_alphabets_are_whole() -> None:
    russian, kazakh = (profile_of(Language(code)).letters for code in ("ru", "kk"))
    assert len(russian) == 33
    assert len(kazakh) == 42
    assert len(set(kazakh)) == 42


@pytest.mark.parametrize(
    ("word", "language", "meant"),
    [
        ("Сouncil", Language("en"), ("Council",)),
        ("гoсударство", Language("ru"), ("государство",)),
        ("əлем", Language("kk"), ("әлем",)),
        ("сyзу", Language("kk"), ("сузу", "сүзу")),
        ("PDFфайл", Language("ru"), ()),
        ("ϲouncil", Language("en"), ("council",)),
    ],
)
def test_a_word_of_two_scripts_is_spelt_in_one(word: str, language: Language, meant: tuple[str, ...]) -> None:
    assert one_script_spellings_of(word, language) == meant


def test_spellings_are_bounded() -> None:
    assert len(cyrillic_twins_of("y" * 60, Language("kk"))) <= 16


@pytest.mark.parametrize("letter", "аеорсухіәөАВЕКМНОРСТХІҮЅԚѕјԁ")
def test_a_twin_looks_back(letter: str) -> None:
    twin = latin_twin_of(letter) or {"ә": "ə", "ө": "ɵ"}[letter]
    assert scripts_of(twin) == {"latin"} or twin == "ɵ"
    assert letter.lower() not in letters_of("cyrillic") or letter in "".join(cyrillic_twins_of(twin, Language("kk")))


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
    assert sorted(names, key=lambda name: sort_key_of(name, Language("kk"))) == [
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
    assert sorted(names, key=lambda name: sort_key_of(name, Language("en"))) == [
        "Tajikistan",
        "Türkiye",
        "United Arab Emirates",
        "Uzbekistan",
    ]


@pytest.mark.parametrize(
    ("form", "language", "text"),
    [
        ("Комитет высших должностных лиц", Language("ru"), "о Комитете высших должностных лиц"),
        ("государства-участники", Language("ru"), "с государствами-участниками"),
        ("приоритетное направление", Language("ru"), "приоритетных\nнаправлений"),
        ("приоритетное направление", Language("ru"), "с приоритетными\u00a0направлениями"),
        ("счётная палата", Language("ru"), "счетной палатой"),
        ("счетная палата", Language("ru"), "счётной палатой"),
        ("Атқарушы директор", Language("kk"), "Атқарушы директордың"),
        ("сенім шаралары жөніндегі кеңес", Language("kk"), "сенім шаралары жөніндегі кеңестің"),
        ("үйлестіруші орган", Language("kk"), "үйлестіруші органдарымен"),
        ("мандат кітап", Language("kk"), "мандат кітабы"),
        ("Council of Foreign Ministers", Language("en"), "the Council of Foreign Ministers’s"),
        ("confidence-building measure", Language("en"), "Confidence-building measures"),
        ("Turkey", Language("en"), "Turkey’s"),
        ("lake area", Language("en"), "A lake.\n\nThe lake area.\n\n\nIts shore.\n\n"),
        ("lake area", Language("en"), "A lake.\n\nIts area.\n\nThe lake areas"),
        ("мера", Language("ru"), "Нет.\n\nМеры."),
    ],
)
def test_a_form_is_found_in_its_inflections(form: str, language: Language, text: str) -> None:
    assert len(list(find_inflected(form, language, text))) == 1
    assert all(any(map(normalize(text).__contains__, spellings)) for spellings in prefilters_of(form, language))


@pytest.mark.parametrize(
    ("form", "language", "text"),
    [
        ("Turkey", Language("en"), "Turkeyfoo pre-Turkey Turkey-based"),
        ("Council of Foreign Ministers", Language("en"), "a council of foreign ministers"),
        ("приоритетное направление", Language("ru"), "приоритетное и направление"),
        ("мера доверия", Language("ru"), "мерзкое доверие"),
        ("Комитет высших должностных лиц", Language("ru"), "подкомитет высших должностных лиц"),
    ],
)
def test_what_comes_close_is_not_found(form: str, language: Language, text: str) -> None:
    assert list(find_inflected(form, language, text)) == []
