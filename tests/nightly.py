"""How long property tests search: briefly and always alike in `make test`, at length in `make test-nightly`."""

import os
from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")

IS_NIGHTLY = bool(os.environ.get("CICA_NIGHTLY"))


def share(items: Sequence[Item], turn: int, parts: int) -> Sequence[Item]:
    """By day one part of some items, another from one turn to the next; at night all."""
    return items if IS_NIGHTLY else items[turn % parts :: parts]


def examples(usual: int) -> int:
    """How many examples a property is tried on."""
    return max(usual, 20_000) if IS_NIGHTLY else usual
