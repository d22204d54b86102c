"""Signals that end the program, as exceptions, so that unfinished work is cleaned up."""

import os
import signal
from types import FrameType

_WORDS = {"SIGINT": "interrupted", "SIGTERM": "terminated", "SIGHUP": "hung up"}


class Stopped(BaseException):
    """A signal ends the program. Neither `except Exception` nor the command line parser catches it."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.status = 128 + number
        self.word = _WORDS[signal.Signals(number).name]


def listen() -> None:
    """Raise `Stopped` in this process for signals that end it; signals that were ignored still are."""
    own = os.getpid()

    def stop(number: int, _: FrameType | None) -> None:
        if os.getpid() != own:
            # A forked process ends by itself and prints nothing.
            os._exit(128 + number)
        for handled in _signals_handled():
            # A second signal ends the program at once.
            signal.signal(handled, signal.SIG_DFL)
        raise Stopped(number)

    for number in _signals_handled():
        if signal.getsignal(number) in {signal.SIG_DFL, signal.default_int_handler}:
            signal.signal(number, stop)


def stop_cause_of(error: BaseException) -> Stopped | None:
    """Return the `Stopped` in the chain of an exception, if any: Python replaces it while a class is being built."""
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, Stopped):
        cause = cause.__cause__ or cause.__context__
    return cause


def _signals_handled() -> list[signal.Signals]:
    return [signal.Signals[name] for name in _WORDS if name in signal.Signals.__members__]
