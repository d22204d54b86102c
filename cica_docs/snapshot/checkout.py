"""How the files on the disk differ from a commit: attributes of Git, line ends, links, other repositories."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate
from pathlib import Path

import pygit2

from cica_docs.snapshot.snapshot import blob_id

# With these attributes the text on the disk differs from the committed one, which cannot be checked on the disk.
_ALTERING = ("working-tree-encoding", "filter", "ident")
_MOST_BYTES = 1024 * 1024


class Checkout:
    """The files below a folder of a work tree as Git records them; no program named in its configuration is run."""

    def __init__(self, git: pygit2.Repository, prefix: str) -> None:
        self._git = git
        self._prefix = prefix

    def blob_id(self, path: str, content: bytes) -> str:
        """Return the id under which Git would store a file after converting line ends."""
        if b"\r" not in content:
            return blob_id(content)
        try:
            return str(self._git.hashfile(self._prefix + path))
        except (KeyError, ValueError, OSError, pygit2.GitError):
            return blob_id(content)

    def is_submodule(self, folder: str) -> bool:
        """Whether a folder is a submodule."""
        return self._mode(folder) == pygit2.enums.FileMode.COMMIT

    def refused(self, paths: Iterable[str], attributes: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Yield the files that cannot be read from the disk as they are committed, and the reason.

        `attributes` are the files of attributes; `paths` are the other files.
        """
        names = self._altering(attributes)
        lacks_links = not self._has_links()
        for path in paths if names or lacks_links else ():
            if lacks_links and self._mode(path) == pygit2.enums.FileMode.LINK:
                yield path, "link"
            elif any(self._git.get_attr(self._prefix + path, name) not in {None, False} for name in names):
                yield path, "altered"

    def is_clean(self) -> bool:
        """Whether the visible files below the folder are exactly those of the last commit."""
        try:
            statuses = self._git.status(untracked_files="normal")
        except (KeyError, ValueError, OSError, pygit2.GitError):
            return False
        return not any(self._concerns(path) for path in statuses)

    def _concerns(self, path: str) -> bool:
        """Whether a path is visible and in the folder, or is a parent of the folder."""
        if path.endswith("/") and self._prefix.startswith(path):
            return True
        return path.startswith(self._prefix) and "/." not in "/" + path.removeprefix(self._prefix)

    def _mode(self, path: str) -> int:
        try:
            return int(self._index[self._prefix + path].mode)
        except (KeyError, OSError, pygit2.GitError):
            return 0

    @cached_property
    def _index(self) -> pygit2.index.Index:
        index: pygit2.index.Index = self._git.index
        return index

    def _has_links(self) -> bool:
        """Whether links are on the disk as links; without `core.symlinks` they are files that hold the target."""
        try:
            return "core.symlinks" not in self._git.config or self._git.config.get_bool("core.symlinks")
        except (KeyError, ValueError, pygit2.GitError):
            return True

    def _altering(self, attributes: Iterable[str]) -> tuple[str, ...]:
        """Return the altering attributes that a file of attributes names."""
        top = Path(self._git.workdir)
        parents = ["", *accumulate(f"{name}/" for name in self._prefix.strip("/").split("/"))]
        files = [Path(self._git.path, "info", "attributes"), *(top / f"{folder}.gitattributes" for folder in parents)]
        files += [top / (self._prefix + path) for path in attributes]
        contents = b"".join(_bytes(file) for file in files)
        return tuple(name for name in _ALTERING if name.encode() in contents)


def _bytes(file: Path) -> bytes:
    """Read a regular file up to the size limit of a file of attributes; empty for a link or a missing file."""
    if file.is_symlink() or not file.is_file():
        return b""
    with file.open("rb") as stream:
        return stream.read(_MOST_BYTES)
