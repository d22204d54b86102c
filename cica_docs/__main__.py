"""The command `cica`."""

import gc
import os
import sys


def main() -> None:
    """Run the command; its version and its help are answered before anything heavy is imported."""
    if (answer := _short_answer(sys.argv[1:])) is not None and _is_said(answer):
        return
    try:
        from cica_docs.cli.stopping import listen, stop_cause_of
    except KeyboardInterrupt:
        os._exit(130)
    try:
        listen()
        status = _status()
    except BaseException as error:
        stopped = stop_cause_of(error)
        if stopped is None:
            raise
        from cica_docs.cli.console import open_streams, warn

        open_streams()
        warn(f"cica: {stopped.word}\n")
        status = stopped.status
    # The system takes back at once what Python would take apart object by object: a twentieth of the time of a check.
    os._exit(status)


def _short_answer(arguments: list[str]) -> bytes | None:
    """Return what is known without running: the version, and help that is written down."""
    from cica_docs import __version__

    if arguments == ["--version"]:
        return f"cica {__version__}\n".encode()
    from cica_docs.cli.prepared_help import prepared_help

    return prepared_help(arguments, os.environ)


def _is_said(answer: bytes) -> bool:
    try:
        # Past the stream, which would hold on to what it could not write.
        while answer:
            answer = answer[os.write(1, answer) :]
    except OSError:  # full or closed: what comes next says so
        return False
    return True


def _status() -> int:
    # What is imported and read is kept to the end, so looking for rubbish in it every so often only takes time.
    gc.set_threshold(2_000_000, 20, 100)
    from cica_docs.cli.console import open_streams

    open_streams()
    from cica_docs.values.failure import Failure

    try:
        from cica_docs.cli.run import run
    except Failure as failure:  # a locale that is not whole
        from cica_docs.cli.console import warn
        from cica_docs.cli.locale_failure import describe_locale_failure

        warn(f"cica: {describe_locale_failure(failure, sys.argv[1:])}\n")
        return failure.status
    return run(sys.argv[1:])


if __name__ == "__main__":
    main()
