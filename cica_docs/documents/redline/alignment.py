"""Pair the parts of two texts in order: equal ones first, then, between these, those with the most words in common."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import TypeVar

from cica_docs.documents.redline.matching import find_matches

_Part = TypeVar("_Part")

Words = Counter[str]
MOST_PAIRS = 40_000
"""Pairs of parts between two equal ones that are tried; beyond, such parts are only deleted and inserted."""


def align(
    old: Sequence[_Part],
    new: Sequence[_Part],
    key: Callable[[_Part], Hashable],
    likeness: Callable[[_Part, _Part], float],
) -> Iterator[tuple[_Part | None, _Part | None]]:
    """Yield the parts of both in order, each with its counterpart or None.

    `key` tells equal parts, `likeness` how much two others have in common: 0 if they are no counterparts.
    """
    first = start = 0
    for last, end, size in find_matches([key(part) for part in old], [key(part) for part in new]):
        yield from _pair(old[first:last], new[start:end], likeness)
        first, start = last + size, end + size
        yield from zip(old[last:first], new[end:start], strict=True)


def _pair(
    old: Sequence[_Part], new: Sequence[_Part], likeness: Callable[[_Part, _Part], float]
) -> Iterator[tuple[_Part | None, _Part | None]]:
    """Pair parts so that the sum of their likenesses is greatest; what has no counterpart comes before what follows."""
    if not old or not new or len(old) * len(new) > MOST_PAIRS:
        yield from ((part, None) for part in old)
        yield from ((None, part) for part in new)
        return
    scores = [[likeness(part, other) for other in new] for part in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for row in range(len(old) - 1, -1, -1):
        for column in range(len(new) - 1, -1, -1):
            score = scores[row][column]
            paired = best[row + 1][column + 1] + score if score else 0.0
            best[row][column] = max(best[row + 1][column], best[row][column + 1], paired)
    row = column = 0
    while row < len(old) or column < len(new):
        if row == len(old):
            yield None, new[column]
            column += 1
        elif column == len(new) or best[row][column] == best[row + 1][column]:
            yield old[row], None
            row += 1
        elif best[row][column] == best[row][column + 1]:
            yield None, new[column]
            column += 1
        else:
            yield old[row], new[column]
            row, column = row + 1, column + 1


def overlap(first: Words, second: Words) -> float:
    """Return the share of words that two texts have in common, from 0 to 1.

    >>> overlap(Counter(["a", "b"]), Counter(["b", "c"]))
    0.5
    """
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 0.0
