"""The files of a register on the disk."""

import os
import stat
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from cica_docs.snapshot.checkout import Checkout
from cica_docs.snapshot.file_names import is_plain_name
from cica_docs.snapshot.snapshot import Unreadable, blob_id
from cica_docs.values.failure import Failure

# Windows has other flags; where links cannot be refused in opening, they are looked for before.
_REFUSES_LINKS = hasattr(os, "O_NOFOLLOW")
_FLAGS = sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"))


class WorktreeSnapshot:
    """The regular files below a folder; links are not followed, hidden files and folders are left out.

    With a `checkout`, ids are those of the committed form, and a file on the disk that replaces another kind of entry
    or another text is refused.
    """

    commit = ""

    def __init__(self, root: Path, prefix: str = "", checkout: Checkout | None = None) -> None:
        self.root = root
        self.prefix = prefix
        self._checkout = checkout
        self._latest = ("", b"")

    @cached_property
    def _files_and_refused(self) -> tuple[dict[str, int], dict[str, str]]:
        files: dict[str, int] = {}
        refused: dict[str, str] = {}
        attributes: list[str] = []
        try:
            entries = _listed(str(self.root), "")
        except OSError as error:
            raise Failure("folder-unreadable", folder=str(self.root), reason=_words(error)) from None
        for path, entry in self._walk("", entries, refused):
            if entry.name.startswith("."):
                attributes.append(path)
                continue
            try:
                reason = _reason(entry)
                size = 0 if reason else entry.stat(follow_symlinks=False).st_size
            except OSError:
                reason, size = "unreadable", 0
            if reason:
                refused[path] = reason
            else:
                files[path] = size
        if self._checkout is not None:
            for path, reason in list(self._checkout.refused(files, attributes)):
                refused[path] = reason
                del files[path]
        return files, refused

    def _walk(
        self, below: str, entries: list[os.DirEntry[str]], refused: dict[str, str]
    ) -> Iterator[tuple[str, os.DirEntry[str]]]:
        """Yield files and links by path, of hidden ones only files of attributes; add bad folders to `refused`."""
        for entry in entries:
            path = f"{below}/{entry.name}" if below else entry.name
            if entry.name.startswith("."):
                if entry.name.casefold() == ".gitattributes":
                    yield path, entry
                continue
            if not _is_folder(entry) or not is_plain_name(entry.name):
                yield path, entry
                continue
            if self._checkout is not None and self._checkout.is_submodule(path):
                refused[path] = "submodule"
                continue
            try:
                inner = _listed(str(self.root), path)
            except OSError:
                refused[path] = "unreadable"
                continue
            yield from self._walk(path, inner, refused)

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
        return self._files_and_refused[0][path]

    def read(self, path: str) -> bytes:
        """Return the bytes of a file; never through a link, never from a device."""
        if path not in self._files_and_refused[0]:
            raise KeyError(path)
        try:
            if not _REFUSES_LINKS and stat.S_ISLNK(os.lstat(self.root / path).st_mode):
                raise Unreadable(path, "not a regular file")
            descriptor = os.open(self.root / path, os.O_RDONLY | _FLAGS)
            with open(descriptor, "rb") as file:
                if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                    raise Unreadable(path, "not a regular file")
                content = file.read()
        except OSError as error:
            raise Unreadable(path, _words(error)) from None
        self._latest = (path, content)
        return content

    def blob(self, path: str) -> str:
        """Return the Git id of the file, committed or not; empty if it is unreadable."""
        latest, content = self._latest
        try:
            content = content if latest == path else self.read(path)
        except Unreadable:
            return ""
        return blob_id(content) if self._checkout is None else self._checkout.blob_id(path, content)


def _listed(root: str, below: str) -> list[os.DirEntry[str]]:
    with os.scandir(os.path.join(root, below) if below else root) as entries:
        return sorted(entries, key=lambda entry: entry.name)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False) and not _is_link(entry)
    except OSError:
        return False


def _is_link(entry: os.DirEntry[str]) -> bool:
    """Whether an entry leads elsewhere: a link, or a junction of Windows, which Python knows from 3.12 on."""
    is_junction = getattr(entry, "is_junction", None)
    return entry.is_symlink() or bool(is_junction and is_junction())


def _reason(entry: os.DirEntry[str]) -> str:
    if _is_link(entry):
        return "link"
    if not is_plain_name(entry.name):
        return "name"
    return "" if entry.is_file(follow_symlinks=False) else "device"


def _words(error: OSError) -> str:
    return error.strerror or type(error).__name__
