"""A translation and its source, the pair that is compared."""

from collections.abc import Iterable
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.placeholders import unbegun_translations
from cica_docs.documents.query import cached_query
from cica_docs.languages.lexicon.numbers import Token
from cica_docs.languages.lexicon.tokenizer import Tokenizer, tokenizers
from cica_docs.register.letters import received_works
from cica_docs.register.negotiation.delegations import delegations
from cica_docs.register.works import Work, works
from cica_docs.text.proposals import NO_NAMES, Delegations
from cica_docs.values.span import Place, Span


class TranslationPair(NamedTuple):
    """A translation and its source, with the tokenizers of source and translation."""

    work: Work
    source: Document
    translation: Document
    tokenizers: tuple[Tokenizer, Tokenizer]
    delegations: Delegations = NO_NAMES
    """The names by which proposals call States."""

    def in_source(self, span: Span) -> Place:
        """Return a place in the source."""
        return self.source.place(span)

    def in_translation(self, span: Span) -> Place:
        """Return a place in the translation."""
        return self.translation.place(span)

    def tokens(
        self, texts: tuple[str, str], links: tuple[Iterable[str], Iterable[str]] = ((), ())
    ) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
        """Return the tokens of a text of the source and of its translation, with those of the links in each."""
        source, translation = self.tokenizers
        return source.tokens(texts[0], links[0]), translation.tokens(texts[1], links[1])


@cached_query
def translation_pairs(corpus: Corpus) -> tuple[TranslationPair, ...]:
    """List every translation that is begun and whose body can be read, with its source."""
    known = tokenizers(corpus)
    return tuple(
        TranslationPair(
            work,
            work.original,
            document,
            (known[work.original.language], known[document.language]),
            delegations(corpus),
        )
        for work in works(corpus).values()
        if work.original.is_parted and not _is_received_elsewhere(corpus, work)
        for document in work.documents.values()
        if document is not work.original and document.is_parted and document.path not in unbegun_translations(corpus)
    )


def _is_received_elsewhere(corpus: Corpus, work: Work) -> bool:
    """Whether a State's own note came in other languages alone, so that the original holds the facts and no text."""
    return work.name in received_works(corpus) and not work.original.text.strip()
