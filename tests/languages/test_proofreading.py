"""Letters and signs: the quick test of a file overlooks no error, and no name is taken for one."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cica_docs.documents.document import Document
from cica_docs.documents.source import decode
from cica_docs.documents.text_runs import text_runs_of
from cica_docs.languages.proofreading.corrections import Correction
from cica_docs.languages.proofreading.mixed_script import find_mixed_script
from cica_docs.languages.proofreading.punctuation import find_punctuation
from cica_docs.languages.proofreading.scan import find_corrections
from cica_docs.text.scripts import script_of
from cica_docs.values.language import Language

WORDS = {Language("en"): "Secretariat", Language("ru"): "государствам", Language("kk"): "мемлекеттердің"}


def _unknown(_word: str, _language: Language) -> bool:
    return False


def _document(language: Language, body: str, title: str = "Title") -> Document:
    content = f"---\ntitle: {title}\n---\n\n{body}\n".encode()
    return Document("text", "text", language, "text/text/en.md", decode(content))


def _corrections(language: Language, body: str, title: str = "Title") -> set[Correction]:
    return set(find_corrections(_document(language, body, title), _unknown, spaces=True))


def _look_alikes() -> list[str]:
    """The letters of three scripts, and those of others that stand for Latin ones."""
    ranges = [(0x370, 0x52F), (0xFF21, 0xFF5A), (0x2160, 0x217F), (0x1D400, 0x1D6A3), (0x13A0, 0x13F4)]
    letters = [chr(code) for first, last in ranges for code in range(first, last + 1)]
    return [letter for letter in letters if letter.isalpha() and unicodedata.category(letter) != "Lm"]


@pytest.mark.parametrize("letter", _look_alikes()[::7])
def test_no_letter_of_another_script_hides_in_an_english_word(letter: str) -> None:
    assert _corrections(Language("en"), f"The S{letter}cretariat assists.") or script_of(letter) == "latin"


@pytest.mark.parametrize("letter", "aceopxykiABCEHKMOPTXYI")
@pytest.mark.parametrize("language", [Language("ru"), Language("kk")])
def test_no_latin_letter_hides_in_a_cyrillic_word(letter: str, language: Language) -> None:
    word = WORDS[language]
    for at in range(len(word) + 1):
        assert _corrections(language, f"Текст {word[:at]}{letter}{word[at:]} текст."), at


@given(st.text(alphabet="абсcoіiӘəүSОO№«»“”\"' .,;:!?-–—()[]/\n0129", max_size=60), st.sampled_from(tuple(Language)))
def test_the_quick_test_overlooks_nothing_that_reading_finds(noise: str, language: Language) -> None:
    document = _document(language, f"Слово {noise} word")
    if document.problems:
        return
    read = {
        correction
        for run in text_runs_of(document)
        for correction in (*find_mixed_script(run, _unknown), *find_punctuation(run))
    }
    seen = set(find_corrections(document, _unknown, spaces=False))
    missed = {correction for correction in read - seen if correction.rule != "look-alike-word"}
    assert missed == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (Language("ru"), "с государствами-членами в Türkiye, PDF-файл, URL, 3D, XXI век, COVID-19, «Union européenne»"),
        (Language("ru"), "пункт 1.10, № 5, SOC/2023-I/CHAIR/2, №SWG/569, И. И. Иванов, и/или, т. е., 2023–2025 гг."),
        (Language("kk"), "іс-қимыл, жиһаз, Әзербайжан, ғұрып, өзара, үйлестіруші, IT-саласы, CICA-ның, 2023 ж."),
        (Language("kk"), "АЛТК-ның АӨСШК-дағы отырысы, SOC/2023-I/CHAIR/2 құжаты, 5-тармақ, Türkiye-нің өкілі"),
        (Language("en"), "Türkiye, Côte d’Ivoire, São Tomé, İzmir; СВМДА, Азия Кеңесі; 4-5; “a ‘b’ c”; № 5; x² µm"),
    ],
)
def test_what_is_written_right_is_no_error(language: Language, text: str) -> None:
    assert {correction for correction in _corrections(language, text) if correction.rule != "no-break-space"} == set()


def test_corrections_name_their_own_places() -> None:
    body = 'Слoво "другое" и гоcударство  c ними , да - нет.'
    found = sorted(_corrections(Language("ru"), body, "Мeра"), key=lambda correction: correction.start)
    text = _document(Language("ru"), body, "Мeра").source.text
    assert [text[each.start : each.end] for each in found] == [each.current for each in found]
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert len(found) == 9
