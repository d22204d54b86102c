"""Files are written whole or not at all."""

import os
import tempfile
from pathlib import Path

from cica_docs.values.failure import Failure

_TEMPORARY = ".cica-"


def write_file(path: Path, content: bytes) -> None:
    """Write a file under a temporary name beside it and put it in place; nothing half-written is ever seen.

    A device or a pipe, such as `/dev/stdout`, is written to as it is: put in place of `/dev/null`, a file would take
    it from every other program.
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
