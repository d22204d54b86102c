"""LibreOffice as a second opinion on Word documents: one hidden process for all tests, with a time limit."""

import json
import os
import secrets
import select
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

DOCX, PDF = "MS Word 2007 XML", "writer_pdf_Export"
ACCEPT, REJECT = ".uno:AcceptAllTrackedChanges", ".uno:RejectAllTrackedChanges"
_SCRIPT = Path(__file__).with_name("office_script.py")
_SECONDS = 90


class Office:
    """A running LibreOffice."""

    def __init__(self, script: "subprocess.Popen[bytes]") -> None:
        self._script = script

    def accept(self, path: Path, saved: Path) -> Path:
        """Accept all changes of a document and save it."""
        return self._resolve(path, saved, ACCEPT)

    def reject(self, path: Path, saved: Path) -> Path:
        """Reject all changes of a document and save it."""
        return self._resolve(path, saved, REJECT)

    def save(self, path: Path, saved: Path, form: str = DOCX) -> Path:
        """Open a document and save it."""
        self._do(path, {saved: form})
        return saved

    def edit(self, path: Path, saved: Path, *edits: tuple[str, str]) -> Path:
        """Put one text in the place of another, with changes recorded, and save the document."""
        self._do(path, {saved: DOCX}, edits=edits)
        return saved

    def _resolve(self, path: Path, saved: Path, command: str) -> Path:
        self._do(path, {saved: DOCX}, [command])
        return saved

    def _do(
        self,
        path: Path,
        save: Mapping[Path, str],
        commands: Sequence[str] = (),
        edits: Sequence[tuple[str, str]] = (),
    ) -> None:
        assert self._script.stdin is not None
        assert self._script.stdout is not None
        saved = {str(name): form for name, form in save.items()}
        job = {"open": str(path), "commands": list(commands), "edits": list(edits), "save": saved}
        self._script.stdin.write(json.dumps(job).encode() + b"\n")
        self._script.stdin.flush()
        ready, _, _ = select.select([self._script.stdout], [], [], _SECONDS)
        assert ready, f"LibreOffice took more than {_SECONDS} seconds over {path.name}"
        answer = json.loads(self._script.stdout.readline() or b'{"fault": "LibreOffice ended"}')
        assert "done" in answer, answer["fault"]


def why_missing() -> str:
    """Why LibreOffice cannot be used here, or nothing."""
    if shutil.which("soffice") is None:
        return "LibreOffice is not installed; `make libreoffice` installs it"
    if _python() is None:
        return "no Python of the system imports uno; `make libreoffice` installs it"
    return ""


def _python() -> str | None:
    """The Python that the bridge of LibreOffice is installed for."""
    for name in ("/usr/bin/python3", "python3"):
        path = shutil.which(name)
        if path and not subprocess.run([path, "-c", "import uno"], check=False, capture_output=True).returncode:
            return path
    return None


@contextmanager
def running(folder: Path) -> Iterator[Office]:
    """Start LibreOffice with a profile of its own in a folder; it ends with the block, with all that it started."""
    python, pipe = _python(), f"cica-{os.getpid()}-{secrets.token_hex(4)}"
    assert python is not None
    arguments = ["--headless", "--invisible", "--norestore", "--nologo", "--nodefault", "--nolockcheck"]
    listening = f"--accept=pipe,name={pipe};urp"
    office = subprocess.Popen(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", *arguments, listening],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    script = subprocess.Popen(
        [python, "-I", str(_SCRIPT), pipe], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    try:
        yield Office(script)
    finally:
        for stream in (script.stdin, script.stdout):
            if stream is not None:
                stream.close()
        script.kill()
        script.wait()
        with suppress(ProcessLookupError):
            os.killpg(office.pid, signal.SIGKILL)
        office.wait()
