"""Lists of names and progress, for commands that print."""

import sys
from collections.abc import Sequence
from pathlib import Path

from cica_docs.cli.console import redraw, say, warn
from cica_docs.i18n.messages import Catalogue
from cica_docs.values.failure import Failure


def parse_list(text: str, known: Sequence[str], failure: str) -> list[str]:
    """Parse names separated by commas; raise `Failure` for an unknown one."""
    names = [name.strip() for name in text.split(",") if name.strip()]
    for name in names:
        if name not in known:
            raise Failure(failure, name=name, known=tuple(known))
    return names


class Progress:
    """The progress of printing: one changing line on a terminal, occasional lines elsewhere."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.terminal = sys.stderr.isatty()
        self.last = 0

    def show(self, done: int, total: int, path: str) -> None:
        """Show how many files have been printed."""
        if self.terminal:
            redraw(f"{done}/{total} {path}")
        elif done == total or done - self.last >= max(10, total // 10):
            self.last = done
            warn(f"{done}/{total} {path}\n")

    def end(self, count: int, fresh: int, output: Path) -> None:
        """Say where the printed files are."""
        if self.terminal:
            redraw("")
        where = output / "index.html" if (output / "index.html").is_file() else output
        say(self.catalogue.commands.sentence("render-done", count=count, fresh=fresh, where=where) + "\n")
