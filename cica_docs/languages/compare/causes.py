"""The causes of a difference that are reported themselves, so that the difference is not.

A text that is not written yet says nothing, and a text of the original that is misread is compared once it is put
right.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.misread.find import broken_numbers, misread
from cica_docs.documents.query import cached_query
from cica_docs.languages.pairs import TranslationPair
from cica_docs.register.sections import FIRST
from cica_docs.values.span import Span

Lines = tuple[int, int]
"""The first and the last line of a part of a file."""


@cached_query
def misread_lines(corpus: Corpus) -> Mapping[str, tuple[Lines, ...]]:
    """Return by file the lines of what is misread, in order."""
    lines: dict[str, list[Lines]] = {}
    places = [place for placed in misread(corpus).values() for place, _ in placed]
    for place in (*places, *(broken.place for broken in broken_numbers(corpus))):
        lines.setdefault(place.path, []).append((place.span.line, place.span.end_line))
    return {path: tuple(sorted(parts)) for path, parts in lines.items()}


def misread_passages(corpus: Corpus, pair: TranslationPair) -> tuple[Lines, ...]:
    """Return the lines of the passages of a source in which something is misread, or a heading is no section's."""
    document = pair.source
    ids = {section.id for section in pair.work.kind.sections}
    lowered = (
        section.span.line for section in document.outline.sections if section.level > FIRST and section.id in ids
    )
    parts = (*misread_lines(corpus).get(document.path, ()), *((line, line) for line in lowered))
    if not parts:
        return ()
    blank = [number for number, line in enumerate(document.source.text.split("\n"), 1) if not line.strip()]
    return tuple(_between(blank, *part) for part in parts)


def _between(blank: Sequence[int], first: int, last: int) -> Lines:
    """Return the lines between the empty ones around some."""
    before, after = bisect_left(blank, first), bisect_right(blank, last)
    return (blank[before - 1] + 1 if before else 1, blank[after] - 1 if after < len(blank) else last)


def unfinished_sections(pair: TranslationPair) -> tuple[tuple[Lines, ...], tuple[Lines, ...]]:
    """Return the lines of the sections, in the source and in the translation, with a placeholder in either."""
    sides = pair.source, pair.translation
    ids = frozenset(id for side in sides for id, lines in _sections(side) if _holds_placeholder(side, lines))
    if not ids:
        return (), ()
    source, translation = (tuple(lines for id, lines in _sections(side) if id in ids) for side in sides)
    return source, translation


def _sections(document: Document) -> Iterator[tuple[str, Lines]]:
    """Yield the sections of the first level by their ids; what precedes them has none."""
    end = document.body_line + document.text.count("\n")
    sections = [section for section in document.outline.sections if section.level <= FIRST]
    starts = [document.body_line, *(section.span.line for section in sections)]
    ids = ["", *(section.id for section in sections)]
    return zip(ids, zip(starts, [*(start - 1 for start in starts[1:]), end], strict=True), strict=True)


def _holds_placeholder(document: Document, lines: Lines) -> bool:
    return any(lines[0] <= span.line <= lines[1] for _, span in document.placeholders)


def meets(span: Span, parts: Sequence[Lines], margin: int = 0) -> bool:
    """Whether a place is in one of some parts of its file, or at most so many lines beside it."""
    return any(first - margin <= span.end_line and span.line <= last + margin for first, last in parts)
