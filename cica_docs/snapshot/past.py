"""The former files of a register by path, in all ancestors of a revision."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product

import pygit2

from cica_docs.snapshot.loose import LooseObjects

_SETTINGS = "reference/settings.yaml"
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class _Step:
    """The tree of a commit and those of its parents."""

    tree: pygit2.Oid
    parents: tuple[pygit2.Oid, ...]


class Past:
    """The register below `prefix` in a revision and in everything that leads to it.

    Renames of the register's folder are followed, and those of a work's folder that leave a file of it as it was.
    Nothing is read before the first question.
    """

    def __init__(self, git: pygit2.Repository, revision: str, prefix: str) -> None:
        self._git = git
        self._loose = LooseObjects(git)
        self._revision = revision
        self._prefix = prefix
        self._entries: dict[tuple[pygit2.Oid, str], pygit2.Oid | None] = {}
        self._blobs: dict[str, frozenset[str]] = {}
        self.has_gaps = False
        """Whether objects were missing on which an earlier answer depends."""

    def blobs(self, path: str) -> frozenset[str]:
        """Return the ids of all former files at a path of the register."""
        if path not in self._blobs:
            self._blobs[path] = frozenset(map(str, self._found(path)))
        return self._blobs[path]

    def read(self, path: str, blob: str) -> bytes | None:
        """Read a former file at a path by its id; None if it never was there or is missing."""
        if blob not in self.blobs(path):
            return None
        found = self._object(pygit2.Oid(hex=blob))
        return found.data if isinstance(found, pygit2.Blob) else None

    def blobs_below(self, folder: str) -> frozenset[str]:
        """Return the ids of all former files below a folder of the register."""
        waiting = {
            tree
            for prefix in self._prefixes
            for step in self._steps
            if (tree := self._at(step.tree, prefix + folder)) is not None
        }
        seen: set[pygit2.Oid] = set()
        found: set[str] = set()
        while waiting:
            id = waiting.pop()
            seen.add(id)
            for entry in self._tree(id) or ():
                if not isinstance(entry, pygit2.Tree):
                    found.add(str(entry.id))
                elif entry.id not in seen:
                    waiting.add(entry.id)
        return frozenset(found)

    @cached_property
    def _steps(self) -> tuple[_Step, ...]:
        """Yield the commits, children before parents."""
        if self._loose.broken_history:
            self.has_gaps = True
            return ()
        try:
            start = self._git.revparse_single(self._revision).peel(pygit2.Commit)
            commits = list(self._git.walk(start.id, pygit2.enums.SortMode.TOPOLOGICAL))
        except (KeyError, ValueError, pygit2.GitError):
            self.has_gaps = True
            return ()
        trees = {commit.id: commit.tree_id for commit in commits}
        return tuple(
            _Step(commit.tree_id, tuple(trees[parent] for parent in commit.parent_ids if parent in trees))
            for commit in commits
        )

    @cached_property
    def _prefixes(self) -> tuple[str, ...]:
        """Return the former folders of the register, that of the revision first."""
        found = [self._prefix]
        for step in self._steps:
            here = any(self._at(step.tree, prefix + _SETTINGS) for prefix in found)
            before = any(self._at(parent, prefix + _SETTINGS) for parent in step.parents for prefix in found)
            if here and not before:
                found += [prefix for parent in step.parents for prefix in self._registers(parent, "", _DEEPEST)]
        return tuple(dict.fromkeys(found))

    def _registers(self, tree: pygit2.Oid, below: str, deepest: int) -> Iterator[str]:
        if self._at(tree, _SETTINGS) is not None:
            yield below
        elif deepest:
            for entry in self._tree(tree) or ():
                if isinstance(entry, pygit2.Tree):
                    yield from self._registers(entry.id, f"{below}{entry.name}/", deepest - 1)

    def _found(self, path: str) -> Iterator[pygit2.Oid]:
        paths = [path]
        for step in self._steps:
            for prefix, one in product(self._prefixes, tuple(paths)):
                blob = self._at(step.tree, prefix + one)
                if blob is None:
                    continue
                yield blob
                known = [place + name for place, name in product(self._prefixes, paths)]
                if not any(self._at(parent, name) for parent, name in product(step.parents, known)):
                    paths += [name for name in self._renamed(step, prefix, one) if name not in paths]

    def _renamed(self, step: _Step, prefix: str, path: str) -> Iterator[str]:
        """Return the former path in the parents, if the folder of a work was renamed with a file unchanged."""
        kind, folder, file = path.split("/")
        here = self._at(step.tree, prefix + kind)
        work = self._at(step.tree, f"{prefix}{kind}/{folder}")
        files = {(entry.name, entry.id) for entry in (self._tree(work) if work else None) or ()}
        for parent in step.parents:
            before = self._at(parent, prefix + kind)
            for entry in (self._tree(before) if before else None) or ():
                is_gone = here is None or self._at(here, str(entry.name)) is None
                if is_gone and isinstance(entry, pygit2.Tree) and files & {(one.name, one.id) for one in entry}:
                    yield f"{kind}/{entry.name}/{file}"

    def _at(self, tree: pygit2.Oid, path: str) -> pygit2.Oid | None:
        """Return the id of the file or folder at a path of a tree; None for links and submodules."""
        key = (tree, path)
        if key not in self._entries:
            name, _, rest = path.partition("/")
            listed = self._tree(tree)
            entry = listed[name] if listed is not None and name and name in listed else None
            if rest:
                self._entries[key] = self._at(entry.id, rest) if isinstance(entry, pygit2.Tree) else None
            else:
                is_ours = isinstance(entry, pygit2.Tree | pygit2.Blob) and entry.filemode != pygit2.enums.FileMode.LINK
                self._entries[key] = entry.id if entry is not None and is_ours else None
        return self._entries[key]

    def _tree(self, id: pygit2.Oid) -> pygit2.Tree | None:
        found = self._object(id)
        return found if isinstance(found, pygit2.Tree) else None

    def _object(self, id: pygit2.Oid) -> pygit2.Object | None:
        try:
            found = self._git.get(id) if self._loose.is_whole(str(id)) else None
        except pygit2.GitError:
            found = None
        if found is None:
            self.has_gaps = True
        return found
