"""Suggestions from the register: the same text, or one with other numbers; never taken for a translation."""

import pytest

from bilingual_sample import file
from cica_docs.i18n.messages import read_catalogue
from cica_docs.register.open import packaged_templates
from cica_docs.translations.formats import Format
from cica_docs.translations.parse import parse_exchange
from cica_docs.translations.pretranslation import pretranslate
from cica_docs.translations.units import Entry, Exchange, Unit
from cica_docs.translations.word_table import write_word_table
from cica_docs.values.language import Language

EN, RU = Language("en"), Language("ru")
MEMORY: tuple[Entry, ...] = tuple(
    ("paper/x p1", {EN: source, RU: target})
    for source, target in (
        ("It applies from 2024 to 2026.", "Она действует с 2024 по 2026 год."),
        ("Each has 5 days, at least 5.", "У каждого не менее 5 дней, 5 дней."),
        ("Step 1 of 2.", "Второй шаг из 2."),
        ("Work goes on.", "Работа продолжается."),
        ("Reports are sent.", "Доклады направляются."),
        ("Reports are sent.", "Отчеты отправляются."),
    )
)


def unit(source: str, target: str = "", was: str = "", draft: str = "", *, is_stale: bool = True) -> Unit:
    return Unit("p1", source, target, "paper/x/en.md:7", "", was, is_stale=is_stale, draft=draft)


def exchange(one: Unit) -> Exchange:
    return Exchange("paper/x", RU, EN, "a" * 40, "b" * 40, (one,))


@pytest.mark.parametrize(
    ("given", "suggested"),
    [
        (unit("Work goes on."), "Работа продолжается."),
        (unit("It applies from 2027 to 2029."), "Она действует с 2027 по 2029 год."),
        (unit("It applies from 2026 to 2024."), "Она действует с 2026 по 2024 год."),
        (unit("Each has 7 days, at least 7."), "У каждого не менее 7 дней, 7 дней."),
        (unit("It lasts 4 years.", "Срок — 3 года.", "It lasts 3 years."), "Срок — 4 года."),
        # Not sure which number is which, or which rendering is meant.
        (unit("Each has 7 days, at least 8."), ""),
        (unit("Step 2 of 3."), ""),
        (unit("Reports are sent."), ""),
        (unit("Work went on."), ""),
        # A draft is somebody's work, and what is current needs nothing.
        (unit("Work goes on.", draft="[TODO: a] идет."), ""),
        (unit("Work goes on.", "Работа идет.", is_stale=False), "Работа идет."),
        (unit("It ends in 4 years.", "Срок — 3 года.", "It lasts 3 years."), "Срок — 3 года."),
    ],
)
def test_a_text_is_suggested_where_the_register_has_it(given: Unit, suggested: str) -> None:
    (found,) = pretranslate(exchange(given), MEMORY).units
    assert found.target == suggested
    assert found.is_suggested is (bool(suggested) and suggested != given.target)


@pytest.mark.parametrize("format", [*Format, None])
def test_a_suggestion_is_left_out_until_somebody_reviews_it(format: Format | None) -> None:
    suggested = pretranslate(exchange(unit("It applies from 2027 to 2029.")), MEMORY)
    words = read_catalogue(packaged_templates(), EN).commands
    content = file(format, *suggested.units).encode() if format else write_word_table(suggested, words)
    given = parse_exchange(content)
    if format is Format.TMX:
        assert "2029 год" in content.decode()
        assert given.texts["p1"][1] == ""
    else:
        assert given.texts["p1"][1] == "Она действует с 2027 по 2029 год."
        assert given.unfinished == {"p1"}
