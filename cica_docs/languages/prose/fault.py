"""A fault in running text."""

from collections.abc import Mapping
from typing import NamedTuple


class Fault(NamedTuple):
    """A part of a line that cannot be meant as it is; its offsets are those of the line."""

    kind: str
    start: int
    end: int
    details: Mapping[str, object]
