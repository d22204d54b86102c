"""The one place where a failure becomes an exit status, and a fault of ours one line."""

import errno
import io
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

import click
import typer.main

from cica_docs.cli.app import app, restore_help
from cica_docs.cli.console import finish, let_go, warn
from cica_docs.cli.options import guess_language
from cica_docs.cli.stopping import stop_behind
from cica_docs.i18n.messages import read_catalogue
from cica_docs.register.open import packaged_templates
from cica_docs.text.escape import escape_terminal
from cica_docs.values.failure import Failure

_CANNOT_DECIDE, _CANNOT_WRITE = 2, 3
_FAULT_OF_OURS = 70
_INTERRUPTED = 130
# A disk without room, or one that may not be written to, is never met in reading.
_OF_WRITING = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS})


def run(arguments: Sequence[str]) -> int:
    """Run the command with its arguments and answer the exit status."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    status = _status(arguments)
    try:
        finish()
    except Failure as failure:
        _tell(_words(failure, arguments))
        return failure.status
    return status


def _status(arguments: Sequence[str]) -> int:
    try:
        command = typer.main.get_command(app)
        if sys.flags.optimize > 1:
            restore_help(command)
        return int(command.main(list(arguments), "cica", standalone_mode=False) or 0)
    except Failure as failure:
        _tell(_words(failure, arguments))
        return failure.status
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        usage = io.StringIO()
        error.show(file=usage)
        warn(usage.getvalue())
        return _CANNOT_DECIDE
    except (KeyboardInterrupt, click.Abort):
        _tell("interrupted")
        return _INTERRUPTED
    except SystemExit as stop:
        # A shell was answered what it may propose, or whoever reads the help has read enough.
        return 0 if isinstance(stop.__context__, OSError) else int(stop.code or 0)
    except OSError as error:
        return _of_system(error, arguments)
    except Exception as error:  # the last resort: a fault of ours is one line, never a traceback in a reader's face
        if (stopped := stop_behind(error)) is not None:
            raise stopped from None
        if "--debug" in arguments:
            # Where, never what: the words of an exception may be those of a document that may not be shown.
            warn("".join(traceback.format_tb(error.__traceback__)))
        place = traceback.extract_tb(error.__traceback__)[-1]
        name = Path(place.filename).name
        _tell(f"this is a fault of cica itself ({type(error).__name__} at {name}:{place.lineno}); --debug shows more")
        return _FAULT_OF_OURS


def _of_system(error: OSError, arguments: Sequence[str]) -> int:
    """The status where the system refuses something: of a stream, which has no name, it is writing, else reading."""
    reason = error.strerror or type(error).__name__
    if error.filename is None:
        let_go(sys.stdout)
        failure = Failure("output-unwritable", status=_CANNOT_WRITE, reason=reason)
        _tell(_words(failure, arguments))
        return failure.status
    _tell(f"{escape_terminal(str(error.filename))}: {reason}")
    return _CANNOT_WRITE if error.errno in _OF_WRITING else _CANNOT_DECIDE


def _words(failure: Failure, arguments: Sequence[str]) -> str:
    return read_catalogue(packaged_templates(), guess_language(arguments)).failure(failure)


def _tell(text: str) -> None:
    warn(f"cica: {text}\n")
