"""Files are written whole or not at all, and the record of them last."""

import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from cica_docs.values.failure import Failure
from cica_docs.values.output import Output

_MANIFEST = "manifest.json"
_TEMPORARY = ".cica-"


def write_file(path: Path, content: bytes) -> None:
    """Write a file under a temporary name beside it and put it in place; nothing half-written is ever seen."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(prefix=_TEMPORARY, dir=path.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise Failure("not-writable", status=3, path=str(path), reason=error.strerror or "") from None


class Shelf:
    """A folder of printed files with the record of what each was made from."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.fresh = 0
        self._before = self._read()

    def kept(self, path: str, made_from: str) -> Output | None:
        """The file that was made from the same input before, if it is still as it was then."""
        entry = self._before.get(path)
        if entry is None or not made_from or entry.get("made_from") != made_from:
            return None
        try:
            content = (self.folder / path).read_bytes()
        except OSError:
            return None
        if sha256(content).hexdigest() != entry.get("sha256"):
            return None
        return Output(
            path,
            content,
            str(entry.get("work") or ""),
            str(entry.get("language") or ""),
            str(entry.get("format") or ""),
            int(entry.get("pages") or 0),
            made_from,
        )

    def write(self, outputs: Iterable[Output], manifest: bytes, *, whole: bool) -> None:
        """Put the files in place; a printing of everything also clears what an earlier one left, and is recorded."""
        written = set()
        for output in outputs:
            written.add(output.path)
            if self.kept(output.path, output.made_from) is None:
                self.fresh += 1
                write_file(self.folder / output.path, output.content)
        if whole:
            for path in self._before.keys() - written:
                self._remove(path)
            self._sweep()
            write_file(self.folder / _MANIFEST, manifest)

    def _read(self) -> Mapping[str, dict[str, Any]]:
        try:
            record = json.loads((self.folder / _MANIFEST).read_bytes())
            return {str(entry["path"]): entry for entry in record["outputs"]}
        except (OSError, ValueError, KeyError, TypeError):
            return {}

    def _remove(self, path: str) -> None:
        """Remove a file that an earlier printing recorded, if it lies below the folder, and folders left empty."""
        target = self.folder / path
        if ".." in Path(path).parts or Path(path).is_absolute():
            return
        target.unlink(missing_ok=True)
        for folder in target.parents:
            if folder == self.folder or not folder.is_dir() or any(folder.iterdir()):
                break
            folder.rmdir()

    def _sweep(self) -> None:
        for left in self.folder.rglob(f"{_TEMPORARY}*"):
            left.unlink(missing_ok=True)
