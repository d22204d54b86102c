"""The command `cica`."""

import sys


def main() -> None:
    """Run the command; its version is answered before anything is imported."""
    if sys.argv[1:] == ["--version"]:
        from cica_docs import __version__

        sys.stdout.write(f"cica {__version__}\n")
        return
    from cica_docs.cli.run import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
