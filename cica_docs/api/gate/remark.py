"""What the diagnosis of a repository remarks: a fault, or what no file can show."""

from collections.abc import Mapping
from typing import NamedTuple

from cica_docs.documents.document import DataFile

FAULT, UNSEEN = "fault", "unseen"


class Remark(NamedTuple):
    """A fault at a place, or a thing to see to that no file shows; `key` selects its words."""

    kind: str
    key: str
    path: str = ""
    line: int = 0
    details: Mapping[str, object] = {}


def fault(key: str, file: DataFile, pointer: str = "", **details: object) -> Remark:
    """Make the remark on a fault at a value of a file."""
    return Remark(FAULT, key, file.path, file.at(pointer).span.line, details)
