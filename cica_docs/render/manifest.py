"""The record of what was printed, from what, and by what."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256

from cica_docs.values.output import Output

FORM = 1
"""The number of this record's form; it changes when a field changes its meaning."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file that an output was made from: its path in the repository and its Git blob id."""

    path: str
    blob: str


@dataclass(frozen=True, slots=True)
class Making:
    """What all outputs of one printing share: the commit, empty for uncommitted files, and the programs' versions."""

    commit: str
    tool: str
    pandoc: str
    typst: str


def manifest(outputs: Iterable[Output], sources: Mapping[str, Sequence[Source]], making: Making) -> bytes:
    """The record as JSON: sorted by path, the same for the same outputs; `sources` goes by an output's path."""
    written = [
        {
            "path": output.path,
            "sha256": sha256(output.content).hexdigest(),
            "bytes": len(output.content),
            "pages": output.pages or None,
            "work": output.work,
            "language": output.language,
            "format": output.format,
            "made_from": output.made_from or None,
            "sources": sorted(
                (asdict(source) for source in sources.get(output.path, ())), key=lambda each: each["path"]
            ),
        }
        for output in sorted(outputs, key=lambda output: output.path)
    ]
    record = {"form": FORM, "made_by": asdict(making), "outputs": written}
    return (json.dumps(record, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()
