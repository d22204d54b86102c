"""The writers at work: what is to be written, and how many at a time."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from multiprocessing import get_context

from cica_docs import __version__
from cica_docs.render.docx import docx
from cica_docs.render.edition import Edition
from cica_docs.render.html import html
from cica_docs.render.pdf import pdf
from cica_docs.values.output import Output

_FEW = 4

Kept = Callable[[str, str], Output | None]
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Job:
    """One file to write: its path, its format and the editions that go into it."""

    path: str
    format: str
    language: str
    editions: tuple[Edition, ...]

    def input(self, templates: str) -> str:
        """The SHA-256 of all that the file's bytes depend on."""
        return sha256("\0".join((__version__, templates, self.format, repr(self.editions))).encode()).hexdigest()


class Press:
    """Writes files, several at a time, and none that has been written before from the same input."""

    def __init__(self, templates: Mapping[str, bytes], kept: Kept, progress: Progress) -> None:
        self.templates = templates
        self.kept = kept
        self.progress = progress
        self._version = _digest(templates)
        self._done = 0
        self.total = 0

    def write(self, jobs: Sequence[Job]) -> list[Output]:
        """The files, in the order of the jobs."""
        made: dict[str, Output] = {}
        left: list[tuple[Job, str]] = []
        for job in jobs:
            key = job.input(self._version)
            known = self.kept(job.path, key)
            if known is not None:
                made[job.path] = known
                self._report(job)
            else:
                left.append((job, key))
        for (job, key), (content, pages) in zip(left, self._written([job for job, _ in left]), strict=True):
            work = job.editions[0].work
            made[job.path] = Output(job.path, content, work, job.language, job.format, pages, key)
            self._report(job)
        return [made[job.path] for job in jobs]

    def _written(self, jobs: Sequence[Job]) -> Iterator[tuple[bytes, int]]:
        workers = min(os.cpu_count() or 1, len(jobs))
        if workers < 2 or len(jobs) < _FEW:
            yield from (_write(job, self.templates) for job in jobs)
            return
        # Where typst has run it leaves threads behind, and what is forked from there waits for them forever.
        method = "fork" if sys.platform == "linux" and "typst" not in sys.modules else "spawn"
        with ProcessPoolExecutor(workers, get_context(method), _furnish, (dict(self.templates),)) as pool:
            yield from pool.map(_write_furnished, jobs, chunksize=max(1, min(8, len(jobs) // (workers * 4))))

    def _report(self, job: Job) -> None:
        self._done += 1
        self.progress(self._done, self.total, job.path)


_furniture: dict[str, bytes] = {}


def _furnish(templates: dict[str, bytes]) -> None:
    _furniture.update(templates)


def _write_furnished(job: Job) -> tuple[bytes, int]:
    return _write(job, _furniture)


def _write(job: Job, templates: Mapping[str, bytes]) -> tuple[bytes, int]:
    if job.format == "pdf":
        return pdf(job.editions[0], templates.__getitem__)
    if job.format == "docx":
        return docx(job.editions[0], templates.__getitem__), 0
    return html(job.editions, templates.__getitem__), 0


def _digest(templates: Mapping[str, bytes]) -> str:
    parts = chain.from_iterable((name.encode(), content) for name, content in sorted(templates.items()))
    return sha256(b"\0".join(parts)).hexdigest()
