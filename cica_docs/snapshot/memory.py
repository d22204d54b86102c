"""Files in memory, and files that replace those of another snapshot."""

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
        """Return the Git id of the bytes."""
        return blob_id(self.files[path])


@dataclass(frozen=True)
class OverlaySnapshot:
    """The files of `below`, replaced and extended by those of `above`; `without` names deleted files."""

    below: Snapshot
    above: Snapshot
    without: frozenset[str] = frozenset()

    @property
    def prefix(self) -> str:
        """The prefix of `below`."""
        return self.below.prefix

    @property
    def commit(self) -> str:
        """Empty: files of two snapshots are not one revision."""
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
        """Return the Git id of the bytes."""
        return self._holder(path).blob(path)

    def _holder(self, path: str) -> Snapshot:
        return self.above if path in self.above.paths() else self.below
