"""The files of a register in a commit."""

from collections.abc import Iterator, Mapping
from functools import cached_property

import pygit2

from cica_docs.snapshot.name import is_plain_name

_REFUSED_MODES = {
    pygit2.enums.FileMode.LINK: "link",
    pygit2.enums.FileMode.COMMIT: "submodule",
}


class CommitSnapshot:
    """The blobs of a tree that are ordinary files with plain names; nothing is checked out, no filter is run."""

    def __init__(self, git: pygit2.Repository, commit: str, tree: pygit2.Tree, prefix: str) -> None:
        self._git = git
        self._tree = tree
        self.commit = commit
        self.prefix = prefix

    @cached_property
    def _found(self) -> tuple[dict[str, str], dict[str, str]]:
        files: dict[str, str] = {}
        refused: dict[str, str] = {}
        for path, entry in _walk(self._tree, ""):
            reason = _reason(entry)
            if path in files or path in refused:
                reason = "twice"
                files.pop(path, None)
            if reason:
                refused[path] = reason
            else:
                files[path] = str(entry.id)
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
        blob = self._git[self._found[0][path]]
        assert isinstance(blob, pygit2.Blob)
        return blob.size

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        blob = self._git[self._found[0][path]]
        assert isinstance(blob, pygit2.Blob)
        return blob.data

    def blob(self, path: str) -> str:
        """Git's id of the bytes."""
        return self._found[0][path]


def _walk(tree: pygit2.Tree, below: str) -> Iterator[tuple[str, pygit2.Object]]:
    for entry in tree:
        name = entry.name or ""
        if name.startswith(".") and name not in {".", ".."}:
            continue
        path = below + name
        if isinstance(entry, pygit2.Tree) and is_plain_name(name):
            yield from _walk(entry, path + "/")
        else:
            yield path, entry


def _reason(entry: pygit2.Object) -> str:
    if entry.filemode in _REFUSED_MODES:
        return _REFUSED_MODES[entry.filemode]
    if not is_plain_name((entry.name or "").rpartition("/")[2]):
        return "name"
    return "" if isinstance(entry, pygit2.Blob) else "name"
