"""The data packaged with the tool: schemas, templates, the register and the worked example."""

from pathlib import Path

from cica_docs.snapshot.worktree import WorktreeSnapshot

_PACKAGE = Path(__file__).resolve().parent.parent
_IN_WHEEL = _PACKAGE / "shipped"
_IN_CHECKOUT = {
    "schemas": "schemas",
    "templates": "templates",
    "registry": "registry",
    "example": "tests/corpus",
    "examples": "tests/bodies",
}


def packaged(name: str) -> WorktreeSnapshot:
    """Return `schemas`, `templates`, `registry` (reference data and decision), `example` or `examples` (of bodies).

    An installed wheel has them inside the package, a checkout at its top level.
    """
    root = _IN_WHEEL / name if _IN_WHEEL.is_dir() else _PACKAGE.parent / _IN_CHECKOUT[name]
    return WorktreeSnapshot(root)
