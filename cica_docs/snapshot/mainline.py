"""The line of first parents that led to a commit, and what each of them made of the register."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

import pygit2

from cica_docs.snapshot.memory import MemorySnapshot
from cica_docs.snapshot.objects import Objects, is_elsewhere
from cica_docs.snapshot.past import day_of_commit
from cica_docs.values.failure import Failure

_SETTINGS = "reference/settings.yaml"
_DEEPEST = 3
_Entry = pygit2.Object | None


class Milestone(NamedTuple):
    """A commit of the line that changed the register or merged another line, with the day that it states."""

    commit: str
    on: date
    tree: str
    """The id of the folder of the register."""
    merged: tuple[tuple[str, str], ...] = ()
    """Of a merge: the folder of the register at each further parent, and where that parted from the first."""


class Mainline:
    """The register at `prefix` along the first parents of a commit; where its folder was renamed, it is followed."""

    def __init__(self, objects: Objects, commit: str, prefix: str) -> None:
        self._objects = objects
        self._commit = commit
        self._prefix = prefix
        self._trees: dict[str, Mapping[str, pygit2.Object]] = {"": {}}

    def milestones(self) -> tuple[Milestone, ...]:
        """List the commits that changed the register, the oldest first; raise `Failure` if an object is missing."""
        milestones: list[Milestone] = []
        prefix = self._prefix
        later: tuple[pygit2.Commit, str] | None = None
        for commit in self._first_parents():
            tree = self._register(commit, prefix)
            if later is not None and not tree and later[1]:
                prefix = self._former_prefix(commit, later[0], prefix)
                tree = self._register(commit, prefix)
            if later is not None and later[1] and (later[1] != tree or len(later[0].parent_ids) > 1):
                milestones.append(self._milestone(*later, prefix))
            later = commit, tree
        if later is not None and later[1]:
            milestones.append(self._milestone(*later, prefix))
        return tuple(reversed(milestones))

    def touched(self, before: str, after: str) -> frozenset[str]:
        """Return the works and data files that differ between two folders of the register."""
        return frozenset(
            inner
            for path, pair in self._differing("", before, after)
            for inner in (
                [name for name, _ in self._differing(f"{path}/", *map(_tree_id, pair))]
                if any(map(_tree_id, pair))
                else [path]
            )
        )

    def files(self, tree: str, name: str) -> Mapping[str, bytes]:
        """Read the files of a work, or a data file, from a folder of the register, by their paths in it."""
        *folders, last = name.split("/")
        for folder in folders:
            tree = _tree_id(self._entries(tree).get(folder))
        entry = self._entries(tree).get(last)
        inner = self._entries(_tree_id(entry)).items() if isinstance(entry, pygit2.Tree) else ()
        listed: list[tuple[str, _Entry]] = [(f"{name}/{child}", file) for child, file in inner] or [(name, entry)]
        return {
            path: self._objects.blob(file.id, path).data
            for path, file in listed
            if isinstance(file, pygit2.Blob) and not is_elsewhere(file)
        }

    def snapshot(self, tree: str) -> MemorySnapshot:
        """Read a folder of the register whole."""
        names = self.touched("", tree)
        return MemorySnapshot({path: data for name in names for path, data in self.files(tree, name).items()})

    def _first_parents(self) -> Iterator[pygit2.Commit]:
        commit = self._objects.commit(self._commit)
        yield commit
        while commit.parent_ids:
            commit = self._objects.commit(str(commit.parent_ids[0]))
            yield commit

    def _register(self, commit: pygit2.Commit, prefix: str) -> str:
        """Return the id of the folder of the register in a commit; "" if it has none."""
        tree = str(self._objects.root(str(commit.id)).id)
        for folder in filter(None, prefix.split("/")):
            tree = _tree_id(self._entries(tree).get(folder))
        reference, _, settings = _SETTINGS.partition("/")
        has_settings = settings in self._entries(_tree_id(self._entries(tree).get(reference)))
        return tree if has_settings else ""

    def _milestone(self, commit: pygit2.Commit, tree: str, prefix: str) -> Milestone:
        first, *others = map(str, commit.parent_ids) if len(commit.parent_ids) > 1 else [""]
        merged = ((other, self._objects.merge_base(first, other)) for other in others)
        trees = tuple(
            (self._register(self._objects.commit(other), prefix), self._register(self._objects.commit(base), prefix))
            for other, base in merged
            if base
        )
        return Milestone(str(commit.id), day_of_commit(commit), tree, trees)

    def _former_prefix(self, parent: pygit2.Commit, child: pygit2.Commit, prefix: str) -> str:
        """Return the folder of the register in a parent of the commit that moved it; `prefix` if nothing was moved."""
        former, present = (set(self._registers(str(commit.tree_id))) for commit in (parent, child))
        return next(iter(sorted(former - present)), prefix)

    def _registers(self, tree: str, below: str = "", deepest: int = _DEEPEST) -> Iterator[str]:
        """Yield the folders with the settings of a register."""
        entries = self._entries(tree)
        reference, _, settings = _SETTINGS.partition("/")
        if settings in self._entries(_tree_id(entries.get(reference))):
            yield below
        for name, entry in entries.items() if deepest else ():
            if isinstance(entry, pygit2.Tree):
                yield from self._registers(str(entry.id), f"{below}{name}/", deepest - 1)

    def _differing(self, below: str, before: str, after: str) -> Iterator[tuple[str, tuple[_Entry, _Entry]]]:
        """Yield the entries that differ between two folders, by path."""
        old, new = self._entries(before), self._entries(after)
        for name in sorted(old.keys() | new.keys()):
            pair = old.get(name), new.get(name)
            if _identity(pair[0]) != _identity(pair[1]):
                yield below + name, pair

    def _entries(self, tree: str) -> Mapping[str, pygit2.Object]:
        if tree not in self._trees:
            listed = [(entry.name or "", entry) for entry in self._objects.tree(pygit2.Oid(hex=tree), tree[:12])]
            entries = dict(listed)
            if len(entries) < len(listed):
                name = next(name for name in entries if [child for child, _ in listed].count(name) > 1)
                raise Failure("name-twice", path=name, revision=self._commit[:12])
            self._trees[tree] = entries
        return self._trees[tree]


def _tree_id(entry: _Entry) -> str:
    return str(entry.id) if isinstance(entry, pygit2.Tree) else ""


def _identity(entry: _Entry) -> tuple[str, int] | None:
    return None if entry is None else (str(entry.id), int(entry.filemode))
