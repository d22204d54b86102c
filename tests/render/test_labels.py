"""The words of the printer: the same keys in three languages, and the dates of the source note."""

from collections.abc import Iterator, Mapping
from datetime import date

import pytest
from ruamel.yaml import YAML

from cica_docs.i18n.labels import Labels
from cica_docs.values.language import Language
from cica_docs.values.period import Period

from .sample_edition import EN, KK, RU, templates

DAY = date(2023, 5, 13)
DATA = {language: YAML(typ="safe").load(templates(f"locales/{language}/labels.yaml").decode()) for language in Language}
LABELS = {language: Labels(language, DATA[language]) for language in Language}
OF_THE_LANGUAGE = ("cases", "dates", "agreeing", "enclosed", "pages")


def keys(data: Mapping[str, object], at: str = "") -> Iterator[str]:
    """Every key of a mapping with the way to it; forms of dates, genders and plurals differ by language."""
    for key, value in data.items():
        yield f"{at}/{key}"
        if isinstance(value, Mapping) and key not in OF_THE_LANGUAGE:
            yield from keys(value, f"{at}/{key}")


@pytest.mark.parametrize("language", [RU, KK])
def test_every_language_has_the_same_keys(language: Language) -> None:
    assert sorted(keys(DATA[EN])) == sorted(keys(DATA[language]))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (EN, "Astana, 13 May 2023"),
        (RU, "город Астана, 13\u00a0мая 2023\u00a0г."),
        (KK, "Астана қаласы, 2023\u00a0жылғы 13\u00a0мамыр"),
    ],
)
def test_the_letter_is_dated_as_in_the_source(language: Language, expected: str) -> None:
    place, _, day = expected.partition(", ")
    assert LABELS[language].letter_date(place, DAY) == expected
    assert LABELS[language].letter_date(place, "2023-05-13") == expected
    assert LABELS[language].letter_date("", DAY) == day


@pytest.mark.parametrize(
    ("language", "written", "expected"),
    [
        (EN, "2022", "2022"),
        (EN, "2022-07", "July 2022"),
        (RU, "2022", "2022\u00a0г."),
        (RU, "2022-07", "июль 2022\u00a0г."),
        (KK, "2022", "2022\u00a0жыл"),
        (KK, "2022-07", "2022\u00a0жылғы шілде"),
        (EN, "soon", "soon"),
    ],
)
def test_a_date_is_told_as_far_as_it_is_known(language: Language, written: str, expected: str) -> None:
    assert LABELS[language].date(written) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (EN, "1 March 2024 to 28 February 2026"),
        (RU, "с 1\u00a0марта 2024\u00a0г. по 28\u00a0февраля 2026\u00a0г."),
        (KK, "2024\u00a0жылғы 1\u00a0наурыздан 2026\u00a0жылғы 28\u00a0ақпанға дейін"),
    ],
)
def test_a_period(language: Language, expected: str) -> None:
    assert LABELS[language].period(Period(date(2024, 3, 1), date(2026, 2, 28))) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [(EN, "1–3 March 2024"), (RU, "1–3\u00a0марта 2024\u00a0г."), (KK, "2024\u00a0жылғы 1–3\u00a0наурыз")],
)
def test_a_period_within_a_month(language: Language, expected: str) -> None:
    assert LABELS[language].period("2024-03-01", "2024-03-03") == expected


def test_a_period_with_one_end_or_none() -> None:
    assert LABELS[RU].period("2024-07") == "с июля 2024\u00a0г."
    assert LABELS[KK].period("", "2024") == "2024\u00a0жылға дейін"
    assert LABELS[EN].period("", "") == ""


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (EN, "in force until 28 February 2026"),
        (RU, "действует по 28\u00a0февраля 2026\u00a0г."),
        (KK, "2026\u00a0жылғы 28\u00a0ақпанға дейін қолданыста"),
    ],
)
def test_a_stage_with_its_days(language: Language, expected: str) -> None:
    assert LABELS[language].stage("in-force", until="2026-02-28") == expected


def test_a_stage_says_what_is_known_of_it() -> None:
    assert LABELS[EN].stage("circulated", "2024-03-01", "2026-02-28").endswith("on 1 March 2024")
    assert LABELS[EN].stage("draft") == "draft"
    assert LABELS[EN].stage("unheard-of") == "unheard-of"


def test_every_stage_can_be_filled_in_every_language() -> None:
    for labels in LABELS.values():
        for stage in DATA[labels.language]["stages"]:
            for since, until in (("", ""), ("2024", ""), ("", "2024-03"), ("2024-03-01", "2026-02-28")):
                assert "{" not in labels.stage(stage, since, until)


@pytest.mark.parametrize(
    ("gender", "expected"),
    [("masculine", "действовал с"), ("feminine", "действовала с"), ("neuter", "действовало с"), ("", "действовало с")],
)
def test_a_stage_agrees_in_gender_with_the_name_of_the_kind(gender: str, expected: str) -> None:
    assert LABELS[RU].stage("expired", "2024-03-01", "2026-02-28", gender=gender).startswith(expected)


def test_a_key_without_a_word_is_our_fault_and_a_value_is_not() -> None:
    with pytest.raises(KeyError):
        LABELS[EN].word("roles", "emperor")
    assert LABELS[EN].word("roles", "emperor", otherwise="emperor") == "emperor"


def test_values_are_not_read_as_patterns() -> None:
    assert LABELS[EN].sentence("letter", "number", number="{page.__class__}") == "№\u00a0{page.__class__}"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (EN, "approved in October 2022"),
        (RU, "утверждено в октябре 2022\u00a0г."),
        (KK, "2022\u00a0жылғы қазанда бекітілді"),
    ],
)
def test_an_act_whose_day_is_not_known(language: Language, expected: str) -> None:
    assert LABELS[language].stage("approved", "2022-10") == expected


@pytest.mark.parametrize(
    ("language", "number", "expected"),
    [(EN, 1, "1 p."), (EN, 8, "8 pp."), (RU, 1, "1 л."), (RU, 8, "8 л."), (KK, 8, "8 парақ")],
)
def test_enclosed_pages_are_counted_as_their_language_counts(language: Language, number: int, expected: str) -> None:
    assert LABELS[language].count("enclosed", number) == expected


@pytest.mark.parametrize(("gender", "expected"), [("masculine", "Кем разработан"), ("feminine", "Кем разработана")])
def test_a_particular_agrees_in_gender_with_the_name_of_the_kind(gender: str, expected: str) -> None:
    assert LABELS[RU].fact("elaborated-by", gender=gender) == expected
    assert LABELS[EN].fact("elaborated-by", gender=gender) == "Elaborated by"
