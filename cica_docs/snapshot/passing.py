"""Files that a branch holds on the way, in commits before its last: history keeps them once it is merged."""

from collections.abc import Iterator
from typing import NamedTuple

import pygit2

from cica_docs.snapshot.objects import Objects, is_elsewhere
from cica_docs.values.failure import Failure


class PassingFile(NamedTuple):
    """A file as a commit on the way brings it, with the first path and commit of these bytes.

    `content` is None if the file is larger than the limit.
    """

    path: str
    blob: str
    commit: str
    content: bytes | None


class Passing:
    """The files of the commits that lead from `base` to `head`, but for those that one of the two has.

    If what is judged is not the last commit, its files are on the way too.
    """

    def __init__(self, objects: Objects, base: str, head: str, *, is_judged: bool) -> None:
        self._objects = objects
        self._base = base
        self._head = head
        self._is_judged = is_judged

    def files(self, most: int) -> Iterator[PassingFile]:
        """Yield each content once, the oldest commit first; that of files of more than `most` bytes is not read."""
        commits = [id for id in self._commits() if id != self._head or not self._is_judged]
        if not commits:
            return
        seen: set[str] = set()
        for known in (self._base, self._head) if self._is_judged else (self._base,):
            for _ in self._new(known, seen):
                pass
        for commit in commits:
            for path, blob in self._new(commit, seen):
                is_large = self._objects.size(blob.id, path) > most
                yield PassingFile(
                    path, str(blob.id), commit, None if is_large else self._objects.blob(blob.id, path).data
                )

    def _commits(self) -> list[str]:
        order = pygit2.enums.SortMode.TOPOLOGICAL | pygit2.enums.SortMode.REVERSE
        try:
            walker = self._objects.git.walk(pygit2.Oid(hex=self._head), order)
            walker.hide(pygit2.Oid(hex=self._base))
            return [str(commit.id) for commit in walker]
        except (KeyError, ValueError, pygit2.GitError):
            raise Failure("object-unreadable", what=self._head[:12], id=self._base[:12]) from None

    def _new(self, commit: str, seen: set[str]) -> Iterator[tuple[str, pygit2.Object]]:
        """Yield the files of a commit that are not among the seen objects, and add them to these."""
        waiting = [("", self._objects.root(commit))]
        while waiting:
            below, tree = waiting.pop()
            if str(tree.id) in seen:
                continue
            seen.add(str(tree.id))
            for entry in tree:
                path = f"{below}{entry.name}"
                if isinstance(entry, pygit2.Tree):
                    waiting.append((f"{path}/", self._objects.tree(entry.id, path)))
                elif isinstance(entry, pygit2.Blob) and not is_elsewhere(entry) and str(entry.id) not in seen:
                    seen.add(str(entry.id))
                    yield path, entry
