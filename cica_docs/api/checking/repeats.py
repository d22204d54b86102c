"""Violations beyond number: the first of a kind in a file one by one, all further ones as a count."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from cica_docs.rules.rule import Violation

_MOST = 1_000
"""Violations of one kind in one file from which on they are counted and not put into words: more are no help."""


def count_repeats(violations: Iterable[Violation], most: int = _MOST) -> Iterator[Violation]:
    """Yield up to `most` violations of each file, variant, provision and ground, then one that counts all further ones.

    Applied to its own result it changes nothing.
    """
    yielded: Counter[tuple[str, ...]] = Counter()
    first: dict[tuple[str, ...], Violation] = {}
    further: Counter[tuple[str, ...]] = Counter()
    for violation in violations:
        kind = (violation.place.path, violation.variant, violation.provision, violation.ground)
        if yielded[kind] < most:
            yielded[kind] += 1
            yield violation
        else:
            first.setdefault(kind, violation)
            further[kind] += violation.count
    yield from (replace(violation, count=further[kind]) for kind, violation in first.items())
