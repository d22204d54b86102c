"""A redline of a paper of about sixty pages beside printing that paper, in the same formats and one language.

The former text has one word in each tenth paragraph replaced, one paragraph in thirty taken out and one put in.
"""

import subprocess
import sys
import tempfile
from pathlib import Path
from shutil import copytree

from pairs import CICA, HOME, Contender, compare, machine

from register import AS_OF

GOAL = 2.0
_WORK = "concept-paper/environment-2026"
_COPIES = 12
_FORMATS = "docx,pdf,html,txt"
_GIT = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org"]


def main(pairs: int) -> None:
    """Compare."""
    with tempfile.TemporaryDirectory() as folder:
        root, output = Path(folder, "papers"), Path(folder, "build")
        copytree(HOME / "tests/corpus", root / "registry")
        paper = root / "registry" / _WORK / "en.md"
        head, _, body = paper.read_text(encoding="utf-8").partition("\n---\n")
        later = [block for copy in range(_COPIES) for block in _copied(body, copy).split("\n\n")]
        paper.write_text(f"{head}\n---\n" + "\n\n".join(_former(later)), encoding="utf-8")
        _run(root, "git", "init", "-q", "-b", "main", ".")
        _commit(root)
        paper.write_text(f"{head}\n---\n" + "\n\n".join(later), encoding="utf-8")
        _commit(root)
        common = ["--register", str(root / "registry"), "--to", _FORMATS, "--lang", "en", "-o", str(output)]
        printing = Contender(
            "cica render", [[CICA, "render", _WORK, "--as-of", AS_OF, *common]], lambda: _clear(output)
        )
        redline = Contender(
            "cica compare", [[CICA, "compare", _WORK, "--base", "HEAD~1", *common]], lambda: _clear(output)
        )
        compare(f"A redline of a paper of {len(later)} blocks", redline, printing, pairs=pairs, goal=GOAL)


def _copied(body: str, copy: int) -> str:
    """Return the text with ids, footnotes and some words of its own, since no paper says the same twelve times."""
    own = body.replace(" {#", f" {{#c{copy}-").replace("[^", f"[^c{copy}-")
    return own.replace("Member States", f"Member States of group {copy}").replace(" the ", f" the {copy}th ")


def _former(blocks: list[str]) -> list[str]:
    former = []
    for at, block in enumerate(blocks):
        words = block.split(" ")
        if at % 10 == 3 and len(words) > 9:
            words[8] = "otherwise"
        if at % 30 == 7:
            former.append("A paragraph of the former text that is not in the later one.")
        if at % 30 != 12 or block.startswith(("#", "|", "-")):
            former.append(" ".join(words))
    return former


def _clear(output: Path) -> None:
    subprocess.run(["rm", "-rf", str(output)], check=True)


def _commit(root: Path) -> None:
    _run(root, *_GIT, "add", "-A")
    _run(root, *_GIT, "commit", "-q", "-m", "A state of the paper")


def _run(root: Path, *command: str) -> None:
    subprocess.run(command, cwd=root, check=True)


if __name__ == "__main__":
    machine()
    main(*map(int, sys.argv[1:] or ["5"]))
