"""The one place that turns failures into exit statuses and internal errors into one line."""

import errno
import io
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

import click
import typer.main

from cica_docs.cli.app import app, restore_help
from cica_docs.cli.console import discard, finish, warn
from cica_docs.cli.options import guess_language
from cica_docs.cli.stopping import stop_cause_of
from cica_docs.cli.terminal import terminal_width
from cica_docs.cli.translated_help import shows_help, speak, translate_command
from cica_docs.i18n.messages import read_catalogue
from cica_docs.register.open import packaged_templates
from cica_docs.text.escape import escape_terminal
from cica_docs.text.terminal import use_terminal
from cica_docs.values.failure import Failure

_CANNOT_DECIDE, _CANNOT_WRITE = 2, 3
_INTERNAL_ERROR = 70
_INTERRUPTED = 130
# A full or read-only disk is never an error of reading.
_WRITE_ERRORS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS})


def run(arguments: Sequence[str]) -> int:
    """Run the command with its arguments and return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    use_terminal(terminal_width())
    status = _status(arguments)
    try:
        finish()
    except Failure as failure:
        _print_error(_words(failure, arguments))
        return failure.status
    return status


def _status(arguments: Sequence[str]) -> int:
    try:
        _refuse_what_is_no_text(arguments)
        command = typer.main.get_command(app)
        if sys.flags.optimize > 1:
            restore_help(command)
        language = guess_language(arguments)
        speak(language)
        if shows_help(command, list(arguments)):
            translate_command(command, language)
        return int(command.main(list(arguments), "cica", standalone_mode=False) or 0)
    except Failure as failure:
        _print_error(_words(failure, arguments))
        return failure.status
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        usage = io.StringIO()
        error.show(file=usage)
        warn(usage.getvalue())
        return _CANNOT_DECIDE
    except (KeyboardInterrupt, click.Abort):
        _print_error("interrupted")
        return _INTERRUPTED
    except SystemExit as stop:
        # Shell completion has answered, or the reader of the help has closed the stream.
        return 0 if isinstance(stop.__context__, OSError) else int(stop.code or 0)
    except OSError as error:
        return _status_of_system_error(error, arguments)
    except Exception as error:  # the last resort: an internal error is one line, never a traceback
        if (stopped := stop_cause_of(error)) is not None:
            raise stopped from None
        if "--debug" in arguments:
            # The place alone: the text of an exception may be that of a restricted document.
            warn("".join(traceback.format_tb(error.__traceback__)))
        place = traceback.extract_tb(error.__traceback__)[-1]
        name = Path(place.filename).name
        where = f"{type(error).__name__} at {name}:{place.lineno}"
        _print_error(f"internal error, please report it ({where}); --debug shows more")
        return _INTERNAL_ERROR


def _refuse_what_is_no_text(arguments: Sequence[str]) -> None:
    """Raise `Failure` for an argument whose bytes are no UTF-8: nothing that holds them could be written."""
    for argument in arguments:
        if not argument.isascii() and argument != argument.encode("utf-8", "replace").decode():
            raise Failure("argument-not-text", argument=argument)


def _status_of_system_error(error: OSError, arguments: Sequence[str]) -> int:
    """Return the status for a system error: writing for a stream, which has no name, else reading."""
    reason = error.strerror or type(error).__name__
    if error.filename is None:
        discard(sys.stdout)
        failure = Failure("output-unwritable", status=_CANNOT_WRITE, reason=reason)
        _print_error(_words(failure, arguments))
        return failure.status
    _print_error(f"{escape_terminal(str(error.filename))}: {reason}")
    return _CANNOT_WRITE if error.errno in _WRITE_ERRORS else _CANNOT_DECIDE


def _words(failure: Failure, arguments: Sequence[str]) -> str:
    return read_catalogue(packaged_templates(), guess_language(arguments)).failure(failure)


def _print_error(text: str) -> None:
    warn(f"cica: {text}\n")
