"""A signal that ends the program is an exception like any other: what was begun is cleared away on its way up."""

import os
import signal
from types import FrameType

_WORDS = {"SIGINT": "interrupted", "SIGTERM": "terminated", "SIGHUP": "hung up"}


class Stopped(BaseException):
    """Somebody ends the program. No `except Exception` catches it, nor does what reads the command line."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.status = 128 + number
        self.word = _WORDS[signal.Signals(number).name]


def listen() -> None:
    """From now on raise `Stopped` in this process where a signal ends it; one that was to be ignored still is."""
    own = os.getpid()

    def stop(number: int, _: FrameType | None) -> None:
        if os.getpid() != own:
            # A process forked from here has its own way to end, and nothing to say.
            os._exit(128 + number)
        for known in _heard():
            # Whoever asks again does not want to wait.
            signal.signal(known, signal.SIG_DFL)
        raise Stopped(number)

    for number in _heard():
        if signal.getsignal(number) in {signal.SIG_DFL, signal.default_int_handler}:
            signal.signal(number, stop)


def stop_behind(error: BaseException) -> Stopped | None:
    """The `Stopped` that an exception is or was made of: Python makes another where a class is being built."""
    behind: BaseException | None = error
    while behind is not None and not isinstance(behind, Stopped):
        behind = behind.__cause__ or behind.__context__
    return behind


def _heard() -> list[signal.Signals]:
    return [signal.Signals[name] for name in _WORDS if name in signal.Signals.__members__]
