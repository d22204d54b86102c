"""The folders of data that come with the tool."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_IN_WHEEL = _PACKAGE / "shipped"
_IN_CHECKOUT = {
    "schemas": "schemas",
    "templates": "templates",
    "fonts": "fonts",
    "registry": "registry",
    "example": "tests/corpus",
    "examples": "tests/bodies",
}


def packaged_folder(name: str) -> Path:
    """Return the folder of `schemas`, `templates`, `fonts`, `registry`, `example` or `examples`.

    An installed wheel holds them inside the package, of `registry` the reference data and the decision; a check-out has
    them at its top level.
    """
    return _IN_WHEEL / name if _IN_WHEEL.is_dir() else _PACKAGE.parent / _IN_CHECKOUT[name]
