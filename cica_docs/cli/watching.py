"""Run a command again whenever files below a folder change, until it is interrupted."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from cica_docs.cli.stopping import Stopped

_INTERRUPTED = 130
_PAUSE = 0.5
"""Seconds between two looks at the files."""

State = dict[str, tuple[int, int]]
"""When each file was changed, and its size, by path."""


def watch(folder: Path, act: Callable[[], int]) -> int:
    """Act at once and after every change below a folder; return the last status when interrupted."""
    status = 0
    try:
        while True:
            before = _state_of(folder)
            status = act()
            while _state_of(folder) == before:
                time.sleep(_PAUSE)
    except KeyboardInterrupt:
        return status
    except Stopped as stop:
        if stop.status != _INTERRUPTED:
            raise
        return status


def _state_of(folder: Path) -> State:
    return dict(_files(folder))


def _files(folder: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the files below a folder outside hidden ones; what goes while it is looked at is left out."""
    for where, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for path in map(Path(where).joinpath, files):
            with suppress(OSError):
                state = path.stat()
                yield str(path), (state.st_mtime_ns, state.st_size)
