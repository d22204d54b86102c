"""Atomic writing of files."""

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from cica_docs.values.failure import Failure

_TEMPORARY = ".cica-"


def write_file(path: Path, content: bytes) -> None:
    """Write a file under a temporary name and move it into place, so that it is never seen half-written.

    A device or a pipe, such as `/dev/stdout`, is written to directly: replacing `/dev/null` by a file would take it
    from every other program.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(content)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(prefix=_TEMPORARY, dir=path.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise Failure("not-writable", status=3, path=str(path), reason=error.strerror or "") from None


def write_together(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write all files below a folder, or leave all as they were."""
    former = {path: (folder / path).read_bytes() if (folder / path).is_file() else None for path in files}
    try:
        for path, content in files.items():
            write_file(folder / path, content)
    except BaseException:
        for path, before in former.items():
            with suppress(Failure, OSError):
                if before is None:
                    (folder / path).unlink(missing_ok=True)
                else:
                    write_file(folder / path, before)
        raise
