"""Compare a translation with its source: the blocks of both bodies, then the tokens of the passages in them.

A comparison is the same whether whole bodies are compared or only the parts that may differ; `may_differ` says which.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.markdown.blocks import Block
from cica_docs.documents.markdown.parser import parse_body
from cica_docs.documents.markdown.unparsed import keep_blocks_around
from cica_docs.documents.query import cached_query
from cica_docs.languages.compare.causes import meets, misread_passages, unfinished_sections
from cica_docs.languages.compare.content import ContentDifference, compare_content
from cica_docs.languages.compare.structure import Passage, StructuralDifference, StructureComparer
from cica_docs.languages.pairs import TranslationPair, translation_pairs
from cica_docs.languages.scanning.may_differ import Parts, may_differ
from cica_docs.values.span import Span

_BESIDE = 2
"""The lines to a passage beside another: what is misread in one is perhaps missing after the one before."""

Difference = TypeVar("Difference", StructuralDifference, ContentDifference)


@dataclass(frozen=True)
class Comparison:
    """The differences of a translation from its source."""

    structural: tuple[StructuralDifference, ...]
    content: tuple[ContentDifference, ...]


def compare(pair: TranslationPair, parts: Parts | None = None) -> Comparison:
    """Compare the titles and bodies of a translation and its source; of the bodies only some parts, if given."""
    structure = StructureComparer(pair)
    structure.passages.append(_titles(pair))
    if parts is None or any(parts):
        source, translation = _blocks(pair, parts)
        beginnings = Span.point(pair.translation.body_line), Span.point(pair.source.body_line)
        structure.compare(source, translation, *beginnings)
    return Comparison(tuple(structure.differences), tuple(compare_content(pair, structure.passages)))


@cached_query
def structural_differences(corpus: Corpus) -> Mapping[str, tuple[StructuralDifference, ...]]:
    """Return where translations are built otherwise than their sources, by kind such as section or table."""
    return _by_kind(difference for comparison in _comparisons(corpus) for difference in comparison.structural)


@cached_query
def content_differences(corpus: Corpus) -> Mapping[str, tuple[ContentDifference, ...]]:
    """Return where translations say something else than their sources, by kind such as number or force."""
    return _by_kind(difference for comparison in _comparisons(corpus) for difference in comparison.content)


@cached_query
def _comparisons(corpus: Corpus) -> tuple[Comparison, ...]:
    return tuple(
        without_consequences(corpus, pair, compare(pair, may_differ(corpus, pair)))
        for pair in translation_pairs(corpus)
    )


def without_consequences(corpus: Corpus, pair: TranslationPair, comparison: Comparison) -> Comparison:
    """Leave out the differences whose cause is reported in the original, or is a text that is still to be written."""
    if not comparison.structural and not comparison.content:
        return comparison
    in_source, in_translation = unfinished_sections(pair)
    misread = misread_passages(corpus, pair)
    return Comparison(
        tuple(
            difference
            for difference in comparison.structural
            if not meets(difference.in_source.span, (*in_source, *misread), _BESIDE)
            and not meets(difference.in_translation.span, in_translation)
        ),
        tuple(difference for difference in comparison.content if not meets(difference.in_source.span, misread)),
    )


def _by_kind(differences: Iterable[Difference]) -> Mapping[str, tuple[Difference, ...]]:
    by_kind: dict[str, list[Difference]] = {}
    for difference in differences:
        by_kind.setdefault(difference.kind, []).append(difference)
    return {kind: tuple(of_kind) for kind, of_kind in by_kind.items()}


def _titles(pair: TranslationPair) -> tuple[Passage, Passage]:
    """Return both titles; they are empty if one of them is missing, which is reported elsewhere."""
    titles = pair.source.get("/title"), pair.translation.get("/title")
    texts = titles if isinstance(titles[0], str) and isinstance(titles[1], str) else ("", "")
    return Passage(texts[0], pair.source.at("/title").span), Passage(texts[1], pair.translation.at("/title").span)


def _blocks(pair: TranslationPair, parts: Parts | None) -> Sequence[Sequence[Block]]:
    """Return the blocks of both bodies, of some parts if they can be parsed without the rest."""
    documents = pair.source, pair.translation
    if parts is not None:
        texts = [keep_blocks_around(side.text, lines) for side, lines in zip(documents, parts, strict=True)]
        if None not in texts:
            return [parse_body(text or "", side.body_line).blocks for text, side in zip(texts, documents, strict=True)]
    return [document.body.blocks for document in documents]
