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
        """All files, sorted."""
        return tuple(sorted(self.files))

    def size(self, path: str) -> int:
        """Size in bytes."""
        return len(self.files[path])

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        return self.files[path]

    def blob(self, path: str) -> str:
        """Git's id of the bytes."""
        return blob_id(self.files[path])


@dataclass(frozen=True)
class OverlaySnapshot:
    """The files of `above` laid over those of `below`; `without` names files that are gone."""

    below: Snapshot
    above: Snapshot
    without: frozenset[str] = frozenset()

    @property
    def prefix(self) -> str:
        """That of the files below."""
        return self.below.prefix

    @property
    def commit(self) -> str:
        """None: a mixture is no revision."""
        return ""

    @property
    def refused(self) -> Mapping[str, str]:
        """What either refuses."""
        return {**self.below.refused, **self.above.refused}

    def paths(self) -> tuple[str, ...]:
        """All files of both, sorted."""
        return tuple(sorted({*self.below.paths(), *self.above.paths()} - self.without))

    def size(self, path: str) -> int:
        """Size in bytes."""
        return self._holder(path).size(path)

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        return self._holder(path).read(path)

    def blob(self, path: str) -> str:
        """Git's id of the bytes."""
        return self._holder(path).blob(path)

    def _holder(self, path: str) -> Snapshot:
        return self.above if path in self.above.paths() else self.below
