"""The names of States in letters: official ones after "of", and words that need no case where none is on record."""

from pathlib import Path

import pytest

from cica_docs.cli.register import open_register
from cica_docs.i18n.labels import read_labels
from cica_docs.register.naming.formal_names import ministry_as_addressee, ministry_as_recipient, name_after_of
from cica_docs.register.open import packaged_templates
from cica_docs.values.language import Language

CORPUS = open_register(Path(__file__).parents[2] / "registry", None, "2026-12-01").corpus()
LABELS = {language: read_labels(packaged_templates(), language) for language in Language}
UNRECORDED = "AF"
GENITIVE = ("ның", "нің", "дың", "дің", "тың", "тің")
"""Of Kazakh; in Russian too many endings are genitives for a test of them to say anything."""


@pytest.mark.parametrize(
    ("language", "state", "expected"),
    [
        ("ru", "RU", "Министерству иностранных дел Российской Федерации"),
        ("kk", "RU", "Ресей Федерациясының Сыртқы істер министрлігіне"),
        ("en", "KG", "the Ministry of Foreign Affairs of the Kyrgyz Republic"),
        ("ru", "KW", "Министерству иностранных дел Государства Кувейт"),
        ("kk", "MN", "Моңғолияның Сыртқы істер министрлігіне"),
        ("en", "US", "the Ministry of Foreign Affairs of the United States of America"),
        ("ru", "JP", "Министерству иностранных дел Японии"),
        ("ru", UNRECORDED, "Министерству иностранных дел государства Афганистан"),
        ("kk", UNRECORDED, "Ауғанстан мемлекетінің Сыртқы істер министрлігіне"),
        ("en", UNRECORDED, "the Ministry of Foreign Affairs of Afghanistan"),
    ],
)
def test_a_letter_is_written_to_the_ministry_of_a_state(language: str, state: str, expected: str) -> None:
    assert ministry_as_recipient(CORPUS, state, LABELS[Language(language)], CORPUS.as_of) == expected


@pytest.mark.parametrize("language", Language)
def test_every_state_has_an_official_name_in_the_case_that_letters_need(language: Language) -> None:
    for state in CORPUS.reference.all("state"):
        name = name_after_of(CORPUS, state, LABELS[language], CORPUS.as_of)
        official = CORPUS.reference.entry("state", state).get("formal", {}).get(language.value)
        assert (official is None) == (state == UNRECORDED)
        if official and language != "en":
            assert name != official
            assert language != "kk" or name.endswith(GENITIVE)
        elif official:
            assert name.removeprefix("the ") == official


def test_the_addressee_is_named_below_the_letter() -> None:
    lines = ministry_as_addressee(CORPUS, "CN", LABELS[Language("ru")], CORPUS.as_of)
    assert lines == ("Министерство иностранных дел", "Китайской Народной Республики")
