"""Atomic writing of files."""

import os
import tempfile
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
