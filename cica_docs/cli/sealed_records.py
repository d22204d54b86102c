"""Which records of printed files are this user's own: their digests are kept where no pull request can put any.

A record that lies with the printed files may have been forged together with them, or copied from elsewhere. It is
believed only where its SHA-256 is among those that were noted when it was written.
"""

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

_MOST = 500


def seal(record: bytes) -> None:
    """Note that this record was written here; where nothing can be noted, it will not be believed."""
    folder = _folder()
    if folder is None:
        return
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        (folder / sha256(record).hexdigest()).touch(mode=0o600)
        noted = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime_ns)
        for old in noted[:-_MOST]:
            old.unlink(missing_ok=True)


def is_sealed(record: bytes) -> bool:
    """Whether this very record was written here."""
    folder = _folder()
    try:
        return folder is not None and (folder / sha256(record).hexdigest()).is_file()
    except OSError:
        return False


def _folder() -> Path | None:
    """Where digests are kept: in the user's cache folder."""
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        given = os.environ.get(name, "")
        if given and Path(given).is_absolute():
            return Path(given, "cica", "printed")
    try:
        return Path.home() / ".cache" / "cica" / "printed"
    except RuntimeError:
        return None
