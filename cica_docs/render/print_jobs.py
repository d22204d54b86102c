"""Print jobs: the files of a document, and a pool that writes them unless they are unchanged."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from itertools import chain
from types import TracebackType
from typing import Self

from cica_docs import __version__
from cica_docs.render.edition import Edition
from cica_docs.render.worker import Job
from cica_docs.render.workers import BOUNDS, Bounds, Workers
from cica_docs.render.writers import WRITERS, Scope
from cica_docs.snapshot.packaged import packaged
from cica_docs.values.failure import Failure
from cica_docs.values.output import Output

__all__ = ["Job", "Progress", "RenderPool", "Unchanged", "Unwritten", "make_edition_job", "print_jobs_of"]

Unchanged = Callable[[str, str], Output | None]
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Unwritten:
    """A file that could not be written, and why."""

    job: Job
    reason: Failure


def print_jobs_of(
    folder: str, editions: Sequence[Edition], parallel: Edition | None, formats: Sequence[str]
) -> Iterator[Job]:
    """Yield the files of a document: by language, with all languages in one, and side by side."""
    by_language = [name for name in formats if WRITERS[name].scope is Scope.LANGUAGE]
    for edition in editions:
        for name in by_language:
            yield make_edition_job(edition, name, str(edition.languages[0]))
    for name in formats:
        if WRITERS[name].scope is Scope.WORK and editions:
            yield Job(f"{folder}/index.{name}", name, "", tuple(editions))
    if parallel:
        for name in by_language:
            yield make_edition_job(parallel, name, "parallel")


def make_edition_job(edition: Edition, format: str, language: str) -> Job:
    """Make the job of one edition."""
    return Job(f"{edition.name}.{format}", format, language, (edition,))


class RenderPool:
    """Writes files, several at a time, except those already written from the same input.

    What one file breaks stops no other: it is kept in `unwritten`.
    """

    def __init__(
        self, templates: Mapping[str, bytes], unchanged: Unchanged, progress: Progress, bounds: Bounds = BOUNDS
    ) -> None:
        self.unchanged = unchanged
        self.progress = progress
        self.unwritten: list[Unwritten] = []
        self.total = 0
        self._workers = Workers(templates, bounds)
        self._makers = _makers(templates)
        self._done = 0

    def __enter__(self) -> Self:
        self._workers.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._workers.__exit__(kind, error, trace)

    def write(self, jobs: Sequence[Job]) -> list[Output]:
        """Write the files; return those that could be written, in the order of the jobs."""
        outputs: dict[str, Output] = {}
        left: list[tuple[Job, str]] = []
        for job in jobs:
            key = self._input(job)
            known = self.unchanged(job.path, key)
            if known is not None:
                outputs[job.path] = known
                self._report(job)
            else:
                left.append((job, key))
        for name in dict.fromkeys(job.format for job, _ in left):
            WRITERS[name].prepare()
        failures: dict[int, Failure] = {}
        for at, result in self._workers.write([job for job, _ in left]):
            job, key = left[at]
            if isinstance(result, Failure):
                failures[at] = result
            else:
                content, pages = result
                outputs[job.path] = Output(job.path, content, job.work, job.language, job.format, pages, key)
            self._report(job)
        self.unwritten += [Unwritten(left[at][0], failures[at]) for at in sorted(failures)]
        return [outputs[job.path] for job in jobs if job.path in outputs]

    def _input(self, job: Job) -> str:
        """Return the SHA-256 of everything the bytes of the file depend on."""
        return sha256("\0".join((self._makers, job.format, repr(job.editions))).encode()).hexdigest()

    def _report(self, job: Job) -> None:
        self._done += 1
        self.progress(self._done, self.total, job.path)


def _makers(templates: Mapping[str, bytes]) -> str:
    """Identify what the bytes of every file depend on: the program, the engines, the templates and the fonts."""
    engines = [writer.engine for writer in WRITERS.values() if writer.engine]
    parts = chain.from_iterable((name.encode(), content) for name, content in sorted(templates.items()))
    fonts = packaged("fonts").read("SHA256SUMS").decode()
    return "\0".join((__version__, *map(_version, engines), sha256(b"\0".join(parts)).hexdigest(), fonts))


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
