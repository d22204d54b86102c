"""Where a translation says something else than its source: numbers, dates, symbols, names, duties, links."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from cica_docs.documents.document import Document
from cica_docs.documents.placeholders import placeholders_in
from cica_docs.languages.compare.structure import Passage
from cica_docs.languages.lexicon.numbers import Token
from cica_docs.languages.lexicon.token_diff import Tokens, diff_tokens, tokens_match
from cica_docs.languages.pairs import TranslationPair
from cica_docs.text.inflection import normalize
from cica_docs.values.span import Place, Span

_MOST_COMPARED = 60


class ContentDifference(NamedTuple):
    """What one passage of a source says and its translation does not, and the reverse."""

    kind: str
    missing: tuple[str, ...]
    extra: tuple[str, ...]
    in_translation: Place
    in_source: Place

    @property
    def variant(self) -> str:
        """Whether something is missing, extra, or changed into something else."""
        return "changed" if self.missing and self.extra else "missing" if self.missing else "extra"


class _PassagePair(NamedTuple):
    """A passage, its translation, and the tokens of each."""

    source: Passage
    translation: Passage
    source_tokens: Tokens
    translation_tokens: Tokens


def compare_content(pair: TranslationPair, passages: Sequence[tuple[Passage, Passage]]) -> Iterator[ContentDifference]:
    """Yield the content differences of passages; two passages that changed places make one difference.

    A passage that is still to be written says nothing.
    """
    compared = []
    for source, translation in passages:
        if placeholders_in(source.text) or placeholders_in(translation.text):
            continue
        tokens = pair.tokens((source.text, translation.text), (source.links, translation.links))
        compared.append(_PassagePair(source, translation, *tokens))
    differences = [(passage, difference) for passage in compared for difference in _differences_of(pair, passage)]
    reordered = _reordered_groups(compared) if differences else frozenset()
    differences = [placed for placed in differences if placed[0].source.list_group not in reordered]
    differing = {id(passage): passage for passage, difference in differences if difference.kind != "force"}
    swapped: set[int] = set()
    for first, second in combinations(list(differing.values())[:_MOST_COMPARED], 2):
        if tokens_match(first.source_tokens, second.translation_tokens) and tokens_match(
            second.source_tokens, first.translation_tokens
        ):
            swapped |= {id(first), id(second)}
            places = pair.in_translation(first.translation.span), pair.in_source(second.source.span)
            yield ContentDifference("order", (), (), *places)
    yield from (difference for passage, difference in differences if id(passage) not in swapped)


def _differences_of(pair: TranslationPair, passage: _PassagePair) -> Iterator[ContentDifference]:
    texts = passage.source.text, passage.translation.text
    tokens = passage.source_tokens, passage.translation_tokens
    for kind, missing, extra in diff_tokens(texts, tokens, pair.tokenizers):
        yield ContentDifference(
            kind,
            tuple(dict.fromkeys(token.text for token in missing)),
            tuple(dict.fromkeys(token.text for token in extra)),
            pair.in_translation(_span_of(extra, pair.translation, passage.translation)),
            pair.in_source(_span_of(missing, pair.source, passage.source)),
        )


def _reordered_groups(passages: Sequence[_PassagePair]) -> frozenset[int]:
    """Return the lists and tables that name states and hold the same in another order, that of each alphabet."""
    groups: dict[int, list[_PassagePair]] = {}
    for passage in passages:
        if passage.source.list_group:
            groups.setdefault(passage.source.list_group, []).append(passage)
    return frozenset(
        number for number, group in groups.items() if len(group) <= _MOST_COMPARED and _is_reordered(group)
    )


def _is_reordered(passages: Sequence[_PassagePair]) -> bool:
    if not any(token.kind == "state" for passage in passages for token in passage.source_tokens):
        return False
    translations = [passage.translation_tokens for passage in passages]
    for passage in passages:
        matching = (at for at, tokens in enumerate(translations) if tokens_match(passage.source_tokens, tokens))
        match = next(matching, None)
        if match is None:
            return False
        del translations[match]
    return True


def _span_of(tokens: Sequence[Token], document: Document, passage: Passage) -> Span:
    """Return where the first of some tokens is in a passage, or the passage if there is none or it is not found."""
    for token in tokens[:1]:
        for number in range(passage.span.line, passage.span.end_line + 1):
            line = normalize(document.line(number))
            start = passage.span.column - 1 if number == passage.span.line else 0
            match = re.compile(rf"(?<!\w){re.escape(token.text)}(?!\w)").search(line, start)
            if match:
                return Span(number, match.start() + 1, number, match.end() + 1)
    return passage.span
