"""How long property tests search: briefly and always alike in `make test`, at length in `make test-nightly`."""

import os

IS_NIGHTLY = bool(os.environ.get("CICA_NIGHTLY"))


def examples(usual: int) -> int:
    """How many examples a property is tried on."""
    return max(usual, 20_000) if IS_NIGHTLY else usual
