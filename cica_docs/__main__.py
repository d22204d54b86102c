"""The command `cica`."""

import gc
import os
import sys


def main() -> None:
    """Run the command; its version is answered before anything is imported."""
    if sys.argv[1:] == ["--version"]:
        from cica_docs import __version__

        sys.stdout.write(f"cica {__version__}\n")
        return
    # What is imported and read is kept to the end, so looking for rubbish in it every so often only takes time.
    gc.set_threshold(2_000_000, 20, 100)
    from cica_docs.cli.run import run

    status = run(sys.argv[1:])
    # The system takes back at once what Python would take apart object by object: a twentieth of the time of a check.
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(status)


if __name__ == "__main__":
    main()
