"""The data packaged with the tool: schemas, templates, fonts, the register and the worked examples."""

from cica_docs.snapshot.worktree import WorktreeSnapshot
from cica_docs.values.packaged import packaged_folder


def packaged(name: str) -> WorktreeSnapshot:
    """Return the files of `schemas`, `templates`, `fonts`, `registry`, `example` or `examples`."""
    return WorktreeSnapshot(packaged_folder(name))
