"""The pandoc program, used as a writer only: no sight of files or network, bounded memory and time.

It stays in the session of the process that starts it, so that who ends that session ends it too.
"""

import os
import re
import subprocess
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from cica_docs.values.failure import Failure

API_VERSION = (1, 23, 1)
_SECONDS = 60
_HEAP = "512m"
_HEAP_SPENT = 251
_VERSION = re.compile(r"pandoc\S* ([0-9][0-9.]*)")


def run_pandoc(tree: bytes, reference: bytes) -> bytes:
    """Convert a JSON tree to DOCX after the pattern of a reference document."""
    with tempfile.TemporaryDirectory(prefix="cica-docs-") as folder:
        pattern = Path(folder, "reference.docx")
        pattern.write_bytes(reference)
        arguments = ["+RTS", f"-M{_HEAP}", "-RTS", "--sandbox", "--data-dir", str(Path(folder, "nowhere"))]
        arguments += ["-f", "json", "-t", "docx", f"--reference-doc={pattern}", "-o", "-"]
        return _answer(arguments, tree)


@cache
def pandoc_version() -> str:
    """Return the version of the installed pandoc: `3.9`."""
    match = _VERSION.match(_answer(["--version"], b"").decode("utf-8", "replace"))
    return match[1] if match else ""


@cache
def pandoc_path() -> str:
    """Return the path of the program; raise a `Failure` if it is not installed."""
    try:
        import pypandoc  # noqa: PLC0415 - only a printing of DOCX needs it

        return str(pypandoc.get_pandoc_path())
    except (ImportError, OSError) as missing:
        raise Failure("pandoc-missing") from missing


def _answer(arguments: Sequence[str], tree: bytes) -> bytes:
    """Run pandoc and return its output; only its exit status counts as failure."""
    try:
        process = subprocess.Popen(
            [pandoc_path(), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"PATH": os.defpath, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"},
        )
    except OSError as refused:
        raise Failure("pandoc-missing") from refused
    try:
        answer, _ = process.communicate(tree, timeout=_SECONDS)
    except subprocess.TimeoutExpired as late:
        raise Failure("pandoc-timeout", status=3, seconds=_SECONDS) from late
    finally:
        _end(process)
    if process.returncode == _HEAP_SPENT:
        raise Failure("pandoc-memory", status=3, limit=_HEAP)
    if process.returncode != 0 or not answer:
        raise Failure("pandoc-failed", status=3, code=process.returncode)
    return answer


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the program if it still runs; it starts no other."""
    if process.poll() is None:
        process.kill()
        process.communicate()
