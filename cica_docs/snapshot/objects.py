"""Objects of a Git repository; the failure for a missing object says how to get it."""

from collections.abc import Callable, Iterator
from typing import TypeVar

import pygit2

from cica_docs.snapshot.loose import LooseObjects
from cica_docs.values.failure import Failure

# Trees can name the same tree again and again: a few kilobytes may expand to any number of files.
_MOST_ENTRIES = 500_000
_ELSEWHERE = {pygit2.enums.FileMode.LINK, pygit2.enums.FileMode.COMMIT}

Wanted = TypeVar("Wanted", pygit2.Commit, pygit2.Tree, pygit2.Blob)


class Objects:
    """Reads commits, trees and blobs by id; a partial or damaged clone lacks some of them."""

    def __init__(self, git: pygit2.Repository, loose: LooseObjects) -> None:
        self.git = git
        self._odb = git.odb
        self._loose = loose

    def refuse_broken_history(self) -> None:
        """Raise `Failure` if a commit or tree is truncated; called before any search in history."""
        if id := self._loose.broken_history:
            raise Failure("object-unreadable", what=id[:12], id=id)

    def commit(self, id: str) -> pygit2.Commit:
        """Return a commit."""
        return self._read(pygit2.Oid(hex=id), pygit2.Commit, id[:12])

    def root(self, commit: str) -> pygit2.Tree:
        """Return the top folder of a commit."""
        return self._read(self.commit(commit).tree_id, pygit2.Tree, commit[:12])

    def tree(self, id: pygit2.Oid, path: str) -> pygit2.Tree:
        """Return a folder; `path` is named in a failure."""
        return self._read(id, pygit2.Tree, path)

    def blob(self, id: pygit2.Oid, path: str) -> pygit2.Blob:
        """Return a file; `path` is named in a failure."""
        return self._read(id, pygit2.Blob, path)

    def size(self, id: pygit2.Oid, path: str) -> int:
        """Return the size of a file without reading all of it; `path` is named in a failure."""
        try:
            return int(self._odb.read_header(id)[1])
        except (KeyError, ValueError, pygit2.GitError):
            raise Failure("object-unreadable", what=path, id=str(id)[:12]) from None

    def entry(self, commit: str, path: str) -> pygit2.Object | None:
        """Return the object at a path in a commit, or the link or submodule on the path to it.

        A name that a folder has twice is a failure: programs differ in which of the two they use.
        """
        tree = self.root(commit)
        entry: pygit2.Object | None = tree
        walked = ""
        for name in path.strip("/").split("/") if path.strip("/") else ():
            if not isinstance(entry, pygit2.Tree):
                return entry if is_elsewhere(entry) else None
            named = [child for child in self.tree(entry.id, walked or path) if child.name == name]
            walked = f"{walked}/{name}".lstrip("/")
            if len(named) > 1:
                raise Failure("name-twice", path=walked, revision=commit[:12])
            entry = named[0] if named else None
        return entry

    def files(
        self, tree: pygit2.Tree, below: str = "", enters: Callable[[str], bool] = bool
    ) -> Iterator[tuple[str, pygit2.Object]]:
        """Yield the entries below a tree with their paths; folders only if `enters` rejects them."""
        waiting = [(below, iter(tree))]
        count = 0
        while waiting:
            folder, entries = waiting[-1]
            for entry in entries:
                count += 1
                if count > _MOST_ENTRIES:
                    raise Failure("tree-too-large", most=_MOST_ENTRIES)
                name = entry.name or ""
                if isinstance(entry, pygit2.Tree) and enters(name):
                    waiting.append((f"{folder}{name}/", iter(self.tree(entry.id, folder + name))))
                    break
                yield folder + name, entry
            else:
                waiting.pop()

    def merge_base(self, first: str, second: str) -> str:
        """Return the id of the newest common ancestor of two commits; "" if they have none."""
        try:
            ancestor = self.git.merge_base(first, second)
        except (KeyError, ValueError, pygit2.GitError):
            raise Failure("object-unreadable", what=first[:12], id=second[:12]) from None
        return str(ancestor or "")

    def _read(self, id: pygit2.Oid, kind: type[Wanted], label: str) -> Wanted:
        try:
            stored = self.git[id] if self._loose.is_whole(str(id)) else None
        except (KeyError, ValueError, pygit2.GitError):
            stored = None
        if not isinstance(stored, kind):
            raise Failure("object-unreadable", what=label, id=str(id)[:12])
        return stored


def is_elsewhere(entry: pygit2.Object | None) -> bool:
    """Whether an entry is a link or submodule, whose target is not in this commit."""
    return entry is not None and entry.filemode in _ELSEWHERE
