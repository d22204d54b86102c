"""Workers: bounded in memory and time, and what breaks one costs no other file."""

import ctypes
import faulthandler
import os
import signal
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cica_docs.documents.markdown.blocks import Paragraph, Text
from cica_docs.register.open import packaged_templates
from cica_docs.render import worker
from cica_docs.render.edition import Edition
from cica_docs.render.print_jobs import RenderPool
from cica_docs.render.worker import Job, Written
from cica_docs.render.workers import Bounds, Workers
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language

MEGABYTE = 1 << 20
EDITION = Edition(
    name="notice/one/en",
    work="notice/one",
    languages=(Language("en"),),
    title="",
    subject="",
    author="",
    dated=date(2026, 12, 1),
    unmarked=(),
)

pytestmark = [
    pytest.mark.series(6),
    pytest.mark.skipif(sys.platform != "linux", reason="workers are forked with the writers of these tests"),
]


def act(job: Job, _: object) -> Written:
    """Does what the path of a job says."""
    match job.path.partition("-")[0]:
        case "hang":
            time.sleep(600)
        case "spin":
            while True:
                pass
        case "eat":
            held = [bytearray(64 * MEGABYTE) for _ in range(100)]
            return bytes(held[0][:1]), 0
        case "crash":
            faulthandler.disable()
            ctypes.string_at(0)
        case "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        case "left":
            os._exit(0)
        case "fault":
            raise KeyError("secret")
        case "refuse":
            raise Failure("pdf-refused", status=3, work="w", reason="r")
        case "child":
            if os.fork() == 0:
                Path(job.language).write_text(str(os.getpid()))
                time.sleep(600)
            time.sleep(600)
    return job.path.encode(), os.getpid()


@pytest.fixture(autouse=True)
def acting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers that do as they are told; no engine has run in this process, or nothing could be forked from it."""
    monkeypatch.setattr(worker, "write_job", act)
    monkeypatch.delitem(sys.modules, "typst", raising=False)


def job(path: str, language: str = "en") -> Job:
    return Job(path, "html", language, (EDITION,))


def results(*paths: str, bounds: Bounds | None = None) -> dict[str, Written | Failure]:
    """What became of each job."""
    jobs = [job(path) for path in paths]
    with Workers({}, bounds or Bounds(memory=1024 * MEGABYTE, seconds=60)) as workers:
        return {paths[at]: result for at, result in workers.write(jobs)}


def key(result: Written | Failure) -> str:
    return result.key if isinstance(result, Failure) else "written"


OTHERS = tuple(f"good-{at}" for at in range(6))


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ("eat", "writer-memory"),
        ("crash", "writer-died"),
        ("killed", "writer-memory"),
        ("left", "writer-died"),
        ("fault", "writer-fault"),
        ("refuse", "pdf-refused"),
    ],
)
def test_one_that_breaks_costs_itself_alone(what: str, expected: str) -> None:
    found = results(*OTHERS[:3], what, *OTHERS[3:])
    assert {path: key(result) for path, result in found.items()} == dict.fromkeys(OTHERS, "written") | {what: expected}
    failure = found[what]
    assert isinstance(failure, Failure)
    assert failure.status == 3
    assert "secret" not in str(failure.details)


@pytest.mark.parametrize("what", ["hang", "spin"])
def test_one_that_does_not_end_is_ended(what: str) -> None:
    found = results(*OTHERS, what, bounds=Bounds(memory=1024 * MEGABYTE, seconds=2))
    assert {path: key(result) for path, result in found.items()} == dict.fromkeys(OTHERS, "written") | {
        what: "writer-time"
    }


def test_more_break_than_there_are_workers() -> None:
    broken = [f"crash-{at}" for at in range(7)]
    found = results(*broken, *OTHERS)
    assert [key(found[path]) for path in broken] == ["writer-died"] * 7
    assert [key(found[path]) for path in OTHERS] == ["written"] * 6


def test_time_grows_with_the_size_of_the_edition() -> None:
    bounds = Bounds(seconds=10, seconds_a_megabyte=30)
    assert bounds.time(0) == 10
    assert bounds.time(2 * MEGABYTE) == 70


def test_what_a_worker_started_ends_with_it(tmp_path: Path) -> None:
    told = tmp_path / "pid"
    with Workers({}, Bounds(seconds=1)) as workers:
        assert [key(result) for _, result in workers.write([job("child", str(told))])] == ["writer-time"]
    pid = int(told.read_text())
    for _ in range(200):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return
        if state == "Z":
            return
        time.sleep(0.05)
    os.kill(pid, signal.SIGKILL)
    pytest.fail("a process was left")


def test_a_worker_serves_more_than_one_printing() -> None:
    with Workers({}) as workers:
        first = dict(workers.write([job("a"), job("b")]))
        second = dict(workers.write([job("c"), job("d")]))
    assert {result[1] for result in second.values()} <= {result[1] for result in first.values()}  # type: ignore[index]


def test_the_press_keeps_the_order_and_names_what_it_could_not_write() -> None:
    seen: list[int] = []
    with RenderPool({}, lambda _path, _key: None, lambda done, _total, _path: seen.append(done)) as press:
        outputs = press.write([job("b"), job("fault"), job("a"), job("crash"), job("c")])
    assert [output.path for output in outputs] == ["b", "a", "c"]
    assert [(one.job.path, one.reason.key) for one in press.unwritten] == [
        ("fault", "writer-fault"),
        ("crash", "writer-died"),
    ]
    assert seen == [1, 2, 3, 4, 5]


def test_memory_of_typst_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Typst aborts where it is given no memory: the worker dies, and the next file is written."""
    monkeypatch.undo()
    shipped = packaged_templates()
    files = {path: shipped.read(path) for path in shipped.paths()}
    text = tuple(Paragraph((Text(f"Paragraph {at} " * 20),)) for at in range(9000))
    large, small = replace(EDITION, title="T", unmarked=text), replace(EDITION, title="T", unmarked=text[:3])
    jobs = [Job("large.pdf", "pdf", "en", (large,)), Job("small.pdf", "pdf", "en", (small,))]
    with Workers(files, Bounds(memory=300 * MEGABYTE, seconds=120)) as workers:
        found = {jobs[at].path: key(result) for at, result in workers.write(jobs)}
    assert found == {"large.pdf": "writer-memory", "small.pdf": "written"}
