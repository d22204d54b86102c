"""Help that is written down beforehand, printed before the command line is imported.

`make docs` writes one file a language, for a terminal of 80 columns; any other width, and any other option beside
`--help`, goes the long way.
"""

import os
from collections.abc import Mapping, Sequence

FOLDER = os.path.join(os.path.dirname(__file__), "help")  # noqa: PTH118, PTH120 - pathlib takes as long as Python itself
SOURCE = "source"
"""The name of the file in the source language, for every locale without a file of its own."""
COLUMNS = 80
_HELP_OPTIONS = ("--help", "-h")
_BEGIN = "\f"


def prepared_help(arguments: Sequence[str], environment: Mapping[str, str]) -> bytes | None:
    """Return the help that some arguments ask for; None where it has to be made."""
    if not arguments or arguments[-1] not in _HELP_OPTIONS or "_CICA_COMPLETE" in environment:
        return None
    words = " ".join(arguments[:-1])
    if words.split() != [*arguments[:-1]] or not _is_usual_width(environment):
        return None
    locale = next(filter(None, map(environment.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    for name in (locale[:2], SOURCE):
        try:
            with open(os.path.join(FOLDER, f"{name}.txt"), "rb") as file:  # noqa: PTH118, PTH123
                return _part(file.read(), words)
        except (OSError, ValueError):
            continue
    return None


def join_helps(helps: Mapping[str, str]) -> str:
    """Join the helps of commands, by the words that call them, to what a file holds."""
    return "".join(f"{_BEGIN}{words}\n{text}" for words, text in helps.items())


def _part(content: bytes, words: str) -> bytes | None:
    _, begin, rest = content.partition(f"{_BEGIN}{words}\n".encode("utf-8", "surrogateescape"))
    return rest.partition(_BEGIN.encode())[0] if begin else None


def _is_usual_width(environment: Mapping[str, str]) -> bool:
    """Whether help is laid out for 80 columns, as it is where the output is no terminal."""
    if environment.get("COLUMNS"):
        return environment["COLUMNS"] == str(COLUMNS)
    try:
        return os.get_terminal_size(1).columns in {0, COLUMNS}
    except OSError:
        return True
