"""Loose objects of Git: libgit2 hangs when it reads a truncated one."""

import os
import zlib
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

import pygit2

_CHUNK = 65_536
_LONGEST_HEADER = 32
_MOST_ALTERNATES = 32


class LooseObjects:
    """The loose objects of a repository, of its alternates and of the folders of a quarantine, by id."""

    def __init__(self, git: pygit2.Repository, quarantine: Sequence[Path] = ()) -> None:
        self._git = git
        self._quarantine = quarantine

    def is_whole(self, id: str) -> bool:
        """Whether an object is packed, or can be inflated to its end."""
        path = self._paths.get(id)
        return path is None or _is_whole(path)

    @cached_property
    def broken_history(self) -> str:
        """The id of a truncated commit, tree or tag; empty if there is none.

        A search for an ancestor or for changes may read any of them.
        """
        return next(
            (id for id, path in self._paths.items() if not _head(path).startswith(b"blob ") and not _is_whole(path)), ""
        )

    @cached_property
    def _paths(self) -> dict[str, Path]:
        return {
            folder.name + file.name: Path(file.path)
            for root in self._roots()
            for folder in _listed(root)
            if len(folder.name) == 2 and folder.is_dir()
            for file in _listed(Path(folder.path))
        }

    def _roots(self) -> Iterator[Path]:
        """Yield the folders of objects: that of the repository and its alternates."""
        git = Path(self._git.path)
        common = git / "commondir"
        root = git / common.read_text(encoding="utf-8").strip() if common.is_file() else git
        waiting = [root / "objects", *self._quarantine]
        seen: set[Path] = set()
        while waiting and len(seen) < _MOST_ALTERNATES:
            folder = waiting.pop()
            if folder in seen:
                continue
            seen.add(folder)
            yield folder
            named = folder / "info" / "alternates"
            if named.is_file():
                lines = named.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
                waiting += [(folder / line).resolve() for line in lines if line and not line.startswith("#")]


def _listed(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []


def _head(path: Path) -> bytes:
    """Read the header of an object, its kind and size; empty if it cannot be read."""
    try:
        with path.open("rb") as file:
            return zlib.decompressobj().decompress(file.read(_CHUNK // 128), _LONGEST_HEADER)
    except (OSError, zlib.error):
        return b""


def _is_whole(path: Path) -> bool:
    inflating = zlib.decompressobj()
    try:
        with path.open("rb") as file:
            while not inflating.eof:
                read = inflating.unconsumed_tail or file.read(_CHUNK)
                if not read:
                    return False
                inflating.decompress(read, _CHUNK)
    except (OSError, zlib.error):
        return False
    return True
