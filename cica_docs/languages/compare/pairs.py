"""A translation beside its original, as far as the two may differ."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.markdown.blocks import Block
from cica_docs.documents.markdown.outline import keep_blocks_around
from cica_docs.documents.markdown.parser import parse_body
from cica_docs.documents.query import cached_query
from cica_docs.languages.compare.lines import Lines, differing_lines, lines_match, lines_of
from cica_docs.languages.compare.passages import Passage
from cica_docs.languages.compare.sections import Sides, differing_sections
from cica_docs.languages.compare.structure import StructuralDifference, StructureComparer
from cica_docs.languages.lexicon.tokenizer import tokenizers
from cica_docs.languages.scanning.prescan import prescan
from cica_docs.register.works import Work, works
from cica_docs.values.span import Place, Span


@dataclass(frozen=True, eq=False)
class TranslationPair:
    """A translation beside its original."""

    work: Work
    original: Document
    edition: Document
    passages: tuple[tuple[Passage, Passage], ...]
    differences: tuple[StructuralDifference, ...]

    def here(self, span: Span) -> Place:
        """A place in the translation."""
        return self.edition.place(span)

    def there(self, span: Span) -> Place:
        """A place in the original."""
        return self.original.place(span)


@cached_query
def translation_pairs(corpus: Corpus) -> tuple[TranslationPair, ...]:
    """Every translation that can be read and may say something else than its original, beside that original.

    Where the two run line for line, or have the same headings, only the parts in which they differ stand in the pair.
    """
    return tuple(pair for work in works(corpus).values() if work.original.is_parted for pair in _pairs(corpus, work))


def _pairs(corpus: Corpus, work: Work) -> Iterator[TranslationPair]:
    heard, original = tokenizers(corpus), work.original
    lines: Lines | None = None
    for edition in work.documents.values():
        if edition is original or not edition.is_parted:
            continue
        theirs = heard[original.language], heard[edition.language]
        lines = lines or lines_of(original, prescan(corpus, original), theirs[0].figures)
        ours = lines_of(edition, prescan(corpus, edition), theirs[1].figures)
        differing = differing_lines(lines, ours, theirs)
        titles = _titles(original, edition)
        if differing is None:
            yield _pair(work, edition, titles, differing_sections(lines, ours, theirs))
        elif differing or not lines_match(titles[0].text, titles[1].text, theirs):
            yield _pair(work, edition, titles, (differing, differing))


def _titles(original: Document, edition: Document) -> tuple[Passage, Passage]:
    """Both titles; empty where one of them is missing, which is said elsewhere."""
    found = original.get("/title"), edition.get("/title")
    texts = found if isinstance(found[0], str) and isinstance(found[1], str) else ("", "")
    return Passage(texts[0], original.at("/title").span), Passage(texts[1], edition.at("/title").span)


def _pair(work: Work, edition: Document, titles: tuple[Passage, Passage], differing: Sides | None) -> TranslationPair:
    """Both editions side by side; where it is known which lines differ, only the parts in which these stand."""
    found = StructureComparer()
    found.passages.append(titles)
    theirs, ours = _blocks((work.original, edition), differing)
    if theirs or ours:
        found.compare(theirs, ours, Span.point(edition.body_line), Span.point(work.original.body_line))
    return TranslationPair(work, work.original, edition, tuple(found.passages), tuple(found.differences))


def _blocks(pair: tuple[Document, Document], differing: Sides | None) -> Sequence[Sequence[Block]]:
    if differing is not None:
        parts = [keep_blocks_around(document.text, lines) for document, lines in zip(pair, differing, strict=True)]
        if None not in parts:
            return [parse_body(part or "", one.body_line).blocks for part, one in zip(parts, pair, strict=True)]
    return [document.body.blocks for document in pair]
