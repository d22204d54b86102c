"""The words of a report in the three languages."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from string import Formatter

import pytest
from ruamel.yaml import YAML

from cica_docs.report.words import ReportWords
from cica_docs.text.profile import profile_of
from cica_docs.values.language import Language

from .sample import LOCALES, PLACEHOLDER, TENURE, report, words

_FORMS = {Language("en"): {"one", "other"}, Language("ru"): {"one", "few", "many"}, Language("kk"): {"other"}}


def _leaves(data: object, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(data, Mapping):
        for key, value in data.items():
            yield from _leaves(value, f"{path}.{key}" if path else str(key))
    else:
        assert isinstance(data, str), path
        yield path, data


def _read(language: Language) -> dict[str, object]:
    found: dict[str, object] = YAML(typ="safe").load(LOCALES / language / "messages.yaml")["report"]
    return found


def _fields(pattern: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(pattern) if name}


@pytest.mark.parametrize("language", [Language("ru"), Language("kk")])
def test_every_language_has_the_same_words_with_the_same_fields(language: Language) -> None:
    english, other = (
        dict(_leaves({**_read(one), "count": {}, "cases": {}, "dates": {}})) for one in (Language("en"), language)
    )
    assert english.keys() == other.keys()
    for key, pattern in english.items():
        assert _fields(other[key]) == _fields(pattern), key


@pytest.mark.parametrize("language", Language)
def test_dates_have_a_form_and_twelve_months_in_a_case(language: Language) -> None:
    report = _read(language)
    assert isinstance(report["cases"], Mapping)
    assert isinstance(report["dates"], Mapping)
    (case,), (months,) = zip(*report["cases"].items(), strict=True)
    assert len(set(months)) == 12
    assert _fields(report["dates"]["plain"]["day"]) == {"day", case, "year"}


@pytest.mark.parametrize("language", Language)
def test_every_counted_thing_has_the_forms_that_its_language_needs(language: Language) -> None:
    counted = _read(language)["count"]
    assert isinstance(counted, Mapping)
    assert set(counted) == {"error", "warning", "notice", "waived", "known", "document", "work"}
    for forms in counted.values():
        assert set(forms) == _FORMS[language]
        assert all(_fields(form) == {"number"} for form in forms.values())


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [
        (Language("en"), 0, "0 errors"),
        (Language("en"), 1, "1 error"),
        (Language("en"), 21, "21 errors"),
        (Language("ru"), 1, "1 ошибка"),
        (Language("ru"), 2, "2 ошибки"),
        (Language("ru"), 5, "5 ошибок"),
        (Language("ru"), 11, "11 ошибок"),
        (Language("ru"), 12, "12 ошибок"),
        (Language("ru"), 21, "21 ошибка"),
        (Language("ru"), 22, "22 ошибки"),
        (Language("ru"), 111, "111 ошибок"),
        (Language("ru"), 121, "121 ошибка"),
        (Language("kk"), 1, "1 қате"),
        (Language("kk"), 5, "5 қате"),
    ],
)
def test_numbers_take_the_right_form(language: Language, number: int, said: str) -> None:
    assert words(language).count("error", number) == said


def test_kazakh_has_one_form() -> None:
    assert {profile_of(Language("kk")).plural_category(number) for number in range(200)} == {"other"}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language("en"), "as of 1 March 2026"),
        (Language("ru"), "по состоянию на 1 марта 2026 г."),
        (Language("kk"), "2026 жылғы 1 наурыздағы жағдай бойынша"),
    ],
)
def test_days_are_written_as_the_language_writes_them(language: Language, said: str) -> None:
    assert words(language).day(date(2026, 3, 1)) == said


@pytest.mark.parametrize(
    ("language", "clause", "house", "preamble"),
    [
        (Language("en"), "clause 1.10, should", "house rule", "preamble, states"),
        (Language("ru"), "пункт 1.10, следует", "внутреннее правило", "преамбула, констатируется"),
        (Language("kk"), "1.10-тармақ, жөн", "ішкі қағида", "преамбула, атап өтіледі"),
    ],
)
def test_citations(language: Language, clause: str, house: str, preamble: str) -> None:
    said = words(language).citation
    assert said(TENURE) == clause
    assert said(PLACEHOLDER) == house
    assert said(replace(PLACEHOLDER, clause="house")) == house
    assert said(replace(TENURE, provision="preamble/voluntary", clause="preamble", force="states")) == preamble
    assert said(replace(TENURE, force="")) == clause.split(",", maxsplit=1)[0]


def test_the_statement_says_on_what_the_verdicts_rest_and_whether_they_gate() -> None:
    said = words().decision
    assert said(report()) == "judged by the draft decision cbm-modalities; errors under it fail the check"
    assert said(report(gate=False)).endswith("; errors under it are advice")
    assert said(report(status="superseded")).startswith("the decision has been superseded")
    assert said(report(status="adopted")) == ""


def test_a_missing_word_is_not_passed_over() -> None:
    for key in ("nothing", "severity", "severity.error.more"):
        with pytest.raises(KeyError):
            ReportWords(Language("en"), {"severity": {"error": "error"}}).word(key)
