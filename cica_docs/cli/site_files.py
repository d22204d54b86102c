"""The printed files that the site offers, as the record of their folder has them."""

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

from cica_docs.api.site.reader import PrintedFile
from cica_docs.cli.open_folder import Folder

_MANIFEST = "manifest.json"


def read_printed_files(folder: Path, site: Path) -> Mapping[str, Sequence[PrintedFile]]:
    """Return the files of each work that a folder records; none if it has no record.

    Their addresses are relative to the folder of the site.
    """
    if not (folder / _MANIFEST).is_file():
        return {}
    with Folder(folder) as opened:
        content = opened.read(_MANIFEST)
    try:
        record = json.loads(content or b"{}")
    except ValueError:
        return {}
    above = PurePosixPath(os.path.relpath(folder, site).replace(os.sep, "/"))
    by_work: dict[str, list[PrintedFile]] = {}
    for entry in record.get("outputs", ()):
        if isinstance(entry, dict) and entry.get("work"):
            by_work.setdefault(str(entry["work"]), []).append(_file(entry, above))
    return by_work


def _file(entry: Mapping[str, object], above: PurePosixPath) -> PrintedFile:
    return PrintedFile(
        href=str(above / str(entry["path"])),
        language=str(entry.get("language") or ""),
        format=str(entry.get("format") or ""),
        pages=int(str(entry.get("pages") or 0)),
        size=int(str(entry.get("bytes") or 0)),
        sha256=str(entry.get("sha256") or ""),
    )
