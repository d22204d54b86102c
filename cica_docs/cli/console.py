"""The one way from a command to its reader.

All that a command prints goes through here, so that no command can forget to make it harmless, and a stream that is
closed or full is dealt with once: a reader that has read enough is no fault, an output that cannot be written is a
failure, and messages that cannot be written change nothing.
"""

import errno
import os
import re
import sys
from typing import TextIO

from cica_docs.text.escape import escape_lines
from cica_docs.values.failure import Failure

_COLOUR = re.compile(r"(\x1b\[[0-9;]{0,20}m)")


def open_streams() -> None:
    """Stand in for standard streams that were closed when the program began.

    Otherwise the next file that is opened would take their numbers. Each is opened the wrong way round, so that reading
    or writing fails.
    """
    for number, flag in ((0, os.O_WRONLY), (1, os.O_RDONLY), (2, os.O_RDONLY)):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, flag)
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(number, "w" if number else "r", encoding="utf-8", closefd=False))


def say(text: str, *, colour: bool = False) -> None:
    """Print text for a reader; nothing in it steers a terminal or is a command to the runner of a CI service."""
    parts = _COLOUR.split(text) if colour else [text]
    emit("".join(part if index % 2 else escape_lines(part) for index, part in enumerate(parts)))


def emit(text: str) -> None:
    """Print what a program reads, in a form that has its own way to make text harmless."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        _give_up(error)


def emit_bytes(content: bytes) -> None:
    """Print a file."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except OSError as error:
        _give_up(error)


def finish() -> None:
    """Hand on what was printed past this module: the help of the command line."""
    try:
        sys.stdout.flush()
    except OSError as error:
        _give_up(error)


def warn(text: str) -> None:
    """Print a message beside the output."""
    _beside(escape_lines(text))


def redraw(text: str) -> None:
    """Print a line beside the output, on a terminal, in place of the last."""
    _beside(f"\r\x1b[K{escape_lines(text)}")


def let_go(stream: TextIO) -> None:
    """Lead a stream to nowhere, with what it still holds."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _beside(text: str) -> None:
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        let_go(sys.stderr)


def _give_up(error: OSError) -> None:
    """Print nothing more; a failure unless it is the reader that went away."""
    let_go(sys.stdout)
    if error.errno not in {errno.EPIPE, errno.ESHUTDOWN, errno.ECONNRESET}:
        raise Failure("output-unwritable", status=3, reason=error.strerror or type(error).__name__) from None
