"""The engines alone: `python benchmarks/engines.py FILE` prints what `lay_out` wrote there, with nothing around it."""

import json
import os
import pickle
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, date, datetime, time
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import typst

from cica_docs.api.printing.render import PrintRequest, PrintRun
from cica_docs.register.open import open_corpus, packaged_templates
from cica_docs.render.docx.pandoc import API_VERSION, run_pandoc
from cica_docs.render.docx.reference import build_reference_docx
from cica_docs.render.docx.tree import build_tree
from cica_docs.render.pdf.tree import to_typst_data
from cica_docs.render.pdf.writer import FILES
from cica_docs.render.print_jobs import Job, RenderPool
from cica_docs.snapshot.worktree import WorktreeSnapshot
from cica_docs.values.output import Output
from register import AS_OF

Given = tuple[str, tuple[Any, ...]]


class _Collecting(RenderPool):
    """A pool that prints nothing and keeps its jobs."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        super().__init__(files, lambda _path, _made_from: None, lambda _done, _total, _path: None)
        self.jobs: list[Job] = []

    def write(self, jobs: Sequence[Job]) -> list[Output]:
        """Nothing of any page."""
        self.jobs += jobs
        return [Output(job.path, b"", job.editions[0].work, job.language, job.format, 1, "") for job in jobs]


def lay_out(register: Path, file: Path) -> None:
    """Write what the engines are given for all PDFs and DOCX of a register."""
    corpus = open_corpus(WorktreeSnapshot(register), date.fromisoformat(AS_OF))
    nothing = _Collecting({})
    printing = PrintRun(corpus, packaged_templates(), PrintRequest(), nothing.unchanged, nothing.progress)
    printing.pool = collecting = _Collecting(printing.files)
    printing.run()
    given = [arguments for job in collecting.jobs for arguments in _given(job, printing.files)]
    file.write_bytes(pickle.dumps(given))


def _given(job: Job, files: Mapping[str, bytes]) -> Iterator[Given]:
    edition = job.editions[0]
    if job.format == "pdf":
        data = json.dumps(to_typst_data(edition), ensure_ascii=False, sort_keys=True)
        yield "pdf", (data, edition.dated, {name: files[f"typst/{name}"] for name in FILES})
    if job.format == "docx":
        yield (
            "docx",
            (json.dumps(build_tree(edition, API_VERSION)).encode(), build_reference_docx(edition, files.__getitem__)),
        )


def _print(given: Given) -> int:
    kind, parts = given
    return len(run_pandoc(*parts)) if kind == "docx" else _pdf(*parts)


def _pdf(data: str, dated: date, files: Mapping[str, bytes]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            Path(folder, name).write_bytes(content)
        compiler = typst.Compiler(
            Path(folder, FILES[0]), root=folder, ignore_system_fonts=True, sys_inputs={"edition": data}
        )
        stamp = datetime.combine(dated, time(), UTC)
        made = compiler.compile(format="pdf", pdf_standards=["a-2a", "ua-1"], timestamp=stamp)
        assert isinstance(made, bytes)
        return len(made)


if __name__ == "__main__":
    laid_out = pickle.loads(Path(sys.argv[1]).read_bytes())  # noqa: S301 - written by these programs
    with ProcessPoolExecutor(os.cpu_count() or 1, get_context("fork")) as pool:
        for _ in pool.map(_print, laid_out, chunksize=8):
            pass
