"""The commands of a drafter need nothing that only Unix has; Windows itself is tried in the workflow."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parent.parent / "without_unix.py"
NEW = (
    "new notice tourism-xc-2027 --title Notice --set purpose=intention --set area=tourism --set state=XC "
    "--set role=coordinator --set tenure_from=2027-01-01 --set tenure_to=2028-12-31"
)


@pytest.mark.skipif(sys.platform == "win32", reason="there they are missing anyway")
def test_a_paper_is_begun_checked_mended_and_printed(tmp_path: Path) -> None:
    place = "--register papers/registry"
    commands = [
        "init papers --example",
        f"{NEW} {place}",
        f"fix {place}",
        f"check {place} --as-of 2026-12-01",
        f"list mandate {place} --format csv",
        f"render notice/tourism-xc-2027 {place} --languages en --to pdf,docx,html -o out",
    ]
    environment = {**os.environ, "PYTHONPATH": str(PROGRAM.parent.parent)}
    done = subprocess.run(
        [sys.executable, PROGRAM, *commands],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    ended = [line for line in done.stdout.splitlines() if line.startswith("== ")]
    assert ended == [f"== {command.split()[0]} 0" for command in commands], done.stdout + done.stderr
    printed = {path.name for path in (tmp_path / "out" / "notice" / "tourism-xc-2027").iterdir()}
    assert printed == {"en.pdf", "en.docx", "index.html"}
