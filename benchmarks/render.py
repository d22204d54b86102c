"""Printing a register in all formats beside the engines alone, and a second printing with nothing changed.

The engines get the same editions, laid out before the clock starts: typst the same templates and data for every PDF,
pandoc the same tree and reference document for every DOCX, in as many processes as `cica render` uses. Nothing else is
counted as the engines' own: no reading, no layout, no HTML, no finishing of DOCX, no counting of pages, no files.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from engines import lay_out
from pairs import CICA, HOME, PYTHON, Contender, compare, machine

from register import AS_OF, write_register

GOAL = 1.5


def main(pairs: int, size: int = 300) -> None:
    """Compare."""
    with tempfile.TemporaryDirectory() as folder:
        register, output, given = Path(folder, "register"), Path(folder, "build"), Path(folder, "given")
        write_register(register, size)
        lay_out(register, given)
        command = [CICA, "render", "--register", str(register), "--as-of", AS_OF, "-o", str(output)]

        def clear() -> None:
            shutil.rmtree(output, ignore_errors=True)

        first = Contender("cica render, all formats, nothing kept", [command], clear, statuses=(0, 1))
        engines = Contender("typst and pandoc alone", [[PYTHON, str(HOME / "benchmarks/engines.py"), str(given)]])
        compare(f"Printing {size} documents", first, engines, pairs=pairs, goal=GOAL)
        again = Contender("cica render again, nothing changed", [command], statuses=(0, 1))
        compare(f"Printing {size} documents again", again, first, pairs=min(pairs, 2))
        before = _written(output)
        again.times()
        changed = sum(1 for path, stamp in _written(output).items() if before.get(path) != stamp)
        print(f"  files written again: {changed} of {len(before)} (the list and the record are written each time)")


def _written(output: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in output.rglob("*") if path.is_file()}


if __name__ == "__main__":
    machine()
    main(*map(int, sys.argv[1:] or ["5"]))
