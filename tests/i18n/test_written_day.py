"""Days in the forms of each language are read; what fits no day, or more than one, is not."""

from datetime import date

import pytest

from cica_docs.i18n.labels import read_labels
from cica_docs.i18n.written_day import means_today, read_written_day
from cica_docs.register.open import packaged_templates
from cica_docs.values.language import Language


@pytest.mark.parametrize("language", Language)
def test_each_form_that_is_printed_is_read(language: Language) -> None:
    labels = read_labels(packaged_templates(), language)
    for month in range(1, 13):
        day = date(2027, month, 9)
        for form in labels.part("dates"):
            assert read_written_day(packaged_templates(), labels.date(day, form)) == day


@pytest.mark.parametrize(
    "text",
    [
        "2027-01-01",
        "1 January 2027",
        "January 1, 2027",
        "01 jan 2027",
        "1 января 2027",
        "1 января 2027 г.",
        "1 января 2027 года",
        "2027 жылғы 1 қаңтар",
        "2027 ж. 1 қаңтар",
    ],
)
def test_a_day_is_read_as_people_write_it(text: str) -> None:
    assert read_written_day(packaged_templates(), text) == date(2027, 1, 1)


@pytest.mark.parametrize("text", ["", "01/02/2027", "1 2027", "1 J 2027", "31 June 2027", "1 January", "1 January 27"])
def test_what_is_no_day_or_may_be_several_is_not_guessed(text: str) -> None:
    assert read_written_day(packaged_templates(), text) is None


@pytest.mark.parametrize("text", ["today", "Сегодня", " бүгін "])
def test_today_is_named_in_any_language(text: str) -> None:
    assert means_today(packaged_templates(), text)
    assert not means_today(packaged_templates(), f"{text}2")
