"""The tour of the README, typed in as it stands there."""

import os
import re
import subprocess
import sys
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"
ANYTHING = "…\n"


def _steps() -> list[tuple[str, str]]:
    """The commands of the tour and what each is said to print."""
    blocks = re.findall(r"^```console\n(.*?)^```$", README.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    return re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", "".join(blocks), re.MULTILINE)


def _is_shown(shown: str, printed: str) -> bool:
    """Whether the print is what is shown; a line that is only an ellipsis stands for any lines."""
    return re.fullmatch("(?:.*\n)*".join(map(re.escape, shown.split(ANYTHING))), printed) is not None


def test_the_tour_of_the_readme_prints_what_it_says(tmp_path: Path) -> None:
    shim = tmp_path / "bin" / "cica"
    shim.parent.mkdir()
    shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m cica_docs "$@"\n', encoding="utf-8")
    shim.chmod(0o755)
    surroundings = {**os.environ, "PATH": f"{shim.parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
    folder = tmp_path
    steps = _steps()
    assert len(steps) > 8
    for command, shown in steps:
        if command.startswith("cd "):
            folder /= command.removeprefix("cd ")
            continue
        done = subprocess.run(
            ["sh", "-c", command],
            cwd=folder,
            env=surroundings,
            check=False,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
        assert _is_shown(shown, done.stdout), f"{command}\n{done.stdout}"
