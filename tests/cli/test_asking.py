"""`cica new` at a terminal: it asks until each answer will do."""

import os
import pty
import select
import signal
import sys
import time
import traceback
from collections.abc import Sequence
from pathlib import Path

import pytest


def _typed(folder: Path, arguments: Sequence[str], lines: Sequence[bytes]) -> tuple[int, str]:
    """Exit status and text of the command on a terminal, where each line is typed at a prompt."""
    child, terminal = pty.fork()
    if child == 0:
        try:
            os.chdir(folder)
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            os.environ.update(PYTHONPATH=str(Path(__file__).parents[2]), LC_ALL="C.UTF-8", TERM="dumb")
            program = [sys.executable, "-m", "cica_docs", *arguments]
            os.execv(sys.executable, program)  # noqa: S606 - no shell is wanted
        except BaseException:  # noqa: BLE001 - the child must never go on as a second run of the tests
            os.write(2, traceback.format_exc().encode())
        finally:
            os._exit(99)
    said, answered, left = b"", 0, list(lines)
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if select.select([terminal], [], [], 0.3)[0]:
            try:
                said += os.read(terminal, 65_536)
            except OSError:  # how Linux says that the other side has gone
                break
        elif not left and not lines[-1].endswith(b"\n"):
            # An interrupt between the prompt and the reading of the answer goes unheard; people press the key again.
            os.write(terminal, lines[-1])
        if left and said[answered:].rstrip(b" ").endswith(b":"):
            answered = len(said)
            os.write(terminal, left.pop(0))
    os.close(terminal)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return status, said.decode()


# pty.fork warns where threads run; the child does nothing but become another program.
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_it_asks_until_each_answer_will_do(papers: Path) -> None:
    typed = [b"99\n", b"1\n", b"\n", b"sample state\n", b"1 Jan\n", b"2027-01-01\n", b"2026-01-01\n", b"2029-12-31\n"]
    titles = [b"Tourism\n", "Туризм\n".encode(), b"\n"]
    status, said = _typed(papers.parent, ["new", "concept-paper", "t", "--lang", "en"], [*typed, *titles])
    assert status == 0, said
    assert "   1  sample-area       Sample area" in said
    assert "“99” is not accepted for area" in said
    assert "prepared_by: an answer is needed" in said
    assert "invalid date “1 Jan”" in said
    assert "2026-01-01 is before the first day, 2027-01-01" in said
    assert "area: sample-area\nprepared_by: XA\n" in (papers / "concept-paper/t/en.md").read_text(encoding="utf-8")
    assert "title: Туризм" in (papers / "concept-paper/t/ru.md").read_text(encoding="utf-8")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("key", [b"\x03", b"\x04"], ids=["control-c", "control-d"])
def test_who_stops_has_written_nothing(papers: Path, key: bytes) -> None:
    status, said = _typed(papers.parent, ["new", "mandate", "t", "--lang", "kk"], [b"1\n", key])
    assert status == 130, said
    assert "үйлестіруші" in said
    assert not (papers / "mandate").exists()
