"""What all tests share: fixed days, the corpus, and no network or clock."""

import gc
import os
import signal
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from cica_docs.documents.corpus import Corpus, read_corpus
from cica_docs.documents.kind import Kinds
from cica_docs.register.open import packaged_kinds
from cica_docs.snapshot.worktree import WorktreeSnapshot
from nightly import IS_NIGHTLY
from proposal import begin

# The gate tries the same examples each time; new ones are sought at night.
settings.register_profile("gate", derandomize=True, deadline=None)
settings.register_profile("night", deadline=None, print_blob=True)
settings.load_profile("night" if IS_NIGHTLY else "gate")

# As the command does: registers that were read are many objects and no garbage, and going through them takes a
# quarter of the time of a run.
gc.set_threshold(100_000, 20, 100)

# A shell starts what runs in the background with these ignored, and what a test starts would inherit that.
for name, handler in {
    "SIGINT": signal.default_int_handler,
    "SIGHUP": signal.SIG_DFL,
    "SIGTERM": signal.SIG_DFL,
}.items():
    number = getattr(signal, name, None)
    if number is not None and signal.getsignal(number) == signal.SIG_IGN:
        signal.signal(number, handler)

# The Python of LibreOffice runs it, not that of the tests.
collect_ignore = ["office_script.py"]

TESTS = Path(__file__).parent
DAY = date(2026, 12, 1)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """By day take one of so many cases of a long series, or tests of a marked file, the first of them always.

    Whoever picks tests by name, or accepts what rules say, gets all of them.
    """
    if config.option.keyword or "CICA_ACCEPT" in os.environ:
        return
    places: Counter[str] = Counter()
    left_out: set[pytest.Item] = set()
    for item in items:
        node, series = next(item.iter_markers_with_node("series"), (item, None))
        if series and not IS_NIGHTLY:
            name = (node if isinstance(node, pytest.Module) else item).nodeid.partition("[")[0]
            if places[name] % series.args[0]:
                left_out.add(item)
            places[name] += 1
    if left_out:
        config.hook.pytest_deselected(items=[*left_out])
        items[:] = [item for item in items if item not in left_out]


def pytest_collection_finish() -> None:
    """Leave out of every search for garbage what all tests share."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The worked example in a repository, the working folder, on a branch `proposal` that changed nothing."""
    root = begin(tmp_path)
    monkeypatch.chdir(root)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return root


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What runs note for later runs is kept apart from the user's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def shipped_kinds() -> Kinds:
    """The kinds that the tool ships."""
    return packaged_kinds()


@pytest.fixture(scope="session")
def example(shipped_kinds: Kinds) -> Corpus:
    """The worked example, as of a fixed day."""
    return read_corpus(WorktreeSnapshot(TESTS / "corpus", "tests/corpus/"), shipped_kinds, DAY)


@pytest.fixture(scope="session")
def register(shipped_kinds: Kinds) -> Corpus:
    """The register of what is publicly known, as of a fixed day."""
    return read_corpus(WorktreeSnapshot(TESTS.parent / "registry", "registry/"), shipped_kinds, DAY)
