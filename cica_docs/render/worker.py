"""A process that writes files for its parent, one at a time, within its bounds."""

import multiprocessing
import os
import shutil
import signal
import tempfile
import threading
import traceback
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from cica_docs.render.edition import Edition
from cica_docs.render.writers import WRITERS, Written
from cica_docs.values.failure import Failure

MEMORY_SPENT = 77
"""The exit status of a worker that was refused memory."""


@dataclass(frozen=True)
class Job:
    """One file to write: its path, its format and the editions that go into it."""

    path: str
    format: str
    language: str
    editions: tuple[Edition, ...]

    @property
    def work(self) -> str:
        """The work that it prints; empty for a list."""
        return self.editions[0].work


@dataclass(frozen=True)
class Answer:
    """The result of a job: the file, or why it is not written."""

    result: Written | Failure


def serve(connection: Connection, templates: Mapping[str, bytes], memory: int, folder: str) -> None:
    """Write what comes through the connection until it is closed; temporary files go to the folder."""
    _part_from_parent(folder)
    _limit_memory(memory)
    while True:
        try:
            job = connection.recv()
        except (EOFError, OSError):
            return
        connection.send(Answer(_result(job, templates)))


def write_job(job: Job, templates: Mapping[str, bytes]) -> Written:
    """Write the file of a job."""
    return WRITERS[job.format].load().write(job.editions, templates.__getitem__)


def _result(job: Job, templates: Mapping[str, bytes]) -> Written | Failure:
    try:
        return write_job(job, templates)
    except Failure as failure:
        return failure
    except MemoryError:
        os._exit(MEMORY_SPENT)
    except Exception as error:  # noqa: BLE001 - an internal error in one file is reported and costs no other file
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name}:{place.lineno}"
        return Failure("writer-fault", status=3, error=type(error).__name__, place=where)


def _part_from_parent(folder: str) -> None:
    """Start a session, which pandoc belongs to as well, and end all of it when the parent has ended."""
    if hasattr(os, "setsid"):
        with suppress(OSError):
            os.setsid()
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_DFL)
    # An interrupt goes to the run, which then ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    tempfile.tempdir = folder
    # Workers share the cores already, and each thread of typst reserves address space, which is bounded here.
    os.environ["RAYON_NUM_THREADS"] = "1"
    # An engine that crashes writes to standard error, in words meant for its developers.
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 2)
        os.close(nowhere)
    threading.Thread(target=_end_after_parent, args=(folder,), daemon=True).start()


def _end_after_parent(folder: str) -> None:
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    parent.join()
    shutil.rmtree(folder, ignore_errors=True)
    if hasattr(os, "killpg"):
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


def _limit_memory(memory: int) -> None:
    """Bound the address space of this process and its children; on systems other than Linux this may have no effect.

    Memory inherited from the parent, such as a large register, does not count.
    """
    try:
        import resource  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        return
    inherited = 0
    with suppress(OSError):
        inherited = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    for kind, limit in ((resource.RLIMIT_AS, inherited + memory), (resource.RLIMIT_CORE, 0)):
        with suppress(OSError, ValueError):
            _, most = resource.getrlimit(kind)
            resource.setrlimit(kind, (limit if most == resource.RLIM_INFINITY else min(limit, most), most))
