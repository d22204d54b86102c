"""Lists of names and progress, for commands that print."""

import sys
from collections.abc import Sequence
from pathlib import Path

from cica_docs.cli.console import redraw, say, warn
from cica_docs.cli.options import EVERY_LANGUAGE, PARALLEL
from cica_docs.i18n.messages import Catalogue
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language


def parse_list(text: str, known: Sequence[str], failure: str) -> list[str]:
    """Parse names separated by commas; raise `Failure` for an unknown one."""
    names = [name.strip() for name in text.split(",") if name.strip()]
    for name in names:
        if name not in known:
            raise Failure(failure, name=name, known=tuple(known))
    return names


def parse_languages(names: str, of_register: Sequence[Language]) -> tuple[tuple[Language, ...], bool]:
    """Parse an option of languages to print: the languages, and whether they are printed side by side too."""
    known = parse_list(names, [*Language, PARALLEL], "language-unknown")
    chosen = () if names == EVERY_LANGUAGE else tuple(Language(name) for name in known if name != PARALLEL)
    return chosen or tuple(of_register), PARALLEL in known


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
