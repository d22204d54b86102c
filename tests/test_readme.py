"""The commands of the README and of the pages on use print the output shown beside them."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

HOME = Path(__file__).parent.parent
TOURS = {
    "README.md": 0,
    "docs/use/drafting.md": 1,
    "docs/use/own-decision.md": 1,
    "docs/use/secretariat.md": 0,
    "docs/use/translating.md": 1,
}
"""The pages, each with the highest exit status of its commands: 1 if one shows errors or translations out of date."""
ANYTHING = "…\n"


def _steps(page: str) -> list[tuple[str, str]]:
    """Return the commands of a page and the output shown for each."""
    text = (HOME / page).read_text(encoding="utf-8")
    blocks = re.findall(r"^```console\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    return re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", "".join(blocks), re.MULTILINE)


def _is_shown(shown: str, printed: str) -> bool:
    """Return whether the output is as shown; a line with only an ellipsis matches any lines."""
    return re.fullmatch("(?:.*\n)*".join(map(re.escape, shown.split(ANYTHING))), printed) is not None


@pytest.mark.series(6)
@pytest.mark.parametrize(("page", "most"), TOURS.items())
def test_the_tour_prints_what_it_says(page: str, most: int, tmp_path: Path) -> None:
    shim = tmp_path / "bin" / "cica"
    shim.parent.mkdir()
    shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m cica_docs "$@"\n', encoding="utf-8")
    shim.chmod(0o755)
    somebody = {f"GIT_{role}_{part}": "a@b" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    surroundings = {**os.environ, **somebody, "PATH": f"{shim.parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
    folder = tmp_path
    steps = _steps(page)
    assert len(steps) >= 8
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
        assert done.returncode <= most, f"{command}\n{done.stdout}{done.stderr}"
        assert _is_shown(shown, done.stdout), f"{command}\n{done.stdout}"
