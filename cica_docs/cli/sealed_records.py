"""Records of printed files that this user wrote: their digests are kept where no pull request can add any.

A record beside the printed files may be forged together with them, or copied. It is trusted only if its SHA-256 is
among those noted when it was written.
"""

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

_MAX_SEALS = 500


def seal(record: bytes) -> None:
    """Note that this record was written by this user; if that fails, it will not be trusted."""
    folder = _folder()
    if folder is None:
        return
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        (folder / sha256(record).hexdigest()).touch(mode=0o600)
        noted = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime_ns)
        for seal_file in noted[:-_MAX_SEALS]:
            seal_file.unlink(missing_ok=True)


def is_sealed(record: bytes) -> bool:
    """Whether this very record was written by this user."""
    folder = _folder()
    try:
        return folder is not None and (folder / sha256(record).hexdigest()).is_file()
    except OSError:
        return False


def _folder() -> Path | None:
    """Return the folder of the digests in the user's cache folder, or None."""
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        cache = os.environ.get(name, "")
        if cache and Path(cache).is_absolute():
            return Path(cache, "cica", "printed")
    try:
        return Path.home() / ".cache" / "cica" / "printed"
    except RuntimeError:
        return None
