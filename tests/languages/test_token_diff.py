"""Texts that say the same have no differing tokens, in the words and cases of each language; others have."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from cica_docs.documents.corpus import Corpus
from cica_docs.languages.lexicon.phrases import names_by_id
from cica_docs.languages.lexicon.token_diff import diff_tokens
from cica_docs.languages.lexicon.tokenizer import Tokenizer, tokenizers
from cica_docs.register.open import open_corpus
from cica_docs.snapshot.worktree import WorktreeSnapshot
from cica_docs.text.inflection import find_inflected
from cica_docs.values.language import Language

HERE = Path(__file__).parent
EQUIVALENTS = YAML(typ="safe").load(HERE / "equivalents.yaml")
TRANSLATIONS = (Language("ru"), Language("kk"))
STATES = {
    "AF": ("Afghanistan", "Афганистана", "Ауғанстанның"),
    "EG": ("Egypt", "Египта", "Мысырдың"),
    "IL": ("Israel", "Израилю", "Израильге"),
    "IN": ("India", "Индией", "Үндістанмен"),
    "CN": ("China", "Китаем", "Қытаймен"),
    "KG": ("Kyrgyzstan", "Кыргызстане", "Қырғызстанда"),
    "LK": ("Sri Lanka", "Шри-Ланкой", "Шри-Ланкамен"),
    "KR": ("Republic of Korea", "Республикой Корея", "Корея Республикасымен"),
    "AE": ("United Arab Emirates", "Объединенными Арабскими Эмиратами", "Біріккен Араб Әмірліктерімен"),
    "VN": ("Vietnam", "Вьетнаме", "Вьетнамда"),
    "PS": ("Palestine", "Палестине", "Палестинада"),
    "TR": ("Türkiye", "Турцией", "Түркиямен"),
    "JO": ("Jordan", "Иорданией", "Иорданиямен"),
    "KW": ("Kuwait", "Кувейтом", "Кувейтпен"),
    "MN": ("Mongolia", "Монголией", "Моңғолиямен"),
    "IQ": ("Iraq", "Ираке", "Иракта"),
    "IR": ("Iran", "Ираном", "Иранмен"),
    "QA": ("Qatar", "Катаре", "Катарда"),
    "TH": ("Thailand", "Таиландом", "Таиландпен"),
    "BH": ("Bahrain", "Бахрейном", "Бахрейнмен"),
    "BD": ("Bangladesh", "Бангладеш", "Бангладешпен"),
    "KH": ("Cambodia", "Камбоджей", "Камбоджамен"),
    "PK": ("Pakistan", "Пакистаном", "Пәкістанмен"),
    "RU": ("Russia", "Россией", "Ресеймен"),
    "TJ": ("Tajikistan", "Таджикистаном", "Тәжікстанмен"),
    "UZ": ("Uzbekistan", "Узбекистаном", "Өзбекстанмен"),
    "AZ": ("Azerbaijan", "Азербайджаном", "Әзербайжанмен"),
    "KZ": ("Kazakhstan", "Казахстаном", "Қазақстанмен"),
}
"""Each Member State, in English and in a case of Russian and of Kazakh."""


@cache
def _register() -> Corpus:
    return open_corpus(WorktreeSnapshot(HERE.parent.parent / "registry"), date(2026, 12, 1))


def _tokenizer_of(language: Language) -> Tokenizer:
    return tokenizers(_register())[language]


def _differences(original: str, translation: str, language: Language) -> list[tuple[str, list[str], list[str]]]:
    both = _tokenizer_of(Language("en")), _tokenizer_of(language)
    tokens = both[0].tokens(original), both[1].tokens(translation)
    found = diff_tokens((original, translation), tokens, both)
    return [
        (kind, [token.value for token in missing], [token.value for token in extra]) for kind, missing, extra in found
    ]


@pytest.mark.parametrize("language", TRANSLATIONS)
@pytest.mark.parametrize("wording", EQUIVALENTS, ids=lambda wording: wording["en"][:40])
def test_what_says_the_same_raises_nothing(wording: dict[str, str], language: Language) -> None:
    assert _differences(wording["en"], wording[language.value], language) == []


@pytest.mark.parametrize("code", STATES)
def test_states_are_found_in_their_cases(code: str) -> None:
    for language, name in zip((Language("en"), *TRANSLATIONS), STATES[code], strict=True):
        assert [(token.kind, token.value) for token in _tokenizer_of(language).tokens(name)] == [("state", code)]


@pytest.mark.parametrize("code", STATES)
def test_every_rule_finds_a_state_in_the_same_cases(code: str) -> None:
    for language, inflected in zip((Language("en"), *TRANSLATIONS), STATES[code], strict=True):
        names = [name for id, name in names_by_id(_register().reference, "state", language) if id == code]
        assert any(list(find_inflected(name, language, inflected, is_name=True)) for name in names), inflected


@pytest.mark.parametrize(
    ("language", "text", "body"),
    [
        (Language("kk"), "Хатшылығының", "secretariat"),
        (Language("ru"), "Секретариатом", "secretariat"),
        (Language("en"), "the Secretariat’s", "secretariat"),
    ],
)
def test_bodies_are_found_in_their_cases(language: Language, text: str, body: str) -> None:
    assert [(token.kind, token.value) for token in _tokenizer_of(language).tokens(text)] == [("body", body)]


@pytest.mark.parametrize(
    ("language", "original", "translation", "difference"),
    [
        (Language("ru"), "Twenty-eight States", "27 государств", ("number", ["28"], ["27"])),
        (Language("ru"), "the 28 States", "двадцать семь государств", ("number", ["28"], ["27"])),
        (Language("kk"), "the 28 States", "жиырма жеті мемлекет", ("number", ["28"], ["27"])),
        (Language("kk"), "It shall not be disclosed.", "Ол жария етілуге тиіс.", ("force", ["cannot"], ["shall"])),
        (Language("kk"), "It shall be disclosed.", "Ол жария етілмеуге тиіс.", ("force", ["shall"], ["cannot"])),
        (Language("ru"), "It shall not be disclosed.", "Она может раскрываться.", ("force", ["cannot"], ["may"])),
        (
            Language("ru"),
            "States shall be free to choose.",
            "Государства обязаны выбрать.",
            ("force", ["may"], ["shall"]),
        ),
        (Language("ru"), "at 10.00", "в 11:00", ("number", ["10.00"], ["11.00"])),
        (Language("ru"), "with India", "с Индианой", ("state", ["IN"], [])),
    ],
)
def test_what_differs_is_found(
    language: Language, original: str, translation: str, difference: tuple[str, list[str], list[str]]
) -> None:
    assert _differences(original, translation, language) == [difference]
