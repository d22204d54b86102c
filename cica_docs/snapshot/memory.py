"""Files that are held in memory, and files laid over others."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cica_docs.snapshot.snapshot import Snapshot, blob_id


@dataclass(frozen=True)
class MemorySnapshot:
    """Files given as bytes by path."""

    files: Mapping[str, bytes]
    prefix: str = ""
    commit: str = ""
    refused: Mapping[str, str] = field(default_factory=dict)

    def paths(self) -> tuple[str, ...]:
        """Return all files, sorted."""
        return tuple(sorted(self.files))

    def size(self, path: str) -> int:
        """Return the size in bytes."""
        return len(self.files[path])

    def read(self, path: str) -> bytes:
        """Return the bytes of a file."""
        return self.files[path]

    def blob(self, path: str) -> str:
        """Return the id that Git gives to the bytes."""
        return blob_id(self.files[path])


@dataclass(frozen=True)
class OverlaySnapshot:
    """The files of `above` laid over those of `below`; `without` names files that are gone."""

    below: Snapshot
    above: Snapshot
    without: frozenset[str] = frozenset()

    @property
    def prefix(self) -> str:
        """The prefix of the lower files."""
        return self.below.prefix

    @property
    def commit(self) -> str:
        """Empty: files of several origins are no revision."""
        return ""

    @property
    def refused(self) -> Mapping[str, str]:
        """The refused entries of both."""
        return {**self.below.refused, **self.above.refused}

    def paths(self) -> tuple[str, ...]:
        """Return all files of both, sorted."""
        return tuple(sorted({*self.below.paths(), *self.above.paths()} - self.without))

    def size(self, path: str) -> int:
        """Return the size in bytes."""
        return self._holder(path).size(path)

    def read(self, path: str) -> bytes:
        """Return the bytes of a file."""
        return self._holder(path).read(path)

    def blob(self, path: str) -> str:
        """Return the id that Git gives to the bytes."""
        return self._holder(path).blob(path)

    def _holder(self, path: str) -> Snapshot:
        return self.above if path in self.above.paths() else self.below
