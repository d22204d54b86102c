"""Problems of a file: faults that are found when it is read."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from cica_docs.values.span import Span


@dataclass(frozen=True)
class Problem:
    """A fault of reading: its kind (`duplicate-key`), its place, and the values of its message."""

    kind: str
    span: Span
    details: Mapping[str, object] = field(default_factory=dict)
    count: int = 1
    """The number of problems of its kind from this place on; all but the first are only counted."""


class Problems:
    """Collects the problems of one text, one of a kind for each line; those of a kind beyond `most` are counted."""

    def __init__(self, most: int = 1_000) -> None:
        self._most = most
        self._lines: dict[str, set[int]] = {}
        self._listed: list[Problem] = []
        self._next: dict[str, Problem] = {}
        self._further: Counter[str] = Counter()

    def add(self, problem: Problem) -> None:
        """Add a problem, unless its line has another of its kind."""
        lines = self._lines.setdefault(problem.kind, set())
        if problem.span.line in lines:
            return
        lines.add(problem.span.line)
        if len(lines) <= self._most:
            self._listed.append(problem)
        else:
            self._next.setdefault(problem.kind, problem)
            self._further[problem.kind] += 1

    def all(self) -> list[Problem]:
        """Return the problems in order; the last of a kind may count several."""
        further = (replace(problem, count=self._further[kind]) for kind, problem in self._next.items())
        return sorted((*self._listed, *further), key=lambda problem: problem.span)
