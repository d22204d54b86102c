"""The smallest texts that are held against each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cica_docs.documents.markdown.blocks import Footnote, Heading, Inline, Link, Paragraph, text_of
from cica_docs.values.span import Span


@dataclass(frozen=True)
class Passage:
    """A text that is compared as one: a title, heading, paragraph, list item, cell or footnote."""

    text: str
    span: Span
    links: tuple[str, ...] = ()
    series: int = 0
    """The list of bullets or table that it is part of, whose parts each language may order by its alphabet."""


def passage_of(block: Heading | Paragraph, series: int) -> Passage:
    """The passage that a heading or paragraph is, in a list or table that languages order for themselves or in none."""
    return Passage(text_of(block.content), block.span, tuple(_links(block.content)), series)


def _links(content: Sequence[Inline]) -> Iterator[str]:
    for inline in content:
        if isinstance(inline, Link):
            yield inline.target
        if not isinstance(inline, Footnote):
            yield from _links(getattr(inline, "content", ()))


def footnotes_of(content: Sequence[Inline]) -> Iterator[Footnote]:
    """The footnotes that are marked in some text."""
    for inline in content:
        if isinstance(inline, Footnote):
            yield inline
        yield from footnotes_of(getattr(inline, "content", ()))
