"""All objects of a Git repository, reachable or not: a committed file remains until it is pruned."""

from collections.abc import Iterator
from typing import NamedTuple

import pygit2

_COMMIT, _TREE, _BLOB, _TAG = 1, 2, 3, 4
_MOST_LISTED = 4_000_000


class StoredObject(NamedTuple):
    """An object: its id, its path in a commit (empty if no commit has it), and its bytes.

    `content` is None if the object is larger than the limit.
    """

    id: str
    path: str
    content: bytes | None


class History:
    """The objects of a repository: files, and the messages of commits and tags."""

    def __init__(self, git: pygit2.Repository) -> None:
        self._git = git

    def objects(self, most: int) -> Iterator[StoredObject]:
        """Yield every file, commit message and tag; the content of those larger than `most` bytes is None."""
        headers = {id: self._git.odb.read_header(id) for id in self._git.odb}
        paths = self._paths([id for id, (kind, _) in headers.items() if kind == _COMMIT])
        for id, (kind, size) in sorted(headers.items(), key=lambda entry: str(entry[0])):
            if kind != _TREE:
                content = self._git.odb.read(id)[1] if size <= most else None
                yield StoredObject(str(id), paths.get(id, ""), content)

    def _paths(self, commits: list[pygit2.Oid]) -> dict[pygit2.Oid, str]:
        """Return a path of each file in any commit; a tree is read once, under its first path."""
        paths: dict[pygit2.Oid, str] = {}
        seen: set[pygit2.Oid] = set()
        for commit in sorted(commits, key=str):
            waiting = [(self._git[commit].peel(pygit2.Commit).tree_id, "")]
            while waiting and len(paths) < _MOST_LISTED:
                id, below = waiting.pop()
                if id in seen or id not in self._git:
                    continue
                seen.add(id)
                for entry in self._git[id].peel(pygit2.Tree):
                    if entry.type == _TREE:
                        waiting.append((entry.id, f"{below}{entry.name}/"))
                    elif entry.type == _BLOB:
                        paths.setdefault(entry.id, f"{below}{entry.name}")
        return paths
