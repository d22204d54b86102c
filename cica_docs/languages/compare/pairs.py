"""A translation beside its original, as far as the two may differ."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.markdown.blocks import Block
from cica_docs.documents.markdown.outline import keep_blocks_around
from cica_docs.documents.markdown.parser import parse_body
from cica_docs.documents.query import cached_query
from cica_docs.languages.compare.lines import Lines, alike, lines_of, unlike
from cica_docs.languages.compare.passages import Passage
from cica_docs.languages.compare.sections import Sides, unlike_sections
from cica_docs.languages.compare.structure import Comparison, Difference
from cica_docs.languages.lexicon.tokenizer import listeners
from cica_docs.languages.scanning.prescan import glance
from cica_docs.register.works import Work, works
from cica_docs.values.span import Place, Span


@dataclass(frozen=True, eq=False)
class EditionPair:
    """A translation beside its original."""

    work: Work
    original: Document
    edition: Document
    passages: tuple[tuple[Passage, Passage], ...]
    differences: tuple[Difference, ...]

    def here(self, span: Span) -> Place:
        """A place in the translation."""
        return self.edition.place(span)

    def there(self, span: Span) -> Place:
        """A place in the original."""
        return self.original.place(span)


@cached_query
def edition_pairs(corpus: Corpus) -> tuple[EditionPair, ...]:
    """Every translation that can be read and may say something else than its original, beside that original.

    Where the two run line for line, or have the same headings, only the parts in which they differ stand in the pair.
    """
    return tuple(pair for work in works(corpus).values() if work.original.is_parted for pair in _pairs(corpus, work))


def _pairs(corpus: Corpus, work: Work) -> Iterator[EditionPair]:
    heard, original = listeners(corpus), work.original
    lines: Lines | None = None
    for edition in work.documents.values():
        if edition is original or not edition.is_parted:
            continue
        theirs = heard[original.language], heard[edition.language]
        lines = lines or lines_of(original, glance(corpus, original), theirs[0].figures)
        ours = lines_of(edition, glance(corpus, edition), theirs[1].figures)
        differing = unlike(lines, ours, theirs)
        titles = _titles(original, edition)
        if differing is None:
            yield _pair(work, edition, titles, unlike_sections(lines, ours, theirs))
        elif differing or not alike(titles[0].text, titles[1].text, theirs):
            yield _pair(work, edition, titles, (differing, differing))


def _titles(original: Document, edition: Document) -> tuple[Passage, Passage]:
    """Both titles; empty where one of them is missing, which is said elsewhere."""
    found = original.get("/title"), edition.get("/title")
    texts = found if isinstance(found[0], str) and isinstance(found[1], str) else ("", "")
    return Passage(texts[0], original.at("/title").span), Passage(texts[1], edition.at("/title").span)


def _pair(work: Work, edition: Document, titles: tuple[Passage, Passage], differing: Sides | None) -> EditionPair:
    """Both editions side by side; where it is known which lines differ, only the parts in which these stand."""
    found = Comparison()
    found.passages.append(titles)
    theirs, ours = _blocks((work.original, edition), differing)
    if theirs or ours:
        found.compare(theirs, ours, Span.point(edition.body_line), Span.point(work.original.body_line))
    return EditionPair(work, work.original, edition, tuple(found.passages), tuple(found.differences))


def _blocks(pair: tuple[Document, Document], differing: Sides | None) -> Sequence[Sequence[Block]]:
    if differing is not None:
        parts = [keep_blocks_around(document.text, lines) for document, lines in zip(pair, differing, strict=True)]
        if None not in parts:
            return [parse_body(part or "", one.body_line).blocks for part, one in zip(parts, pair, strict=True)]
    return [document.body.blocks for document in pair]
