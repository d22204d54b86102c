"""The interface through which all files are read."""

import hashlib
from collections.abc import Mapping
from typing import Protocol

from cica_docs.values.failure import Failure


class Unreadable(Failure):
    """An existing file that cannot be read: no permission, a disk error, or just deleted."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__("file-unreadable", path=path, reason=reason)
        self.reason = reason


class Snapshot(Protocol):
    """The files of a register at one revision, read-only; paths are relative to the register's root."""

    @property
    def prefix(self) -> str:
        """The folder of the register in the repository, empty or `registry/`; path shown = prefix + path."""

    @property
    def commit(self) -> str:
        """Id of the commit; empty for the work tree and for memory."""

    @property
    def refused(self) -> Mapping[str, str]:
        """The entries other than readable regular files: the variant of `form/stray-file` by path."""

    def paths(self) -> tuple[str, ...]:
        """Return all regular files, sorted."""

    def size(self, path: str) -> int:
        """Return the size of a file in bytes without reading it."""

    def read(self, path: str) -> bytes:
        """Return the bytes of a file; raise `KeyError` if it is not listed, `Unreadable` if it cannot be read."""

    def blob(self, path: str) -> str:
        """Return the Git id of the bytes (SHA-1, 40 hexadecimal digits); empty if unreadable."""


def blob_id(content: bytes) -> str:
    """Return the Git id of these bytes.

    >>> blob_id(b"")
    'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391'
    """
    header = b"blob %d\0" % len(content)
    return hashlib.sha1(header + content, usedforsecurity=False).hexdigest()
