"""What all tests share: fixed days, the corpus, and no network or clock."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from cica_docs.api.opening import kinds
from cica_docs.documents.corpus import Corpus, read_corpus
from cica_docs.documents.kind import Kinds
from cica_docs.snapshot.worktree import WorktreeSnapshot
from nightly import IS_NIGHTLY

# The gate tries the same examples each time; new ones are sought at night.
settings.register_profile("gate", derandomize=True, deadline=None)
settings.register_profile("night", deadline=None, print_blob=True)
settings.load_profile("night" if IS_NIGHTLY else "gate")

TESTS = Path(__file__).parent
DAY = date(2026, 12, 1)


@pytest.fixture(scope="session")
def shipped_kinds() -> Kinds:
    """The kinds that the tool ships."""
    return kinds()


@pytest.fixture(scope="session")
def example(shipped_kinds: Kinds) -> Corpus:
    """The worked example, as of a fixed day."""
    return read_corpus(WorktreeSnapshot(TESTS / "corpus", "tests/corpus/"), shipped_kinds, DAY)


@pytest.fixture(scope="session")
def register(shipped_kinds: Kinds) -> Corpus:
    """The register of what is publicly known, as of a fixed day."""
    return read_corpus(WorktreeSnapshot(TESTS.parent / "registry", "registry/"), shipped_kinds, DAY)
