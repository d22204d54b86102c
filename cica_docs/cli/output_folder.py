"""A folder of printed files with the record of their inputs."""

import errno
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path
from typing import Any, Self

from cica_docs.cli.console import warn
from cica_docs.cli.open_folder import Folder
from cica_docs.cli.sealed_records import is_sealed, seal
from cica_docs.i18n.messages import Catalogue
from cica_docs.values.failure import Failure
from cica_docs.values.output import Output

_MANIFEST = "manifest.json"
_SETTINGS = "reference/settings.yaml"
_BLOCKED = frozenset({errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.ENOTEMPTY, errno.ENAMETOOLONG})
_LOCK_SECONDS = 600.0
"""Seconds that a run waits for another one to leave the folder."""

Entry = Mapping[str, Any]


class OutputFolder:
    """Locks the folder for one run; its record is trusted only if a run of this user wrote it."""

    def __init__(self, folder: Path, catalogue: Catalogue, patience: float = _LOCK_SECONDS) -> None:
        self.folder = Folder(folder)
        self.catalogue = catalogue
        self.patience = patience
        self.fresh = 0
        self._before: Mapping[str, Entry] = {}
        self._kept: dict[str, str] = {}
        self.written: set[str] = set()
        self._open = ExitStack()

    def __enter__(self) -> Self:
        _refuse_register(self.folder.path)
        self._open.enter_context(self.folder)
        for turn, _ in enumerate(self.folder.lock(self.patience)):
            if turn == 0:
                warn(self.catalogue.commands.sentence("render-waits", path=self.folder.path) + "\n")
        self._before = self._read()
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def unchanged(self, path: str, made_from: str) -> Output | None:
        """Return the file made from the same input before, if it has not been changed since."""
        entry = self._before.get(path)
        if entry is None or not made_from or entry.get("made_from") != made_from:
            return None
        content = self.folder.read(path)
        if content is None or sha256(content).hexdigest() != entry.get("sha256"):
            return None
        self._kept[path] = made_from
        work, language, form = (str(entry.get(key) or "") for key in ("work", "language", "format"))
        return Output(path, content, work, language, form, int(entry.get("pages") or 0), made_from)

    def write(self, outputs: Iterable[Output]) -> dict[str, Failure]:
        """Write files; return the paths that are blocked by something else, each with the failure."""
        refused: dict[str, Failure] = {}
        for output in outputs:
            try:
                if not self._is_in_place(output):
                    self.folder.write(output.path, output.content)
                    self.fresh += 1
                self.written.add(output.path)
            except Failure as failure:
                if failure.key != "output-link" and failure.details.get("code") not in _BLOCKED:
                    raise
                refused[output.path] = failure
        return refused

    def earlier(self) -> list[Entry]:
        """Return the entries of unchanged files from an earlier run that this run did not write."""
        not_rewritten = (self._before[path] for path in sorted(self._before.keys() - self.written))
        return [entry for entry in not_rewritten if self._is_as_recorded(entry)]

    def clear(self) -> None:
        """Remove unchanged files from an earlier run that this run did not write."""
        for entry in self.earlier():
            self.folder.remove(str(entry["path"]))

    def record(self, manifest: bytes) -> None:
        """Write the record, as the last file, and remove temporary files of killed runs."""
        self.folder.sweep()
        self.folder.write(_MANIFEST, manifest)
        seal(manifest)

    def _is_in_place(self, output: Output) -> bool:
        digest = self._kept.get(output.path)
        if digest is not None:
            return digest == output.made_from
        return self.unchanged(output.path, output.made_from) is not None

    def _is_as_recorded(self, entry: Entry) -> bool:
        content = self.folder.read(str(entry["path"]))
        return content is not None and sha256(content).hexdigest() == entry.get("sha256")

    def _read(self) -> Mapping[str, Entry]:
        content = self.folder.read(_MANIFEST)
        if content is None or not is_sealed(content):
            return {}
        record = json.loads(content)
        entries: Sequence[Entry] = (*record.get("earlier", ()), *record["outputs"])
        return {str(entry["path"]): entry for entry in entries}


def _refuse_register(path: Path) -> None:
    """Raise `Failure` if a folder is within a register, where printed files would be taken for documents."""
    real = Path(os.path.realpath(path))
    for register in (real, *real.parents):
        if (register / _SETTINGS).exists():
            instead = os.path.relpath(register.parent / path.name)
            raise Failure("output-in-register", status=3, path=path, register=register.name, instead=instead)
