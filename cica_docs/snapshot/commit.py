"""The files of a register in a commit."""

from collections.abc import Iterator, Mapping
from functools import cached_property

import pygit2

from cica_docs.snapshot.file_names import is_plain_name
from cica_docs.snapshot.objects import Objects

_REFUSED_MODES = {
    pygit2.enums.FileMode.LINK: "link",
    pygit2.enums.FileMode.COMMIT: "submodule",
}


class CommitSnapshot:
    """The regular files of a tree with plain names; no file is checked out, no filter is run."""

    def __init__(self, objects: Objects, commit: str, tree: pygit2.Tree, prefix: str) -> None:
        self._objects = objects
        self._tree = tree
        self.commit = commit
        self.prefix = prefix

    @cached_property
    def _files_and_refused(self) -> tuple[dict[str, pygit2.Oid], dict[str, str]]:
        files: dict[str, pygit2.Oid] = {}
        refused: dict[str, str] = {}
        for path, entry in self._entries():
            reason = _reason(entry)
            if path in files or path in refused:
                reason = "twice"
                files.pop(path, None)
            if reason:
                refused[path] = reason
            else:
                files[path] = entry.id
        return files, refused

    def _entries(self) -> Iterator[tuple[str, pygit2.Object]]:
        """Yield the entries of the tree, without hidden files and folders."""
        for path, entry in self._objects.files(self._tree, enters=is_plain_name):
            if not _is_hidden(path.rpartition("/")[2]):
                yield path, entry

    @property
    def refused(self) -> Mapping[str, str]:
        """The entries other than regular files with plain names: the reason by path."""
        return self._files_and_refused[1]

    def paths(self) -> tuple[str, ...]:
        """Return all files, sorted."""
        return self._sorted

    @cached_property
    def _sorted(self) -> tuple[str, ...]:
        return tuple(sorted(self._files_and_refused[0]))

    def size(self, path: str) -> int:
        """Return the size in bytes."""
        return self._objects.size(self._files_and_refused[0][path], self.prefix + path)

    def read(self, path: str) -> bytes:
        """Return the bytes of a file."""
        return self._objects.blob(self._files_and_refused[0][path], self.prefix + path).data

    def blob(self, path: str) -> str:
        """Return the Git id of the bytes."""
        return str(self._files_and_refused[0][path])


def _is_hidden(name: str) -> bool:
    return name.startswith(".") and name not in {".", ".."}


def _reason(entry: pygit2.Object) -> str:
    if entry.filemode in _REFUSED_MODES:
        return _REFUSED_MODES[entry.filemode]
    if not is_plain_name((entry.name or "").rpartition("/")[2]):
        return "name"
    return "" if isinstance(entry, pygit2.Blob) else "name"
