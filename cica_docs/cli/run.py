"""The one place where a failure becomes an exit status, and a fault of ours one line."""

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

import click
import typer.main

from cica_docs.api.catalogue import read_catalogue
from cica_docs.api.opening import templates
from cica_docs.cli.app import app
from cica_docs.cli.options import language_of_reader
from cica_docs.values.failure import Failure
from cica_docs.values.printable import printable

_FAULT_OF_OURS = 70
_INTERRUPTED = 130


def run(arguments: Sequence[str]) -> int:
    """Run the command with its arguments and answer the exit status."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        return int(typer.main.get_command(app).main(list(arguments), "cica", standalone_mode=False) or 0)
    except Failure as failure:
        _say(read_catalogue(templates(), language_of_reader(arguments)).failure(failure))
        return failure.status
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show(file=sys.stderr)
        return 2
    except (KeyboardInterrupt, click.Abort):
        _say("interrupted")
        return _INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        name = printable(str(error.filename or ""))
        _say(
            f"{name}: {error.strerror or type(error).__name__}" if name else str(error.strerror or type(error).__name__)
        )
        return 3
    except Exception as error:  # the last resort: a fault of ours is one line, never a traceback in a reader's face
        if "--debug" in arguments:
            # Where, never what: the words of an exception may be those of a document that may not be shown.
            sys.stderr.writelines(traceback.format_tb(error.__traceback__))
        place = traceback.extract_tb(error.__traceback__)[-1]
        name = Path(place.filename).name
        _say(f"this is a fault of cica itself ({type(error).__name__} at {name}:{place.lineno}); --debug shows more")
        return _FAULT_OF_OURS


def _say(text: str) -> None:
    sys.stderr.write(f"cica: {text}\n")
