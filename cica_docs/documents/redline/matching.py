"""Find what two sequences have in common, in a time that no text can make long.

`SequenceMatcher` gives what an editor would mark, but takes time for each pair of equal parts: a second for a million.
Where there are too many, parts that are once in both divide the sequences, and what is between them is matched.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

MOST_PAIRS = 100_000


class Match(NamedTuple):
    """A run of parts that two sequences have in common; `size` is 0 at the end of both."""

    old: int
    new: int
    size: int


def find_matches(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[Match]:
    """Yield the runs in common, in order and joined where they meet; the last one is empty, at the end of both.

    >>> list(find_matches("the State", "a State"))
    [Match(old=3, new=1, size=6), Match(old=9, new=7, size=0)]
    """
    known: dict[Hashable, int] = {}
    first, second = ([known.setdefault(part, len(known)) for part in parts] for parts in (old, new))
    run = Match(0, 0, 0)
    for match in _matches(first, second, 0, 0):
        if (run.old + run.size, run.new + run.size) == (match.old, match.new):
            run = run._replace(size=run.size + match.size)
            continue
        if run.size:
            yield run
        run = match
    if run.size:
        yield run
    yield Match(len(old), len(new), 0)


def _matches(old: list[int], new: list[int], start: int, begin: int) -> Iterator[Match]:
    """Yield the runs in common of two parts of the sequences that begin at `start` and `begin`."""
    head = _common(old, new)
    if head:
        yield Match(start, begin, head)
    old, new, start, begin = old[head:], new[head:], start + head, begin + head
    tail = _common(old[::-1], new[::-1])
    end, last = len(old) - tail, len(new) - tail
    if end and last:
        yield from _inner_matches(old[:end], new[:last], start, begin)
    if tail:
        yield Match(start + end, begin + last, tail)


def _common(old: list[int], new: list[int]) -> int:
    """Count the parts with which both begin."""
    pairs = zip(old, new, strict=False)
    return next((at for at, (part, other) in enumerate(pairs) if part != other), min(len(old), len(new)))


def _inner_matches(old: list[int], new: list[int], start: int, begin: int) -> Iterator[Match]:
    former, later = Counter(old), Counter(new)
    if sum(count * later[part] for part, count in former.items()) <= MOST_PAIRS:
        for match in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()[:-1]:
            yield Match(start + match.a, begin + match.b, match.size)
        return
    places = {part: at for at, part in enumerate(new) if later[part] == 1}
    shared = [(at, places[part]) for at, part in enumerate(old) if former[part] == 1 and part in places]
    ahead = after = 0
    for at, place in _longest_rise(shared):
        if ahead < at and after < place:
            yield from _matches(old[ahead:at], new[after:place], start + ahead, begin + after)
        yield Match(start + at, begin + place, 1)
        ahead, after = at + 1, place + 1
    if ahead and ahead < len(old) and after < len(new):
        yield from _matches(old[ahead:], new[after:], start + ahead, begin + after)


def _longest_rise(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return as many pairs as can be kept in the order of both sequences."""
    ends: list[int] = []
    at_ends: list[int] = []
    before = [-1] * len(pairs)
    for at, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        before[at] = at_ends[length - 1] if length else -1
        ends[length : length + 1] = [place]
        at_ends[length : length + 1] = [at]
    rise = []
    at = at_ends[-1] if at_ends else -1
    while at >= 0:
        rise.append(pairs[at])
        at = before[at]
    return rise[::-1]
