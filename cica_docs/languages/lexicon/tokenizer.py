"""Tokens: what can be compared between languages: numbers, dates, references, symbols, names and words of duty.

The words are in the lexicon of each language, under `countable`; names of states and bodies in the register.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.languages.lexicon.numbers import NumberReader, Token
from cica_docs.languages.lexicon.phrases import (
    Meaning,
    PhraseList,
    names_by_id,
    phrase_pattern_of,
)
from cica_docs.languages.sentences import SentenceSplitter, sentence_splitters
from cica_docs.text.inflection import inflected_pattern_of, normalize
from cica_docs.values.language import Language

_MOST_CACHED = 20_000


@dataclass(eq=False)
class Tokenizer:
    """Extracts from texts of one language the tokens that translations are compared by."""

    numbers: NumberReader
    words: PhraseList
    sentences: SentenceSplitter
    _cache: dict[str, tuple[Token, ...]] = field(default_factory=dict, repr=False)

    def tokens(self, text: str, links: Iterable[str] = ()) -> tuple[Token, ...]:
        """Return the tokens of a text and its links; cached, as a source is compared with every translation."""
        tokens = self._cache.get(text)
        if tokens is None:
            if len(self._cache) >= _MOST_CACHED:
                self._cache.clear()
            rest, numbers = self.numbers.read(normalize(text))
            words = (Token(word.kind, word.value, written, word.is_certain) for written, word in self.words.find(rest))
            tokens = self._cache[text] = (*numbers, *words)
        return (*tokens, *(Token("link", link, link, is_digits=True) for link in links))


@cached_query
def tokenizers(corpus: Corpus) -> Mapping[Language, Tokenizer]:
    """Return the tokenizer of each language."""
    return {language: _tokenizer_of(corpus, language) for language in Language}


def _tokenizer_of(corpus: Corpus, language: Language) -> Tokenizer:
    lexicon: Mapping[str, Any] = corpus.kinds.lexicons[language]["countable"]
    words = (
        *_number_words(lexicon),
        *_duty_words(lexicon["force"]),
        *_name_words(corpus, lexicon, "state", language),
        *_name_words(corpus, lexicon, "body", language),
    )
    return Tokenizer(NumberReader(lexicon), PhraseList(words, language), sentence_splitters(corpus)[language])


def _number_words(lexicon: Mapping[str, Any]) -> Iterator[tuple[str, Meaning]]:
    for key in ("numbers", "other_numbers"):
        for value, words in lexicon[key].items():
            yield from ((phrase_pattern_of(word), Meaning("number", str(value), key == "numbers")) for word in words)


def _name_words(
    corpus: Corpus, lexicon: Mapping[str, Any], kind: str, language: Language
) -> Iterator[tuple[str, Meaning]]:
    """Yield the names of states or bodies in the register, and what else they are called."""
    for id, name in names_by_id(corpus.reference, kind, language):
        if id not in lexicon["unheard"]:
            yield inflected_pattern_of(name, language), Meaning(kind, id, is_proper=kind == "state")
    for id, words in lexicon[kind].items():
        yield from ((phrase_pattern_of(word), Meaning(kind, id, is_certain=False)) for word in words)


def _duty_words(force: Mapping[str, Mapping[str, list[str]]]) -> Iterator[tuple[str, Meaning]]:
    """Yield the words of duty; those that only look like one have the value `none`."""
    for value, words_by_certainty in force.items():
        for certainty, words in words_by_certainty.items():
            yield from ((phrase_pattern_of(word), Meaning("force", value, certainty == "says")) for word in words)
