"""Read the record of what was printed, which may be a stranger's."""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple

MANIFEST = "manifest.json"


class Entry(NamedTuple):
    """What a manifest says of a file: its digest, the work, the language, and the files that it was made from."""

    path: str
    sha256: str
    work: str
    sources: Mapping[str, str]
    """Ids by path in the repository; those of texts that are not shown whole are empty."""


class Manifest(NamedTuple):
    """What a manifest says of a printing: the commit, the day, the versions of the programs, and each file."""

    commit: str
    as_of: str
    versions: Mapping[str, str]
    entries: Mapping[str, Entry]

    def entry(self, path: str, content: bytes) -> Entry | None:
        """Return the entry of a file by its path, else of one with the same bytes, as a copy under another name is."""
        digest = sha256(content).hexdigest()
        same = (entry for entry in self.entries.values() if entry.sha256 == digest)
        return self.entries.get(path) or next(same, None)


def read_manifest(content: bytes) -> Manifest | None:
    """Read a manifest; None if it is none."""
    try:
        record = json.loads(content)
    except (ValueError, RecursionError):
        return None
    made_by = record.get("made_by") if isinstance(record, dict) else None
    if not isinstance(made_by, dict):
        return None
    values = {name: value for name, value in made_by.items() if isinstance(value, str)}
    versions = {name: value for name, value in values.items() if name not in {"commit", "as_of"}}
    entries = {entry.path: entry for entry in _entries(record.get("outputs"))}
    return Manifest(values.get("commit", ""), values.get("as_of", ""), versions, entries)


def _entries(listed: object) -> Iterator[Entry]:
    for each in listed if isinstance(listed, list) else ():
        if isinstance(each, dict) and isinstance(each.get("path"), str) and isinstance(each.get("sha256"), str):
            sources = each.get("sources")
            yield Entry(
                each["path"],
                each["sha256"],
                str(each.get("work") or ""),
                {
                    str(source.get("path")): str(source.get("blob"))
                    for source in (sources if isinstance(sources, list) else ())
                    if isinstance(source, dict)
                },
            )
