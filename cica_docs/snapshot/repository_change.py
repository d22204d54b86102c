"""The effects of a change on a repository; rules check the documents themselves."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import pygit2

from cica_docs.snapshot.objects import Objects
from cica_docs.snapshot.passing import PassingFile

# Code points that the file system of macOS leaves out when it compares names.
_IGNORED = re.compile("[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]")
_BARE = {"head", "objects", "refs"}


class PathChange(NamedTuple):
    """A file that differs between two commits, with its mode in each; 0 if it is missing."""

    path: str
    before: int = 0
    after: int = 0


class NewAttribute(NamedTuple):
    """An attribute of Git that a change sets for files of the register, with the first file and their number."""

    name: str
    example: str
    number: int


@dataclass(frozen=True)
class RepositoryChange:
    """The paths that a change touches, from the root of the repository, and their effects on other files."""

    paths: tuple[PathChange, ...] = ()
    clashes: Mapping[str, str] = field(default_factory=dict)
    """New paths, each with another path that is the same on some systems."""
    bare: tuple[str, ...] = ()
    """Folders that Git treats as a repository, whose configuration may name programs to run."""
    attributes: tuple[NewAttribute, ...] = ()
    """Attributes by which the change disguises files."""
    passing: Callable[[int], Iterator[PassingFile]] | None = None
    """The files of the commits before its last; those of more bytes than the argument without content."""


def repository_change(objects: Objects, before: str, after: str, register: Sequence[str]) -> RepositoryChange:
    """Read the change between two commits; `register` holds the files of the register in the later one."""
    root = objects.root(after)
    paths = tuple(_paths(objects, objects.root(before), root))
    added = [path.path for path in paths if path.after and not path.before]
    folders = _Folders(objects, root)
    touches_attributes = any(path.path.rpartition("/")[2].casefold() == ".gitattributes" for path in paths)
    return RepositoryChange(
        paths,
        dict(folders.clashes(added)),
        tuple(folders.bare(added)),
        tuple(_attributes(objects.git, before, after, register)) if touches_attributes else (),
    )


def fold_name(name: str) -> str:
    """Fold a name as the least strict of the usual file systems does.

    >>> fold_name("Registry.") == fold_name("registry")
    True
    """
    shown = _IGNORED.sub("", unicodedata.normalize("NFC", name))
    return unicodedata.normalize("NFC", shown.casefold()).rstrip(". ")


def _paths(objects: Objects, before: pygit2.Tree, after: pygit2.Tree) -> Iterator[PathChange]:
    """Yield the files that differ, sorted by folder; identical folders are not entered."""
    waiting: list[tuple[str, pygit2.Tree | None, pygit2.Tree | None]] = [("", before, after)]
    while waiting:
        below, *trees = waiting.pop()
        old, new = ({entry.name or "": entry for entry in tree} if tree is not None else {} for tree in trees)
        for name in sorted(old.keys() | new.keys()):
            path = below + name
            pair = old.get(name), new.get(name)
            if pair[0] is not None and pair[1] is not None and _is_same(pair[0], pair[1]):
                continue
            inner = [entry if isinstance(entry, pygit2.Tree) else None for entry in pair]
            modes = [0 if entry is None or isinstance(entry, pygit2.Tree) else int(entry.filemode) for entry in pair]
            if any(modes):
                yield PathChange(path, *modes)
            if inner[0] is None and inner[1] is not None:
                files = objects.files(objects.tree(inner[1].id, path), f"{path}/")
                yield from (PathChange(path, 0, int(entry.filemode)) for path, entry in files)
            elif inner[1] is None and inner[0] is not None:
                files = objects.files(objects.tree(inner[0].id, path), f"{path}/")
                yield from (PathChange(path, int(entry.filemode), 0) for path, entry in files)
            elif inner[0] is not None and inner[1] is not None:
                waiting.append((f"{path}/", objects.tree(inner[0].id, path), objects.tree(inner[1].id, path)))


def _is_same(before: pygit2.Object, after: pygit2.Object) -> bool:
    return before.id == after.id and before.filemode == after.filemode


class _Folders:
    """The folders of a commit, each listed once, with names grouped as on systems that ignore case."""

    def __init__(self, objects: Objects, root: pygit2.Tree) -> None:
        self._objects = objects
        self._trees: dict[str, pygit2.Tree | None] = {"": root}
        self._names: dict[str, Mapping[str, list[str]]] = {}

    def clashes(self, paths: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Yield each file or folder on these paths whose folded name another entry shares, with that entry."""
        for folder, name in _steps(paths):
            entries = self._names_by_fold(folder).get(fold_name(name), [])
            if len(entries) > 1:
                clash = next((entry for entry in entries if entry != name), name)
                yield folder + name, folder + clash

    def bare(self, paths: Sequence[str]) -> Iterator[str]:
        """Yield the folders on these paths that look like a bare repository."""
        for folder in dict.fromkeys(folder for folder, _ in _steps(paths)):
            if self._names_by_fold(folder).keys() >= _BARE:
                yield folder.rstrip("/")

    def _names_by_fold(self, folder: str) -> Mapping[str, list[str]]:
        if folder not in self._names:
            names: dict[str, list[str]] = {}
            for entry in self._tree(folder) or ():
                names.setdefault(fold_name(entry.name or ""), []).append(entry.name or "")
            self._names[folder] = names
        return self._names[folder]

    def _tree(self, folder: str) -> pygit2.Tree | None:
        if folder not in self._trees:
            above, _, name = folder.rstrip("/").rpartition("/")
            entries = self._tree(f"{above}/" if above else "") or ()
            named = next((entry for entry in entries if entry.name == name and isinstance(entry, pygit2.Tree)), None)
            self._trees[folder] = None if named is None else self._objects.tree(named.id, folder)
        return self._trees[folder]


def _steps(paths: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each folder and name on the way to each path, once."""
    seen: set[str] = set()
    for path in paths:
        parts = path.split("/")
        for depth, name in enumerate(parts):
            folder = "".join(f"{part}/" for part in parts[:depth])
            if folder + name not in seen:
                seen.add(folder + name)
                yield folder, name


def _attributes(git: pygit2.Repository, before: str, after: str, register: Sequence[str]) -> Iterator[NewAttribute]:
    """Yield the attributes, new in a commit, that hide the content or the changes of a file."""
    # A repository without an index and a work tree: their attributes would come before those of a commit.
    without_worktree = pygit2.Repository()
    without_worktree.set_odb(git.odb)
    flags = pygit2.enums.AttrCheck.INDEX_ONLY | pygit2.enums.AttrCheck.NO_SYSTEM | pygit2.enums.AttrCheck.INCLUDE_COMMIT
    for name in ("working-tree-encoding", "filter", "ident", "diff", "linguist-generated"):
        hidden = [
            path
            for path in register
            if _hides(name, without_worktree.get_attr(path, name, flags, commit=after))
            and not _hides(name, without_worktree.get_attr(path, name, flags, commit=before))
        ]
        if hidden:
            yield NewAttribute(name, hidden[0], len(hidden))


def _hides(name: str, value: bool | str | None) -> bool:
    """Whether an attribute alters the file on the disk or hides its changes."""
    return value is False if name == "diff" else value not in {None, False, "false"}
