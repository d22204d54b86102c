"""Fast path: compare section by section a translation that does not run line for line with its source.

The headings hold the two together. A section that has the same lines and tokens as its counterpart needs no parsing,
whatever is missing or extra elsewhere.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

from cica_docs.documents.markdown.outline import NUMBER
from cica_docs.languages.pairs import TranslationPair
from cica_docs.languages.scanning.lines import Lines, differing_lines

Value = TypeVar("Value")
Parts = tuple[frozenset[int], frozenset[int]]
"""Lines of a source and of its translation, counted from 0."""

_HEADING = re.compile(r"#{1,6}[ \t]++.*\{#([a-z0-9-]{1,80})\}[ \t]*+$")
_BEFORE_NUMBER = " \t>*+-"


def differing_sections(pair: TranslationPair, source: Lines, translation: Lines) -> Parts | None:
    """Return all headings and the lines of sections that differ; None if headings or numbers repeat or do not match."""
    headings = _headings(source.texts), _headings(translation.texts)
    if list(headings[0].values()) != list(headings[1].values()):
        return None
    if not (_are_unique(source, headings[0]) and _are_unique(translation, headings[1])):
        return None
    spans = _spans(source, headings[0]), _spans(translation, headings[1])
    sections = _split(source, spans[0]), _split(translation, spans[1])
    parts: tuple[set[int], set[int]] = set(headings[0]), set(headings[1])
    for section, section_spans in zip(zip(*sections, strict=True), zip(*spans, strict=True), strict=True):
        differing = differing_lines(pair, *section)
        for lines, span in zip(parts, section_spans, strict=True):
            lines.update(span if differing is None else (span[line] for line in differing))
    return frozenset(parts[0]), frozenset(parts[1])


def _headings(texts: Sequence[str]) -> dict[int, str]:
    """Return the ids of headings, by line."""
    return {line: match[1] for line, text in enumerate(texts) if text[:1] == "#" and (match := _HEADING.match(text))}


def _are_unique(lines: Lines, headings: Mapping[int, str]) -> bool:
    """Return whether there are headings, and neither an id nor the number of a paragraph is there twice."""
    numbers = [match[1] for text in lines.texts if (match := NUMBER.match(text.lstrip(_BEFORE_NUMBER)))]
    return bool(headings) and len({*headings.values()}) == len(headings) and len({*numbers}) == len(numbers)


def _spans(lines: Lines, headings: Mapping[int, str]) -> list[range]:
    """Return the lines before the first heading, and those from each heading to the next."""
    return [range(first, end) for first, end in pairwise((0, *headings, len(lines.texts)))]


def _split(lines: Lines, spans: Sequence[range]) -> list[Lines]:
    """Return the lines of each section, numbered from its first."""
    words, certain = _split_values(lines.words, spans), _split_values(lines.certain, spans)
    figures, unsure = _split_values(lines.figures, spans), _split_values(dict.fromkeys(lines.unsure), spans)
    return [
        lines._replace(
            texts=lines.texts[span.start : span.stop],
            shape=None,
            words=words[at],
            certain=certain[at],
            figures=figures[at],
            unsure=frozenset(unsure[at]),
        )
        for at, span in enumerate(spans)
    ]


def _split_values(values: Mapping[int, Value], spans: Sequence[range]) -> list[dict[int, Value]]:
    """Return the values of the lines of each section, numbered from its first."""
    starts = [span.start for span in spans]
    sections: list[dict[int, Value]] = [{} for _ in spans]
    for line, value in values.items():
        at = bisect_right(starts, line) - 1
        sections[at][line - starts[at]] = value
    return sections
