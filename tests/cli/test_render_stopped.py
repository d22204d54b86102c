"""A printing that is ended from outside takes its workers and pandoc with it, whatever ended it."""

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from cica_docs.render.docx.pandoc import pandoc_path

ROOT = Path(__file__).parent.parent.parent
CORPUS = ROOT / "tests/corpus"
SECONDS = 60

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")


def until(condition: object, *arguments: object) -> bool:
    """Whether something comes true before long."""
    assert callable(condition)
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        if condition(*arguments):
            return True
        time.sleep(0.05)
    return False


def alive(marks: tuple[str, ...]) -> list[int]:
    """The processes that bear a mark in their command line or surroundings and have not ended."""
    processes = []
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit() or int(folder.name) == os.getpid():
            continue
        try:
            said = (folder / "cmdline").read_bytes() + (folder / "environ").read_bytes()
            state = (folder / "stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            continue
        if state != "Z" and any(mark.encode() in said for mark in marks):
            processes.append(int(folder.name))
    return processes


class Run:
    """A printing with a pandoc that never answers."""

    def __init__(self, folder: Path) -> None:
        self.out, self.temporary = folder / "out", folder / "temporary"
        self.temporary.mkdir()
        # The seconds to sleep tell these processes from all others.
        self.sleep = f"9{time.monotonic_ns()}"
        pandoc = folder / "pandoc"
        pandoc.write_text(
            f'#!/bin/sh\n[ "$1" = --version ] && exec "{pandoc_path()}" --version\nexec sleep {self.sleep}\n'
        )
        pandoc.chmod(pandoc.stat().st_mode | stat.S_IXUSR)
        self.marks = (self.sleep, str(self.temporary))
        environment = {**os.environ, "TMPDIR": str(self.temporary), "PYPANDOC_PANDOC": str(pandoc), "LC_ALL": "C.UTF-8"}
        command = ["-m", "cica_docs", "render", "--register", str(CORPUS), "--to", "docx,pdf", "-o", str(self.out)]
        self.process = subprocess.Popen(
            [sys.executable, *command],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def hangs(self) -> bool:
        """Whether a pandoc of this run is asleep."""
        return bool(alive((self.sleep,)))


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    started = Run(tmp_path)
    yield started
    started.process.kill()
    started.process.communicate()
    for left in alive(started.marks):
        os.kill(left, signal.SIGKILL)


@pytest.mark.parametrize(
    ("name", "word"), [("SIGINT", "interrupted"), ("SIGTERM", "terminated"), ("SIGHUP", "hung up"), ("SIGKILL", "")]
)
def test_nothing_is_left_running(run: Run, name: str, word: str) -> None:
    assert until(run.hangs)
    assert len(alive(run.marks)) > 1
    number = signal.Signals[name]
    run.process.send_signal(number)
    # Who reads its output does not wait for what it left: nothing holds the pipe open.
    _, said = run.process.communicate(timeout=SECONDS)
    assert until(lambda: not alive(run.marks)), alive(run.marks)
    assert until(lambda: not list(run.temporary.iterdir()))
    assert not list(run.out.rglob(".cica-*"))
    if number == signal.SIGKILL:
        assert run.process.returncode == -signal.SIGKILL
    else:
        assert run.process.returncode == 128 + number
        assert word in said
        assert "Traceback" not in said


def test_a_worker_that_is_killed_costs_one_file_and_its_pandoc(run: Run) -> None:
    assert until(run.hangs)
    asleep = alive((run.sleep,))[0]
    worker = int(Path(f"/proc/{asleep}/stat").read_text().rpartition(")")[2].split()[1])
    assert worker != run.process.pid
    os.kill(worker, signal.SIGKILL)
    assert until(lambda: asleep not in alive((run.sleep,)))
    assert run.process.poll() is None
    assert until(run.hangs)
