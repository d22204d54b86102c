"""The wordings of the lexicons, measured on sentences that were marked by hand."""

from pathlib import Path

import pytest

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.yaml.positioned import parse_yaml
from cica_docs.languages.sentences import blank_quotations, sentences_of
from cica_docs.languages.wording.lexicon import Lexicon, lexicons
from cica_docs.languages.wording.search import find_wording, fold
from cica_docs.text.inflection import normalize
from cica_docs.values.language import Language

_FOLDER = Path(__file__).parent
_LISTS = [parse_yaml((_FOLDER / name).read_text(encoding="utf-8")).value for name in ("wordings.yaml", "held_out.yaml")]


_DRAFTED = [
    parse_yaml((_FOLDER / f"drafters{name}.yaml").read_text(encoding="utf-8")).value
    for name in ("", "_again", "_once_more", "_on_silence", "_on_powers")
]


def _drafted(*, lawful: bool) -> list[tuple[Language, str]]:
    return [
        (Language(code), sentence)
        for marked_by_language in _DRAFTED
        for code, wordings in marked_by_language.items()
        for wording, sentences in wordings.items()
        if (wording == "free") is lawful
        for sentence in sentences
    ]


def _found(sentence: str, lexicon: Lexicon) -> list[str]:
    """List the wordings that a sentence has, whichever of them it is marked with."""
    return [wording for wording in lexicon.wordings if _find(sentence, wording, lexicon)]


def _sentences(mark: str) -> list[tuple[Language, str, str]]:
    return [
        (Language(code), wording, sentence)
        for marked_by_language in _LISTS
        for code, wordings in marked_by_language.items()
        for wording, marked in wordings.items()
        for sentence in marked.get(mark, ())
    ]


def _find(sentence: str, wording: str, lexicon: Lexicon) -> tuple[int, int] | None:
    text = blank_quotations(sentence)
    return find_wording(text, lexicon.wordings_in(fold(normalize(text))).get(wording, ()), lexicon)


@pytest.mark.parametrize(("language", "wording", "sentence"), _sentences("found"))
def test_a_wording_is_found(example: Corpus, language: Language, wording: str, sentence: str) -> None:
    assert _find(sentence, wording, lexicons(example)[language])


@pytest.mark.parametrize(("language", "wording", "sentence"), _sentences("free"))
def test_lawful_words_are_left_alone(example: Corpus, language: Language, wording: str, sentence: str) -> None:
    found = _find(sentence, wording, lexicons(example)[language])
    assert not found, sentence[slice(*found)]


@pytest.mark.parametrize(("language", "sentence"), _drafted(lawful=False))
def test_what_drafters_must_not_write_is_found(example: Corpus, language: Language, sentence: str) -> None:
    assert _found(sentence, lexicons(example)[language])


@pytest.mark.parametrize(("language", "sentence"), _drafted(lawful=True))
def test_what_drafters_may_write_is_left_alone(example: Corpus, language: Language, sentence: str) -> None:
    # Whether a chapter is cited as one of the past is for the rule to see.
    assert {*_found(sentence, lexicons(example)[language])} <= {"superseded-chapter"}


@pytest.mark.parametrize("name", ["example", "register"])
def test_official_text_has_no_wording_that_it_must_not_have(name: str, request: pytest.FixtureRequest) -> None:
    corpus: Corpus = request.getfixturevalue(name)
    lexicon = {language: lexicons(corpus)[language] for language in Language}
    checked = [sentence for document in corpus.documents for sentence in sentences_of(corpus, document)]
    found = [
        (wording, sentence.text)
        for sentence in checked
        for wording in lexicon[sentence.document.language].wordings
        if find_wording(
            sentence.text, lexicon[sentence.document.language].wording(wording), lexicon[sentence.document.language]
        )
    ]
    assert len(checked) > 500
    # The decision and the note that carries it say what they take the place of.
    assert [use for use in found if use[0] != "superseded-chapter"] == []


def test_a_place_is_that_of_the_words_in_the_file(example: Corpus) -> None:
    document = example.document("concept-paper/environment-2026")
    assert document is not None
    for sentence in sentences_of(example, document):
        span = sentence.place(0, len(sentence.text)).span
        line = document.line(span.line)[span.column - 1 :]
        assert line.startswith(sentence.text.split("  ")[0][:20])
