"""What travels in the wheel beside the code: schemas, templates, reference data, decision, worked example."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SHIPPED = {
    "schemas": "schemas",
    "templates": "templates",
    "registry/reference": "registry/reference",
    "registry/decision": "registry/decision",
    "tests/corpus": "example",
}


class ShippedData(BuildHookInterface):
    """Lays the data into `cica_docs/shipped/`; an editable install reads the check-out's own folders instead."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add each folder that is there to what a standard wheel holds."""
        if version == "editable":
            return
        for source, target in SHIPPED.items():
            if (Path(self.root) / source).is_dir():
                build_data["force_include"][source] = f"cica_docs/shipped/{target}"
