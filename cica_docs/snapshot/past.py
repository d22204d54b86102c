"""The former files of a register by path, in all ancestors of a revision."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from functools import cached_property
from itertools import product
from typing import NamedTuple

import pygit2

from cica_docs.snapshot.loose import LooseObjects
from cica_docs.values.failure import Failure

_SETTINGS = "reference/settings.yaml"
_DEEPEST = 3


class Revision(NamedTuple):
    """A commit that changed a file: its id, its author, and the day on which it was made, in universal time."""

    commit: str
    author: str
    on: date


class Step(NamedTuple):
    """A commit, its tree, and the trees of its parents."""

    commit: pygit2.Commit
    tree: pygit2.Oid
    parents: tuple[pygit2.Oid, ...]


def day_of_commit(commit: pygit2.Commit) -> date:
    """Return the day that a commit states, or the last of all days if no calendar has it."""
    try:
        return datetime.fromtimestamp(commit.commit_time, UTC).date()
    except (OverflowError, OSError, ValueError):
        return date.max


class Past:
    """The register at `prefix` in a revision and in all its ancestors.

    Renames of the register's folder are followed, and those of a work's folder that leave one of its files unchanged.
    Nothing is read before the first call.
    """

    def __init__(self, git: pygit2.Repository, loose: LooseObjects, revision: str, prefix: str) -> None:
        self._git = git
        self._loose = loose
        self._revision = revision
        self._prefix = prefix
        self._entries: dict[tuple[pygit2.Oid, str], pygit2.Oid | None] = {}
        self._blobs: dict[str, frozenset[str]] = {}
        self.has_gaps = False
        """Whether an earlier answer lacks objects that are missing."""

    @property
    def is_incomplete(self) -> bool:
        """Whether commits or objects were missing for an earlier answer; before the first commit there are none."""
        return bool(self._git.is_shallow or (self.has_gaps and not self._git.head_is_unborn))

    def blobs(self, path: str) -> frozenset[str]:
        """Return the ids of all former files at a path of the register."""
        if path not in self._blobs:
            self._blobs[path] = frozenset(map(str, self._former_ids(path)))
        return self._blobs[path]

    def read(self, path: str, blob: str) -> bytes | None:
        """Read a former file at a path by its id; None if the path never had it or it is missing."""
        if blob not in self.blobs(path):
            return None
        former = self._object(pygit2.Oid(hex=blob))
        return former.data if isinstance(former, pygit2.Blob) else None

    def revisions(self, path: str) -> Iterator[Revision]:
        """Yield the commits that changed, added or deleted a file at a path of the register, the newest first.

        A merge that took over the file of one of its parents has changed nothing.
        """
        for step in self.steps:
            blob, *before = (self._in_register(tree, path) for tree in (step.tree, *step.parents))
            if blob not in (before or [None]):
                author = step.commit.author.raw_name.decode(errors="replace")
                yield Revision(str(step.commit.id), author, day_of_commit(step.commit))

    def register_in(self, tree: pygit2.Oid) -> pygit2.Oid | None:
        """Return the folder of the register in the tree of a commit; None if it has none."""
        for prefix in self._prefixes:
            if self._at(tree, prefix + _SETTINGS) is not None:
                return self._at(tree, prefix.rstrip("/")) if prefix else tree
        return None

    def entries_of(self, folder: pygit2.Oid) -> pygit2.Tree | tuple[pygit2.Object, ...]:
        """Return what a folder holds; nothing if it is missing."""
        return self._tree(folder) or ()

    def versions(self, work: str) -> Iterator[Mapping[str, bytes]]:
        """Yield the files of a work by path in each of its versions under this name, the newest first.

        Raise `Failure` before the end is taken for the beginning, if the clone does not reach back to it.
        """
        last: pygit2.Oid | None = None
        for step in self.steps:
            folder = self._in_register(step.tree, work)
            if folder is not None and folder != last:
                yield {
                    f"{work}/{entry.name}": entry.data
                    for entry in self._tree(folder) or ()
                    if isinstance(entry, pygit2.Blob) and self._object(entry.id) is not None
                }
            last = folder
        if self._git.is_shallow:
            raise Failure("history-shallow")
        if self.has_gaps:
            raise Failure("object-unreadable", what=work, id=self._revision[:12])

    def blob_in(self, step: Step, path: str) -> str:
        """Return the id of the file at a path of the register in a commit; "" if it has none."""
        return str(self._in_register(step.tree, path) or "")

    def files_in(self, step: Step, folder: str) -> Mapping[str, str]:
        """Return the ids of the files in a folder of the register in a commit, by their paths."""
        tree = self._in_register(step.tree, folder)
        entries = self._tree(tree) if tree is not None else None
        return {f"{folder}/{entry.name}": str(entry.id) for entry in entries or () if isinstance(entry, pygit2.Blob)}

    def _in_register(self, tree: pygit2.Oid, path: str) -> pygit2.Oid | None:
        return next(filter(None, (self._at(tree, prefix + path) for prefix in self._prefixes)), None)

    def blobs_below(self, folder: str) -> frozenset[str]:
        """Return the ids of all former files below a folder of the register."""
        return frozenset(map(str, self._ids_below(folder)))

    def contents_below(self, folder: str) -> Iterator[bytes]:
        """Yield all former files below a folder of the register, each content once."""
        for id in self._ids_below(folder):
            if isinstance(former := self._object(id), pygit2.Blob):
                yield former.data

    def _ids_below(self, folder: str) -> frozenset[pygit2.Oid]:
        waiting = {
            tree
            for prefix in self._prefixes
            for step in self.steps
            if (tree := self._at(step.tree, prefix + folder)) is not None
        }
        seen: set[pygit2.Oid] = set()
        blobs: set[pygit2.Oid] = set()
        while waiting:
            id = waiting.pop()
            seen.add(id)
            for entry in self._tree(id) or ():
                if not isinstance(entry, pygit2.Tree):
                    blobs.add(entry.id)
                elif entry.id not in seen:
                    waiting.add(entry.id)
        return frozenset(blobs)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The commits, children before parents."""
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
            Step(commit, commit.tree_id, tuple(trees[parent] for parent in commit.parent_ids if parent in trees))
            for commit in commits
        )

    @cached_property
    def _prefixes(self) -> tuple[str, ...]:
        """The former folders of the register, that of the revision first."""
        prefixes = [self._prefix]
        for step in self.steps:
            has_register = any(self._at(step.tree, prefix + _SETTINGS) for prefix in prefixes)
            had_register = any(self._at(parent, prefix + _SETTINGS) for parent in step.parents for prefix in prefixes)
            if has_register and not had_register:
                prefixes += [prefix for parent in step.parents for prefix in self._registers(parent, "", _DEEPEST)]
        return tuple(dict.fromkeys(prefixes))

    def _registers(self, tree: pygit2.Oid, below: str, deepest: int) -> Iterator[str]:
        if self._at(tree, _SETTINGS) is not None:
            yield below
        elif deepest:
            for entry in self._tree(tree) or ():
                if isinstance(entry, pygit2.Tree):
                    yield from self._registers(entry.id, f"{below}{entry.name}/", deepest - 1)

    def _former_ids(self, path: str) -> Iterator[pygit2.Oid]:
        paths = [path]
        for step in self.steps:
            for prefix, former in product(self._prefixes, tuple(paths)):
                blob = self._at(step.tree, prefix + former)
                if blob is None:
                    continue
                yield blob
                known = [place + name for place, name in product(self._prefixes, paths)]
                if not any(self._at(parent, name) for parent, name in product(step.parents, known)):
                    paths += [name for name in self._renamed(step, prefix, former) if name not in paths]

    def _renamed(self, step: Step, prefix: str, path: str) -> Iterator[str]:
        """Return the former path in the parents, if the folder of a work was renamed with a file unchanged."""
        kind, folder, file = path.split("/")
        kind_folder = self._at(step.tree, prefix + kind)
        work = self._at(step.tree, f"{prefix}{kind}/{folder}")
        files = {(entry.name, entry.id) for entry in (self._tree(work) if work else None) or ()}
        for parent in step.parents:
            earlier = self._at(parent, prefix + kind)
            for entry in (self._tree(earlier) if earlier else None) or ():
                is_gone = kind_folder is None or self._at(kind_folder, str(entry.name)) is None
                if is_gone and isinstance(entry, pygit2.Tree) and files & {(child.name, child.id) for child in entry}:
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
                is_file_or_folder = (
                    isinstance(entry, pygit2.Tree | pygit2.Blob) and entry.filemode != pygit2.enums.FileMode.LINK
                )
                self._entries[key] = entry.id if entry is not None and is_file_or_folder else None
        return self._entries[key]

    def _tree(self, id: pygit2.Oid) -> pygit2.Tree | None:
        tree = self._object(id)
        return tree if isinstance(tree, pygit2.Tree) else None

    def _object(self, id: pygit2.Oid) -> pygit2.Object | None:
        try:
            stored = self._git.get(id) if self._loose.is_whole(str(id)) else None
        except pygit2.GitError:
            stored = None
        if stored is None:
            self.has_gaps = True
        return stored
