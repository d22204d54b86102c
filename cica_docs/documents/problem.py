"""What is wrong with a file before anybody asks what it says."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cica_docs.values.span import Span


@dataclass(frozen=True)
class Problem:
    """A fault of reading: its kind (`duplicate-key`), its place, and the values that its message speaks of."""

    kind: str
    span: Span
    details: Mapping[str, object] = field(default_factory=dict)
    count: int = 1
    """How many there are of its kind from this place on, where all but the first were counted and not built."""
