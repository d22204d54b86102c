"""Properties of the output terminal."""

import os
import shutil
import sys

from cica_docs.cli.options import Colour
from cica_docs.text.terminal import WIDTH


def wants_colour(colour: Colour) -> bool:
    """Whether to colour: as asked, else on a terminal whose user has not set NO_COLOR."""
    if colour is Colour.AUTO:
        return sys.stdout.isatty() and "NO_COLOR" not in os.environ
    return colour is Colour.ALWAYS


def terminal_width() -> int | None:
    """Return the width of the terminal in cells; None if standard output is not a terminal."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def text_width() -> int:
    """Return the width of lines of text: that of the terminal if it is narrow, else the usual one."""
    return min(terminal_width() or WIDTH, WIDTH)
