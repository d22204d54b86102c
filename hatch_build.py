"""Hooks of the build: data files for the wheel, and the README as the description of the package."""

import re
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

SHIPPED = {
    "schemas": "schemas",
    "templates": "templates",
    "fonts": "fonts",
    "registry/reference": "registry/reference",
    "registry/decision": "registry/decision",
    "tests/corpus": "example",
    "tests/bodies": "examples",
}
_PICTURE = re.compile(r"!\[[^\]]*\]\((?!https?:)[^)]*\)\n\n\*[^\n]*\*\n\n")
_SECTION_OF_LINKS = re.compile(r"^## Read on\n.*?(?=^## )", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\[([^\]]*)\]\((?!https?:|#)[^)]*\)")


class ShippedData(BuildHookInterface):
    """Put schemas, templates, fonts, reference data, decision and example into `cica_docs/shipped/` of the wheel.

    An editable install reads the folders of the repository instead.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add each folder that exists to the files of a standard wheel."""
        if version == "editable":
            return
        for source, target in SHIPPED.items():
            if (Path(self.root) / source).is_dir():
                build_data["force_include"][source] = f"cica_docs/shipped/{target}"


class Description(MetadataHookInterface):
    """Describe the package by README.md, without pictures and links that lead into the repository."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Set the long description."""
        text = (Path(self.root) / "README.md").read_text(encoding="utf-8")
        pages = "The documentation is in the folder docs of the source distribution.\n\n"
        shown = _LINK.sub(r"\1", _SECTION_OF_LINKS.sub(pages, _PICTURE.sub("", text)))
        metadata["readme"] = {"content-type": "text/markdown", "text": shown}
