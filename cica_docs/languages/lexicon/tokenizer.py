"""What can be counted in a text whatever its language: numbers, dates, references, symbols, names, and duties.

The words of each language stand in `schemas/lexicon/`, under `countable`; names of states and bodies in the register.
"""

from collections.abc import Iterator, Mapping
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

_MOST_KEPT = 20_000


@dataclass(eq=False)
class Tokenizer:
    """Hears what counts in the texts of a language."""

    figures: NumberReader
    words: PhraseList
    sentences: SentenceSplitter
    _heard: dict[str, tuple[Token, ...]] = field(default_factory=dict, repr=False)

    def tokens(self, text: str) -> tuple[Token, ...]:
        """All that counts in a text; what is asked again, as an original is for each translation, is known."""
        heard = self._heard.get(text)
        if heard is None:
            if len(self._heard) >= _MOST_KEPT:
                self._heard.clear()
            heard = self._heard[text] = self._tokens(text)
        return heard

    def _tokens(self, text: str) -> tuple[Token, ...]:
        plain, found = self.figures.heard(normalize(text))
        return (*found, *(Token(one.kind, one.value, word, one.is_certain) for word, one in self.words.find(plain)))


@cached_query
def tokenizers(corpus: Corpus) -> Mapping[Language, Tokenizer]:
    """Who hears what counts, for each language."""
    return {language: _listener(corpus, language) for language in Language}


def _listener(corpus: Corpus, language: Language) -> Tokenizer:
    lexicon: Mapping[str, Any] = corpus.kinds.lexicons[language]["countable"]
    words = (
        *_numbers(lexicon),
        *_forces(lexicon["force"]),
        *_names(corpus, lexicon, "state", language),
        *_names(corpus, lexicon, "body", language),
    )
    return Tokenizer(NumberReader(lexicon), PhraseList(words), sentence_splitters(corpus)[language])


def _numbers(lexicon: Mapping[str, Any]) -> Iterator[tuple[str, Meaning]]:
    for sort in ("numbers", "other_numbers"):
        for value, words in lexicon[sort].items():
            yield from ((phrase_pattern_of(word), Meaning("number", str(value), sort == "numbers")) for word in words)


def _names(corpus: Corpus, lexicon: Mapping[str, Any], what: str, language: Language) -> Iterator[tuple[str, Meaning]]:
    """The names of states or bodies in the register, and what else they are called."""
    for id, name in names_by_id(corpus.reference, what, language):
        if id not in lexicon["unheard"]:
            yield inflected_pattern_of(name, language), Meaning(what, id, is_proper=what == "state")
    for id, words in lexicon[what].items():
        yield from ((phrase_pattern_of(word), Meaning(what, id, is_certain=False)) for word in words)


def _forces(force: Mapping[str, Mapping[str, list[str]]]) -> Iterator[tuple[str, Meaning]]:
    """The words of duty; those that only look like one stand for `none`."""
    for value, sorts in force.items():
        for sort, words in sorts.items():
            yield from ((phrase_pattern_of(word), Meaning("force", value, sort == "says")) for word in words)
