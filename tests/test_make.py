"""What `make render` does when the check or the printing fails, with stand-ins for both."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
_CICA = """#!/bin/sh
echo "cica $1"
case $1 in check) exit "$CHECKED" ;; render) exit "$PRINTED" ;; esac
"""


def _rendered(venv: Path, checked: int, printed: int) -> subprocess.CompletedProcess[str]:
    """Run `make render` with a command that ends with these exit statuses."""
    (venv / "bin").mkdir(parents=True)
    (venv / "bin/cica").write_text(_CICA, encoding="utf-8")
    (venv / "bin/cica").chmod(0o755)
    for made in ("made", "installed"):
        (venv / made).touch()
    make = shutil.which("make")
    assert make
    command = [make, "--no-print-directory", "render", f"VENV={venv}", f"OUT={venv / 'out'}"]
    statuses = {"CHECKED": str(checked), "PRINTED": str(printed)}
    environment = {**os.environ, **statuses}
    return subprocess.run(command, cwd=ROOT, env=environment, check=False, capture_output=True, text=True)


@pytest.mark.parametrize(
    ("checked", "printed", "said"),
    [
        (0, 0, ["== Done"]),
        (1, 0, ["== Done", "== The check before the printing found errors"]),
        (0, 3, ["== Not everything was printed"]),
        (1, 3, ["== Not everything was printed", "== The check before the printing found errors"]),
    ],
)
def test_errors_keep_nothing_from_being_printed_and_are_said_at_the_end(
    tmp_path: Path, checked: int, printed: int, said: list[str]
) -> None:
    done = _rendered(tmp_path / "venv", checked, printed)
    lines = (done.stdout + done.stderr).splitlines()
    assert "cica render" in lines
    verdicts = [line for line in lines if line.startswith(("== Done", "== Not", "== The"))]
    assert all(line.startswith(start) for line, start in zip(verdicts, said, strict=True))
    assert (done.returncode == 0) == (checked == printed == 0)


@pytest.mark.parametrize("checked", [2, 70])
def test_nothing_is_printed_where_the_check_could_not_decide(tmp_path: Path, checked: int) -> None:
    done = _rendered(tmp_path / "venv", checked, 0)
    assert "cica render" not in done.stdout
    assert done.returncode != 0
