"""What commands share that print: names in a list, and how far the printing has come."""

import sys
from collections.abc import Sequence
from pathlib import Path

from cica_docs.cli.console import redraw, say, warn
from cica_docs.i18n.messages import Catalogue
from cica_docs.values.failure import Failure


def parse_list(text: str, known: Sequence[str], failure: str) -> list[str]:
    """Parse names separated by commas; raise `Failure` for an unknown one."""
    asked = [one.strip() for one in text.split(",") if one.strip()]
    for one in asked:
        if one not in known:
            raise Failure(failure, name=one, known=tuple(known))
    return asked


class Progress:
    """What is being printed: one line that changes on a terminal, now and then a line elsewhere."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.terminal = sys.stderr.isatty()
        self.last = 0

    def show(self, done: int, total: int, path: str) -> None:
        """Say how far the printing has come."""
        if self.terminal:
            redraw(f"{done}/{total} {path}")
        elif done == total or done - self.last >= max(10, total // 10):
            self.last = done
            warn(f"{done}/{total} {path}\n")

    def end(self, count: int, fresh: int, output: Path) -> None:
        """Say where to look."""
        if self.terminal:
            redraw("")
        where = output / "index.html" if (output / "index.html").is_file() else output
        say(self.catalogue.commands.sentence("render-done", count=count, fresh=fresh, where=where) + "\n")
