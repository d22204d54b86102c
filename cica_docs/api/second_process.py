"""Work done in a second process while this one goes on."""

import os
import pickle
import sys
from collections.abc import Callable
from typing import TypeVar

Answer = TypeVar("Answer")


def apart(work: Callable[[], Answer]) -> Callable[[], Answer]:
    """Begin a piece of work in a second process, where there are two processors; the answer awaits its result.

    The second process has what this one had read when it began. Should it break down, the work is done here, so that
    whatever is wrong shows itself as it would have.
    """
    if not sys.platform.startswith("linux") or len(os.sched_getaffinity(0)) < 2:
        return work
    reading, writing = os.pipe()
    try:
        child = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        return work
    if child == 0:
        _answer(work, writing)
    os.close(writing)

    def awaited() -> Answer:
        with os.fdopen(reading, "rb") as file:
            written = file.read()
        _, status = os.waitpid(child, 0)
        if status != 0:
            return work()
        found: Answer = pickle.loads(written)  # noqa: S301 - from our own process
        return found

    return awaited


def _answer(work: Callable[[], Answer], writing: int) -> None:
    """Write the result and end at once: nothing that this process was handed may be written or closed twice."""
    status = 1
    try:
        with os.fdopen(writing, "wb") as file:
            pickle.dump(work(), file, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)
