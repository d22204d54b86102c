"""Capitals are those of the language, also where Unicode pairs other letters."""

from dataclasses import replace

import pytest

from cica_docs.languages.lexicon import phrases
from cica_docs.languages.lexicon.phrases import Meaning, PhraseList
from cica_docs.text.profile import Profile, profile_of
from cica_docs.values.language import Language


@pytest.fixture
def turkish() -> Profile:
    return replace(profile_of(Language("en")), capitals={"i": "İ", "ı": "I"})


def test_a_profile_has_its_own_capitals(turkish: Profile) -> None:
    assert turkish.in_capitals("Asya’da işbirliği ve ısı") == "ASYA’DA İŞBİRLİĞİ VE ISI"
    assert turkish.in_small("İŞBİRLİĞİ VE ISI") == "işbirliği ve ısı"
    assert (turkish.with_capital("istanbul"), turkish.with_capital("ısparta")) == ("İstanbul", "Isparta")


@pytest.mark.parametrize("language", list(Language))
def test_other_languages_have_the_capitals_of_unicode(language: Language) -> None:
    profile = profile_of(language)
    assert profile.in_capitals(profile.alphabet) == profile.alphabet.upper()
    assert profile.in_small(profile.alphabet.upper()) == profile.alphabet
    assert profile.with_capital("") == ""


def test_words_are_found_by_the_capitals_of_their_language(turkish: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(phrases, "profile_of", lambda _: turkish)
    phrases.compile_whole_words.cache_clear()
    words = PhraseList([("işbirliği", Meaning("term", "cooperation"))], Language("en"))
    assert [found for found, _ in words.find("İşbirliği, işbirliği ve Işbirliği")] == ["İşbirliği", "işbirliği"]
    phrases.compile_whole_words.cache_clear()
