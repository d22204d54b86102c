"""The one window on files."""

import hashlib
from collections.abc import Mapping
from typing import Protocol

from cica_docs.values.failure import Failure


class Unreadable(Failure):
    """A file that is there cannot be read: no right to, an error of the disk, or it has just gone."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__("file-unreadable", path=path, reason=reason)
        self.reason = reason


class Snapshot(Protocol):
    """The files of a register at one revision, read-only; paths are relative to the register's root."""

    @property
    def prefix(self) -> str:
        """Where the register lies in the repository, empty or `registry/`: put before a path it gives the shown one."""

    @property
    def commit(self) -> str:
        """Id of the commit; empty for the work tree and for memory."""

    @property
    def refused(self) -> Mapping[str, str]:
        """What is no readable regular file, by path, and why: the variants of `form/stray-file`."""

    def paths(self) -> tuple[str, ...]:
        """All regular files, sorted."""

    def size(self, path: str) -> int:
        """Size of a file in bytes, known before it is read."""

    def read(self, path: str) -> bytes:
        """The bytes of a file; a `KeyError` where none is listed, `Unreadable` where it cannot be read."""

    def blob(self, path: str) -> str:
        """The id that Git gives to the file's bytes (SHA-1, 40 hexadecimal digits); empty where it cannot be read."""


def blob_id(content: bytes) -> str:
    """The id that Git gives to these bytes.

    >>> blob_id(b"")
    'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391'
    """
    header = b"blob %d\0" % len(content)
    return hashlib.sha1(header + content, usedforsecurity=False).hexdigest()
