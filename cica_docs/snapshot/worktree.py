"""The files of a register as they lie on the disk."""

import os
import stat
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from cica_docs.snapshot.name import is_plain_name
from cica_docs.snapshot.snapshot import blob_id


class WorktreeSnapshot:
    """The regular files below a folder; links are not followed, hidden files and folders are left out."""

    commit = ""

    def __init__(self, root: Path, prefix: str = "") -> None:
        self.root = root
        self.prefix = prefix
        self._latest = ("", b"")

    @cached_property
    def _found(self) -> tuple[dict[str, int], dict[str, str]]:
        files: dict[str, int] = {}
        refused: dict[str, str] = {}
        for path, entry in _walk(str(self.root), ""):
            reason = _reason(entry)
            if reason:
                refused[path] = reason
            else:
                files[path] = entry.stat(follow_symlinks=False).st_size
        return files, refused

    @property
    def refused(self) -> Mapping[str, str]:
        """What is no regular file with a plain name, by path."""
        return self._found[1]

    def paths(self) -> tuple[str, ...]:
        """All files, sorted."""
        return self._sorted

    @cached_property
    def _sorted(self) -> tuple[str, ...]:
        return tuple(sorted(self._found[0]))

    def size(self, path: str) -> int:
        """Size in bytes."""
        return self._found[0][path]

    def read(self, path: str) -> bytes:
        """The bytes of a file; never through a link, never from a device."""
        if path not in self._found[0]:
            raise KeyError(path)
        descriptor = os.open(self.root / path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        with open(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise KeyError(path)
            content = file.read()
        self._latest = (path, content)
        return content

    def blob(self, path: str) -> str:
        """Git's id of the bytes."""
        latest, content = self._latest
        return blob_id(content if latest == path else self.read(path))


def _walk(root: str, below: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    with os.scandir(os.path.join(root, below) if below else root) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        path = f"{below}/{entry.name}" if below else entry.name
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False) and is_plain_name(entry.name):
            yield from _walk(root, path)
        else:
            yield path, entry


def _reason(entry: os.DirEntry[str]) -> str:
    if entry.is_symlink():
        return "link"
    if not is_plain_name(entry.name):
        return "name"
    return "" if entry.is_file(follow_symlinks=False) else "device"
