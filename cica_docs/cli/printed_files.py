"""Read printed files that are to be verified, and the manifest beside them; all may be a stranger's."""

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from cica_docs.api.printing.manifest_reading import MANIFEST, Manifest, read_manifest
from cica_docs.api.proving.printed import PrintedFile
from cica_docs.documents.corpus import Corpus
from cica_docs.register.works import works
from cica_docs.render.writers import WRITERS
from cica_docs.signing.pdf_signature import SIGNED
from cica_docs.values.failure import Failure

_MOST_BYTES = 64 * 1024 * 1024
_MOST_FILES = 20_000
_ABOVE = 3
"""How many folders above a file its manifest can be: `out/concept-paper/tourism/en.pdf` is two below it."""


class Printed(NamedTuple):
    """Files with the manifest that may name them, and the paths that it names and that are not there."""

    files: Sequence[Path]
    folder: Path
    """The folder of the manifest, or that of the files."""
    manifest: Manifest | None
    missing: Sequence[str] = ()

    def read(self) -> Iterator[PrintedFile]:
        """Read the files one by one."""
        for file in self.files:
            path = file.absolute().relative_to(self.folder).as_posix()
            yield PrintedFile(str(file), path_without_mark(path), read_bytes(file), format_of(file))


def is_printed(argument: str, corpus: Corpus, register: Path) -> bool:
    """Whether an argument is a printed file or a folder of such, not a work nor a folder of the register."""
    path = Path(argument)
    if argument in works(corpus) or not (path.exists() or _is_named_so(path)):
        return False
    try:
        inside = Path(os.path.realpath(path)).relative_to(register.resolve()).parts
    except ValueError:
        return True
    return not inside or corpus.kind(inside[0]) is None


def find_printed(path: Path) -> Printed:
    """Find the printed files at a path: one, or all that a folder has or its manifest names."""
    if not path.exists():
        raise Failure("path-missing-here", path=str(path))
    if not path.is_dir():
        folder = next((above for above in _folders_above(path) if (above / MANIFEST).is_file()), None)
        manifest = _manifest(folder) if folder else None
        return Printed((path,), folder or path.absolute().parent.parent.parent, manifest)
    manifest = _manifest(path) if (path / MANIFEST).is_file() else None
    files = sorted(_files_below(path))
    names = {file.relative_to(path).as_posix() for file in files}
    missing = sorted(set(manifest.entries) - names) if manifest else ()
    return Printed(files, path.absolute(), manifest, missing)


def read_bytes(path: Path) -> bytes:
    """Read a file of a bounded size; raise `Failure` for anything else: a device would never end."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise Failure("file-unreadable", path=str(path), reason=stat.filemode(status.st_mode))
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise Failure("file-unreadable", path=str(path), reason=error.strerror or "") from None
    if len(content) > _MOST_BYTES:
        raise Failure("printed-too-large", path=str(path), most=_MOST_BYTES // 1024 // 1024)
    return content


def path_without_mark(path: str) -> str:
    """Return the path of a file without the mark of a signed copy: `en.pdf` for `en.signed.pdf`."""
    stem, _, ending = path.rpartition(".")
    return f"{stem.removesuffix(SIGNED)}.{ending}"


def format_of(file: Path) -> str:
    """Return the format that the name of a file ends with."""
    return file.suffix.removeprefix(".").lower()


def _is_named_so(path: Path) -> bool:
    return format_of(path) in WRITERS


def _folders_above(path: Path) -> Sequence[Path]:
    return path.absolute().parents[:_ABOVE]


def _manifest(folder: Path) -> Manifest:
    manifest = read_manifest(read_bytes(folder / MANIFEST))
    if manifest is None:
        raise Failure("manifest-unreadable", path=str(folder / MANIFEST))
    return manifest


def _files_below(folder: Path) -> Iterator[Path]:
    count = 0
    for above, _, names in os.walk(folder):
        for name in names:
            if _is_named_so(Path(name)):
                count += 1
                if count > _MOST_FILES:
                    raise Failure("printed-too-many", path=str(folder), most=_MOST_FILES)
                yield Path(above, name)
