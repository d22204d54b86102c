"""A folder that others can write to: no link in it is followed, and files are replaced atomically."""

import errno
import os
import re
import secrets
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from time import monotonic, sleep, time
from typing import Any, Self

from cica_docs.values.failure import Failure

if sys.platform != "win32":
    import fcntl

_TEMPORARY = re.compile(r"\.cica-[0-9a-z_-]{8,40}")
_BY_DESCRIPTOR = os.open in os.supports_dir_fd
_FOLDER = getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)
_FILE = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_WAIT = 0.2

Spot = int | Path
"""An open folder: a descriptor, or its path where the system opens nothing below a descriptor."""


class Folder:
    """The folder at a path, with all below it; use it in a `with` statement.

    The path within the current folder may come from a pull request, so no part of it may be a link; the path
    above it is the user's own.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._began = time()
        self._root: Spot = path

    def __enter__(self) -> Self:
        current = Path.cwd()
        inside = self.path.relative_to(current) if self.path.is_relative_to(current) else self.path
        base, parts = (current, inside.parts) if not inside.is_absolute() else (inside.parent, (inside.name,))
        with self._as_failure(self.path):
            base.mkdir(parents=True, exist_ok=True)
            spot: Spot = os.open(base, os.O_RDONLY) if _BY_DESCRIPTOR else base
            self._root = self._open_below(spot, parts, base, create=True)
        return self

    def __exit__(self, *_: object) -> None:
        if isinstance(self._root, int):
            os.close(self._root)

    def lock(self, seconds: float) -> Iterator[None]:
        """Lock the folder for this run; yield while another run has it, and fail after a timeout.

        The lock is the system's and is on the folder itself: it ends with the run and leaves no file.
        """
        if sys.platform == "win32" or not isinstance(self._root, int):
            return
        until = monotonic() + seconds
        while True:
            try:
                fcntl.flock(self._root, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if monotonic() > until:
                    raise Failure("output-busy", status=3, path=self.path) from None
                yield
                sleep(_WAIT)
            except OSError:  # a file system without locks
                return
            else:
                return

    def read(self, path: str) -> bytes | None:
        """Read a file; None if it does not exist or is a link, a pipe or the like."""
        try:
            with self._parent(path) as (spot, name):
                place, at = _at(spot, name)
                if not isinstance(spot, int) and not stat.S_ISREG(os.lstat(place).st_mode):
                    return None
                with os.fdopen(os.open(place, os.O_RDONLY | _FILE, **at), "rb") as file:
                    return file.read() if stat.S_ISREG(os.fstat(file.fileno()).st_mode) else None
        except (OSError, ValueError, Failure):
            return None

    def write(self, path: str, content: bytes) -> None:
        """Write a file under a temporary name and move it into place; a link in its place is replaced."""
        with self._as_failure(self.path / path), self._parent(path, create=True) as (spot, name):
            temporary = f".cica-{os.getpid()}-{secrets.token_hex(4)}"
            place, at = _at(spot, temporary)
            descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _FILE, 0o644, **at)
            try:
                with os.fdopen(descriptor, "wb") as file:
                    file.write(content)
                    file.flush()
                    if hasattr(os, "fchmod"):
                        os.fchmod(file.fileno(), 0o644)
                    os.fsync(file.fileno())
                if isinstance(spot, int):
                    os.replace(temporary, name, src_dir_fd=spot, dst_dir_fd=spot)
                else:
                    Path(place).replace(spot / name)
            except BaseException:
                with suppress(OSError):
                    os.unlink(place, **at)
                raise

    def remove(self, path: str) -> None:
        """Remove a file, and the folders that become empty."""
        with suppress(OSError, ValueError, Failure):
            with self._parent(path) as (spot, name):
                place, at = _at(spot, name)
                os.unlink(place, **at)
            for folder in PurePosixPath(path).parents[:-1]:
                with self._parent(str(folder)) as (spot, name):
                    place, at = _at(spot, name)
                    os.rmdir(place, **at)

    def sweep(self) -> None:
        """Remove temporary files of earlier runs that were killed."""
        if isinstance(self._root, int):
            for _, _, names, spot in os.fwalk(".", dir_fd=self._root):
                self._sweep(names, spot)
        else:
            for folder, _, names in os.walk(self._root):
                self._sweep(names, Path(folder))

    def _sweep(self, names: list[str], spot: Spot) -> None:
        for name in names:
            if _TEMPORARY.fullmatch(name):
                place, at = _at(spot, name)
                with suppress(OSError):
                    status = os.stat(place, follow_symlinks=False, **at)
                    if stat.S_ISREG(status.st_mode) and status.st_mtime < self._began:
                        os.unlink(place, **at)

    @contextmanager
    def _parent(self, path: str, *, create: bool = False) -> Iterator[tuple[Spot, str]]:
        """Yield the open folder of a path and the name of the path in it."""
        *parts, name = PurePosixPath(path).parts
        if not path or ".." in (*parts, name) or path.startswith("/"):
            raise ValueError(path)
        root = os.dup(self._root) if isinstance(self._root, int) else self._root
        spot = self._open_below(root, tuple(parts), self.path, create=create)
        try:
            yield spot, name
        finally:
            if isinstance(spot, int):
                os.close(spot)

    def _open_below(self, spot: Spot, parts: tuple[str, ...], path: Path, *, create: bool) -> Spot:
        """Open a folder below an open one, which is closed."""
        for part in parts:
            path /= part
            try:
                entered = _enter(spot, part, create=create)
            except OSError as error:
                place, at = _at(spot, part)
                with suppress(OSError):
                    if stat.S_ISLNK(os.stat(place, follow_symlinks=False, **at).st_mode):
                        raise Failure("output-link", status=3, path=path) from error
                raise
            finally:
                if isinstance(spot, int):
                    os.close(spot)
            spot = entered
        return spot

    @contextmanager
    def _as_failure(self, path: Path) -> Iterator[None]:
        """Raise a `Failure` for a system error."""
        try:
            yield
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise Failure("not-writable", status=3, path=path, reason=reason, code=error.errno) from None


def _enter(spot: Spot, name: str, *, create: bool) -> Spot:
    place, at = _at(spot, name)
    try:
        status = os.stat(place, follow_symlinks=False, **at)
    except FileNotFoundError:
        if not create:
            raise
        with suppress(FileExistsError):
            os.mkdir(place, **at)
        status = os.stat(place, follow_symlinks=False, **at)
    if isinstance(spot, int):
        return os.open(name, os.O_RDONLY | _FOLDER, dir_fd=spot)
    if not stat.S_ISDIR(status.st_mode) or getattr(status, "st_reparse_tag", False):
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    return spot / name


def _at(spot: Spot, name: str) -> tuple[str, dict[str, Any]]:
    """Return the name and keyword arguments for functions of `os` that act in an open folder."""
    return (name, {"dir_fd": spot}) if isinstance(spot, int) else (str(spot / name), {})
