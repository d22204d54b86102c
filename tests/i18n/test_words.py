"""One lookup, one way to put in values, one plural and one way to write a date for all words that the tool adds."""

from datetime import date
from pathlib import PurePosixPath

import pytest

from cica_docs.i18n.labels import Labels, read_labels
from cica_docs.i18n.messages import Catalogue, read_catalogue
from cica_docs.i18n.words import Sentence, Words
from cica_docs.register.open import packaged_templates
from cica_docs.values.day import parse_partial_date
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language

DATA = {
    "word": "a word",
    "group": {"key": "found", "number": 0},
    "said": "it is {value}",
    "dated": "until {on:genitive}",
    "listed": ["{first}", "and {second}"],
    "count": {"thing": {"one": "{number} thing", "other": "{number} things"}},
    "phrases": {"suggestion": "did you mean {name}? "},
    "failures": {"unknown": "no {name}; {suggestion}see the list"},
}
MONTHS = [f"month-{number}" for number in range(1, 13)]
DATES = {"cases": {"nominative": MONTHS}, "dates": {"genitive": {"day": "{day} of {nominative}", "year": "of {year}"}}}
WORDS = Words(Language("en"), DATA)
CATALOGUE = Catalogue(Language("en"), DATA)
LABELS = Labels(Language("en"), DATA | DATES)


@pytest.mark.parametrize("words", [WORDS, CATALOGUE, LABELS])
def test_a_key_is_a_path_whole_or_in_pieces(words: Words) -> None:
    assert words.word("group.key") == words.word("group", "key") == "found"
    assert words.word("group", "number") == "0"
    assert words.word("group", "other", otherwise="x") == "x"
    assert words.has("group")
    assert not words.has("group.other.further")
    assert words.part("group", "key") == {}
    for key in ("", "nothing", "group", "listed", "word.more"):
        with pytest.raises(KeyError):
            words.word(key)


@pytest.mark.parametrize("words", [WORDS, CATALOGUE, LABELS])
def test_a_value_is_no_pattern_and_must_be_given(words: Words) -> None:
    assert words.sentence("said", value="{value.__class__}") == "it is {value.__class__}"
    assert words.lines("listed", first=1, second="b") == ("1", "and b")
    assert words.count("thing", 1) == "1 thing"
    assert words.count("thing", 2) == "2 things"
    with pytest.raises(KeyError):
        words.sentence("said")


def test_messages_make_values_safe_and_labels_leave_that_to_the_page() -> None:
    assert WORDS.sentence("said", value="\x1b::") == r"it is \x1b::"
    assert CATALOGUE.sentence("said", value="::error::") == r"it is \x3a:error::"
    assert LABELS.sentence("said", value="\u202e") == "it is \u202e"


def test_a_message_cuts_long_values_but_no_path_and_no_finished_sentence() -> None:
    assert len(CATALOGUE.format_value("x" * 300)) == 80
    assert len(CATALOGUE.format_value("x " * 300)) == 200
    assert len(WORDS.format_value("x" * 3_000)) == 1_000
    assert CATALOGUE.format_value(PurePosixPath("x" * 300)) == "x" * 300
    assert CATALOGUE.format_value(Sentence("x" * 300)) == "x" * 300


def test_lists_and_texts_in_several_languages_are_written_out() -> None:
    assert CATALOGUE.format_value(("a", 2)) == "a, 2"
    assert CATALOGUE.format_value(tuple(range(30))).endswith("23 …")
    assert Catalogue(Language("ru"), {}).format_value({"en": "name", "ru": "имя"}) == "имя"
    assert CATALOGUE.format_value({"ru": "имя"}) == ""


def test_a_date_takes_the_form_that_the_pattern_asks_for_and_else_that_of_iso_8601() -> None:
    day = date(2026, 3, 1)
    assert LABELS.sentence("dated", on=day) == LABELS.sentence("dated", on="2026-03-01") == "until 1 of month-3"
    assert LABELS.sentence("dated", on=parse_partial_date("2026")) == "until of 2026"
    assert LABELS.sentence("dated", on="soon") == "until soon"
    assert WORDS.sentence("said", value=day) == "it is 2026-03-01"
    with pytest.raises(KeyError):
        LABELS.date(day, "dative")


def test_a_failure_may_leave_out_values_and_suggests_a_name() -> None:
    assert CATALOGUE.failure(Failure("unknown", name="x")) == "no x; see the list"
    assert CATALOGUE.failure(Failure("unknown", name="x", suggestion=("y",))) == "no x; did you mean y? see the list"
    assert CATALOGUE.failure(Failure("unheard-of")) == "unheard-of"


@pytest.mark.parametrize("language", Language)
def test_every_language_is_read(language: Language) -> None:
    assert read_catalogue(packaged_templates(), language).commands.word("example")
    assert read_labels(packaged_templates(), language).page
