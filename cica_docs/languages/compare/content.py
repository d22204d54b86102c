"""Where a translation says something else than its original, as far as that can be counted."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.query import cached_query
from cica_docs.languages.compare.pairs import TranslationPair, translation_pairs
from cica_docs.languages.compare.passages import Passage
from cica_docs.languages.compare.tokens import diff_tokens, tokens_match, tokens_of
from cica_docs.languages.lexicon.numbers import Token
from cica_docs.languages.lexicon.tokenizer import Tokenizer, tokenizers
from cica_docs.text.inflection import normalize
from cica_docs.values.language import Language
from cica_docs.values.span import Place, Span

_MOST_COMPARED = 60


@dataclass(frozen=True)
class ContentDifference:
    """What an original says and its translation does not, and the reverse, in one passage."""

    kind: str
    missing: tuple[str, ...]
    extra: tuple[str, ...]
    here: Place
    there: Place

    @property
    def variant(self) -> str:
        """Whether something is lacking, something is added, or something stands for something else."""
        return "changed" if self.missing and self.extra else "missing" if self.missing else "extra"


@dataclass(frozen=True)
class _Heard:
    """Two passages that render each other, with what counts in each."""

    one: Passage
    other: Passage
    left: tuple[Token, ...]
    right: tuple[Token, ...]


@cached_query
def content_differences(corpus: Corpus) -> Mapping[str, tuple[ContentDifference, ...]]:
    """All divergences by their kind."""
    found: dict[str, list[ContentDifference]] = {}
    for pair in translation_pairs(corpus):
        for divergence in _divergences(pair, tokenizers(corpus)):
            found.setdefault(divergence.kind, []).append(divergence)
    return {kind: tuple(several) for kind, several in found.items()}


def _divergences(pair: TranslationPair, heard: Mapping[Language, Tokenizer]) -> Iterator[ContentDifference]:
    theirs, ours = heard[pair.original.language], heard[pair.edition.language]
    both = []
    for one, other in pair.passages:
        left, right = tokens_of(theirs, one.text, one.links), tokens_of(ours, other.text, other.links)
        both.append(_Heard(one, other, left, right))
    found = [(each, divergence) for each in both for divergence in _of(pair, each, theirs, ours)]
    free = _in_another_order(both) if found else frozenset()
    found = [(each, divergence) for each, divergence in found if each.one.series not in free]
    swapped: dict[int, int] = {}
    apart = {id(each): each for each, divergence in found if divergence.kind != "force"}
    for first, second in combinations(list(apart.values())[:_MOST_COMPARED], 2):
        if tokens_match(first.left, second.right) and tokens_match(second.left, first.right):
            swapped |= {id(first): id(second), id(second): id(first)}
            here, there = pair.here(first.other.span), pair.there(second.one.span)
            yield ContentDifference("order", (), (), here, there)
    yield from (divergence for each, divergence in found if id(each) not in swapped)


def _in_another_order(both: Sequence[_Heard]) -> frozenset[int]:
    """The lists and tables that name states and hold the same on both sides, each in the order of its alphabet."""
    series: dict[int, list[_Heard]] = {}
    for each in both:
        if each.one.series:
            series.setdefault(each.one.series, []).append(each)
    return frozenset(
        number for number, several in series.items() if len(several) <= _MOST_COMPARED and _is_reordered(several)
    )


def _is_reordered(several: Sequence[_Heard]) -> bool:
    if not any(token.kind == "state" for each in several for token in each.left):
        return False
    rest = list(several)
    for each in several:
        found = next((one for one in rest if tokens_match(each.left, one.right)), None)
        if found is None:
            return False
        rest.remove(found)
    return True


def _of(pair: TranslationPair, each: _Heard, theirs: Tokenizer, ours: Tokenizer) -> Iterator[ContentDifference]:
    texts = each.one.text, each.other.text
    for kind, lacking, added in diff_tokens(texts, (each.left, each.right), (theirs, ours)):
        yield ContentDifference(
            kind,
            _texts(lacking),
            _texts(added),
            pair.here(_span(pair.edition, each.other, added)),
            pair.there(_span(pair.original, each.one, lacking)),
        )


def _texts(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(token.text for token in tokens))


def _span(document: Document, passage: Passage, tokens: Sequence[Token]) -> Span:
    """Where the first of some words stands within a passage; the passage itself where none is sought or found."""
    for token in tokens[:1]:
        for number in range(passage.span.line, passage.span.end_line + 1):
            line = normalize(document.line(number))
            start = passage.span.column - 1 if number == passage.span.line else 0
            match = re.compile(rf"(?<!\w){re.escape(token.text)}(?!\w)").search(line, start)
            if match:
                return Span(number, match.start() + 1, number, match.end() + 1)
    return passage.span
