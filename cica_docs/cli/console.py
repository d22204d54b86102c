"""The only output of commands.

Everything that a command prints passes through this module, so that no command can forget to escape it, and closed or
full streams are handled once: a reader that stops reading is not an error, output that cannot be written is a
`Failure`, and messages that cannot be written are dropped.
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
    """Replace standard streams that were closed when the program began.

    Otherwise the next opened file would take their descriptors. Each is opened in the wrong mode, so that reading or
    writing fails.
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
    """Print text for a reader, escaped for terminals and CI runners."""
    parts = _COLOUR.split(text) if colour else [text]
    emit("".join(part if index % 2 else escape_lines(part) for index, part in enumerate(parts)))


def emit(text: str) -> None:
    """Print data for a program, in a format that has its own escaping."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        _stop_printing(error)


def emit_bytes(content: bytes) -> None:
    """Print the bytes of a file."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except OSError as error:
        _stop_printing(error)


def finish() -> None:
    """Flush output printed outside this module: the help of the command line."""
    try:
        sys.stdout.flush()
    except OSError as error:
        _stop_printing(error)


def warn(text: str) -> None:
    """Print a message on standard error."""
    _print_message(escape_lines(text))


def redraw(text: str) -> None:
    """Replace the last line on standard error; for terminals."""
    _print_message(f"\r\x1b[K{escape_lines(text)}")


def discard(stream: TextIO) -> None:
    """Redirect a stream to the null device with its buffered content."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _print_message(text: str) -> None:
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        discard(sys.stderr)


def _stop_printing(error: OSError) -> None:
    """Stop printing; raise `Failure` unless the reader closed the stream."""
    discard(sys.stdout)
    if error.errno not in {errno.EPIPE, errno.ESHUTDOWN, errno.ECONNRESET}:
        raise Failure("output-unwritable", status=3, reason=error.strerror or type(error).__name__) from None
