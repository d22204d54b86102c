"""Processes that write files, bounded in memory and time, and ended with the run that started them."""

import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.reduction import ForkingPickler
from tempfile import TemporaryDirectory
from time import monotonic
from types import TracebackType
from typing import Any, Self

from cica_docs.render.worker import MEMORY_SPENT, Answer, Job, serve
from cica_docs.render.writers import Written
from cica_docs.values.failure import Failure

_MEGABYTE = 1 << 20
# The system kills a process that it has no memory for, and typst aborts when an allocation fails.
_OUT_OF_MEMORY = frozenset({MEMORY_SPENT, -9, -6})


@dataclass(frozen=True)
class Bounds:
    """Limits for writing one file; time grows with the size of the edition."""

    memory: int = 2048 * _MEGABYTE
    """Bytes of address space that a worker may add to its initial size."""
    seconds: float = 60
    seconds_a_megabyte: float = 60

    def time(self, size: int) -> float:
        """Return the seconds for a job of so many bytes."""
        return self.seconds + self.seconds_a_megabyte * size / _MEGABYTE


BOUNDS = Bounds()


class Workers:
    """Writes jobs in separate processes, so that a crash or a hang costs only one file.

    Each worker is forked where that is safe, has a session of its own, and is killed with all that it started when
    its time is over. A worker that dies is replaced; its job is tried again by a fresh one if others came before it
    in that process, whose memory counts for them too.
    """

    def __init__(self, templates: Mapping[str, bytes], bounds: Bounds = BOUNDS) -> None:
        self.templates = dict(templates)
        self.bounds = bounds
        # Once typst has run, its threads stay behind, and a process forked from here would wait for them forever.
        may_fork = sys.platform == "linux" and hasattr(os, "fork") and "typst" not in sys.modules
        method = "fork" if may_fork else "spawn"
        self._context: Any = multiprocessing.get_context(method)
        self._idle: list[_Worker] = []
        self._busy: dict[Connection, _Worker] = {}
        self._folder: TemporaryDirectory[str] | None = None

    def __enter__(self) -> Self:
        self._folder = TemporaryDirectory(prefix="cica-", ignore_cleanup_errors=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in (*self._idle, *self._busy.values()):
            worker.kill()
        self._idle.clear()
        self._busy.clear()
        if self._folder:
            self._folder.cleanup()

    def write(self, jobs: Sequence[Job]) -> Iterator[tuple[int, Written | Failure]]:
        """Yield the index and result of each job, in the order in which they are finished."""
        most = min(os.cpu_count() or 1, len(jobs))
        waiting = deque(range(len(jobs)))
        while waiting or self._busy:
            while waiting and len(self._busy) < most:
                self._give(waiting.popleft(), jobs)
            for worker in self._ready():
                at, answer = worker.job, worker.answer()
                del self._busy[worker.connection]
                if isinstance(answer, Answer):
                    self._idle.append(worker)
                    yield at, answer.result
                elif worker.served > 1 and answer.key != "writer-time":
                    waiting.appendleft(at)
                    self._give(waiting.popleft(), jobs, self._started())
                else:
                    yield at, answer

    def _give(self, at: int, jobs: Sequence[Job], worker: "_Worker | None" = None) -> None:
        worker = worker or (self._idle.pop() if self._idle else self._started())
        worker.give(at, jobs[at], self.bounds)
        self._busy[worker.connection] = worker

    def _started(self) -> "_Worker":
        assert self._folder
        return _Worker(self._context, (self.templates, self.bounds.memory, self._folder.name))

    def _ready(self) -> "list[_Worker]":
        """Wait for workers that have answered, died or used up their time."""
        nearest = min(worker.deadline for worker in self._busy.values())
        answered = wait(list(self._busy), max(0.0, nearest - monotonic()))
        now = monotonic()
        return [worker for worker in self._busy.values() if worker.connection in answered or worker.deadline <= now]


class _Worker:
    """A process and its current job."""

    def __init__(self, context: Any, given: tuple[dict[str, bytes], int, str]) -> None:
        self.connection, worker_end = context.Pipe()
        self.process = context.Process(target=serve, args=(worker_end, *given), daemon=True)
        self.process.start()
        worker_end.close()
        self.job = 0
        self.served = 0
        self.memory = 0
        self.deadline = self.seconds = 0.0

    def give(self, at: int, job: Job, bounds: Bounds) -> None:
        message = ForkingPickler.dumps(job)
        self.job = at
        self.served += 1
        self.seconds = bounds.time(len(message))
        self.memory = bounds.memory // _MEGABYTE
        self.deadline = monotonic() + self.seconds
        with suppress(OSError):  # it has died, which is seen when its answer is read
            self.connection.send_bytes(message)

    def answer(self) -> "Answer | Failure":
        """Return its answer, or how it ended; kill it if it has no answer."""
        try:
            if self.connection.poll():
                answer = self.connection.recv()
                assert isinstance(answer, Answer)
                return answer
            failure = Failure("writer-time", status=3, seconds=round(self.seconds))
        except (EOFError, OSError):
            failure = None
        code = self.kill()
        if failure is None and code in _OUT_OF_MEMORY:
            failure = Failure("writer-memory", status=3, limit=self.memory)
        return failure or Failure("writer-died", status=3, code=code)

    def kill(self) -> int | None:
        """End the process and whatever it started; return its exit status."""
        # Kill the group before waiting for the process: afterwards its number may belong to another one.
        with suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(self.process.pid, signal.SIGKILL)
        with suppress(OSError):
            self.process.kill()
        self.process.join()
        self.connection.close()
        code: int | None = self.process.exitcode
        return code
