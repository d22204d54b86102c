"""Runs commands where the calls of the system that only Unix has are taken away, as on Windows.

Each argument is a command with its words apart by spaces. What Python itself needs on this system is loaded before.
"""

import multiprocessing.popen_spawn_posix  # noqa: F401 - it looks for calls that go below
import os
import signal
import sys

ONLY_UNIX = {
    os: (
        *("fork", "killpg", "setsid", "getuid", "geteuid", "fchmod", "chown", "mkfifo"),
        *("O_NOFOLLOW", "O_DIRECTORY", "O_NONBLOCK", "O_CLOEXEC"),
    ),
    signal: ("SIGHUP", "SIGPIPE", "SIGALRM", "SIGVTALRM", "setitimer", "alarm"),
}


def take_away() -> None:
    """Remove these calls; only in a program of its own, for pytest imports this module in search of examples."""
    for module, names in ONLY_UNIX.items():
        for name in names:
            vars(module).pop(name, None)
    os.supports_dir_fd.clear()
    os.supports_fd.clear()
    sys.modules["resource"] = None  # type: ignore[assignment]


if __name__ == "__main__":
    take_away()
    from cica_docs.cli.run import run

    for command in sys.argv[1:]:
        print(f"== {command.split()[0]} {run(command.split())}", flush=True)  # noqa: T201 - a program of tests
