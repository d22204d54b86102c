"""Which parts of a translation are to be held against its original, where the two do not run line for line.

Their headings hold them together. A section that runs and counts like its counterpart needs no parsing, whatever is
missing or added elsewhere.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from cica_docs.documents.outline import NUMBER
from cica_docs.facts.countable import Listener
from cica_docs.facts.line_by_line import Lines, unlike

Sides = tuple[frozenset[int], frozenset[int]]
"""Lines of the original and of the translation, counted from nought."""

_HEADING = re.compile(r"#{1,6}[ \t]++.*\{#([a-z0-9-]{1,80})\}[ \t]*+$")


def unlike_sections(one: Lines, other: Lines, listeners: tuple[Listener, Listener]) -> Sides | None:
    """All headings, and the lines of sections that are not alike; nothing where headings or numbers hold nothing."""
    headings = _headings(one.texts), _headings(other.texts)
    if list(headings[0].values()) != list(headings[1].values()) or not all(map(_holds, (one, other), headings)):
        return None
    kept: tuple[set[int], set[int]] = set(headings[0]), set(headings[1])
    for spans in zip(*map(_sections, (one, other), headings), strict=True):
        parts = _part(one, spans[0]), _part(other, spans[1])
        found = unlike(*parts, listeners)
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


def _part(lines: Lines, span: range) -> Lines:
    """Some of the lines, counted anew."""
    first = span.start
    return replace(
        lines,
        texts=lines.texts[first : span.stop],
        shape=None,
        words={line - first: found for line, found in lines.words.items() if line in span},
        certain={line - first: found for line, found in lines.certain.items() if line in span},
        figures={line - first: found for line, found in lines.figures.items() if line in span},
        unsure=frozenset(line - first for line in lines.unsure if line in span),
    )
