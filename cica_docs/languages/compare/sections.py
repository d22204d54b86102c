"""Which parts of a translation are to be held against its original, where the two do not run line for line.

Their headings hold them together. A section that runs and counts like its counterpart needs no parsing, whatever is
missing or added elsewhere.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from cica_docs.documents.markdown.outline import NUMBER
from cica_docs.languages.compare.lines import Lines, differing_lines
from cica_docs.languages.lexicon.tokenizer import Tokenizer

Found = TypeVar("Found")
Sides = tuple[frozenset[int], frozenset[int]]
"""Lines of the original and of the translation, counted from nought."""

_HEADING = re.compile(r"#{1,6}[ \t]++.*\{#([a-z0-9-]{1,80})\}[ \t]*+$")


def differing_sections(one: Lines, other: Lines, listeners: tuple[Tokenizer, Tokenizer]) -> Sides | None:
    """All headings, and the lines of sections that are not alike; nothing where headings or numbers hold nothing."""
    headings = _headings(one.texts), _headings(other.texts)
    if list(headings[0].values()) != list(headings[1].values()) or not all(map(_holds, (one, other), headings)):
        return None
    kept: tuple[set[int], set[int]] = set(headings[0]), set(headings[1])
    sections = [list(_sections(*side)) for side in zip((one, other), headings, strict=True)]
    parts = [_parts(lines, spans) for lines, spans in zip((one, other), sections, strict=True)]
    for spans, left, right in zip(zip(*sections, strict=True), *parts, strict=True):
        found = differing_lines(left, right, listeners)
        for lines, span in zip(kept, spans, strict=True):
            lines.update(span if found is None else (span[line] for line in found))
    return frozenset(kept[0]), frozenset(kept[1])


def _headings(texts: Sequence[str]) -> dict[int, str]:
    """The ids of headings, by line."""
    return {line: match[1] for line, text in enumerate(texts) if text[:1] == "#" and (match := _HEADING.match(text))}


def _holds(lines: Lines, headings: dict[int, str]) -> bool:
    """Whether neither an id nor a number of a paragraph stands twice."""
    numbers = [match[1] for text in lines.texts if (match := NUMBER.match(text))]
    return bool(headings) and len({*headings.values()}) == len(headings) and len({*numbers}) == len(numbers)


def _sections(lines: Lines, headings: dict[int, str]) -> Iterator[range]:
    """What stands before the first heading, and each heading with what stands below it."""
    return (range(first, end) for first, end in pairwise((0, *headings, len(lines.texts))))


def _parts(lines: Lines, spans: Sequence[range]) -> list[Lines]:
    """The lines of each section, counted anew."""
    words, certain = _by_span(lines.words, spans), _by_span(lines.certain, spans)
    figures, unsure = _by_span(lines.figures, spans), _by_span(dict.fromkeys(lines.unsure), spans)
    return [
        replace(
            lines,
            texts=lines.texts[span.start : span.stop],
            shape=None,
            words=words[at],
            certain=certain[at],
            figures=figures[at],
            unsure=frozenset(unsure[at]),
        )
        for at, span in enumerate(spans)
    ]


def _by_span(found: Mapping[int, Found], spans: Sequence[range]) -> list[dict[int, Found]]:
    """What was found by line, in parts that follow one another, with lines counted from the first of each."""
    starts = [span.start for span in spans]
    parts: list[dict[int, Found]] = [{} for _ in spans]
    for line, value in found.items():
        at = bisect_right(starts, line) - 1
        parts[at][line - starts[at]] = value
    return parts
