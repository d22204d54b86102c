"""The commits that changed each file of a register, by one walk over all commits that looks at what differs alone."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

import pygit2

from cica_docs.snapshot.past import Past, day_of_commit


class FileRevision(NamedTuple):
    """A commit that changed a file, the day on which it was made, in universal time, and the id of the file then."""

    commit: str
    on: date
    blob: str


def revisions_by_path(past: Past) -> Mapping[str, tuple[FileRevision, ...]]:
    """Map the path of each file to the commits that changed or added it, the newest first; renames are not followed."""
    by_path: dict[str, list[FileRevision]] = {}
    for step in past.steps:
        parents = [folder for tree in step.parents if (folder := past.register_in(tree)) is not None]
        for path, blob in _differing(past, past.register_in(step.tree), parents, ""):
            revision = FileRevision(str(step.commit.id), day_of_commit(step.commit), str(blob))
            by_path.setdefault(path, []).append(revision)
    return {path: tuple(revisions) for path, revisions in by_path.items()}


def _differing(
    past: Past, folder: pygit2.Oid | None, parents: list[pygit2.Oid], above: str
) -> Iterator[tuple[str, pygit2.Oid]]:
    """Yield the files below a folder that no parent has as they are."""
    if folder is None or folder in parents:
        return
    former = [{entry.name: entry.id for entry in past.entries_of(parent)} for parent in parents]
    for entry in past.entries_of(folder):
        earlier = [entries[entry.name] for entries in former if entry.name in entries]
        if entry.id in earlier:
            continue
        if isinstance(entry, pygit2.Tree):
            yield from _differing(past, entry.id, earlier, f"{above}{entry.name}/")
        else:
            yield f"{above}{entry.name}", entry.id
