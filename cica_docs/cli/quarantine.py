"""The objects of a push that a hook judges: Git keeps them apart until the hook has accepted them."""

import os
from pathlib import Path

_OWN, _FURTHER = "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES"


def quarantine_folders() -> tuple[Path, ...]:
    """Return the folders of objects that Git names to a hook; no other variable of Git is heeded."""
    named = [os.environ.get(_OWN, ""), *os.environ.get(_FURTHER, "").split(os.pathsep)]
    return tuple(Path(folder).absolute() for folder in named if folder and Path(folder).is_dir())
