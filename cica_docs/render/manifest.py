"""The record of what was printed, from what, and by what."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256

from cica_docs.text.escape import to_json
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


@dataclass(frozen=True, slots=True)
class Missing:
    """What could not be printed: a file, or all files of a version where the path is empty, and the reason's key."""

    path: str
    work: str
    language: str
    format: str
    reason: str


def format_manifest(
    outputs: Iterable[Output],
    sources: Mapping[str, Sequence[Source]],
    making: Making,
    missing: Iterable[Missing] = (),
    earlier: Iterable[Mapping[str, object]] = (),
) -> bytes:
    """The record as JSON: sorted by path, the same for the same outputs; `sources` goes by an output's path.

    `earlier` holds the entries of files that lie there from an earlier printing, which this one could not replace.
    """
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
    record = {
        "form": FORM,
        "made_by": asdict(making),
        "outputs": written,
        "missing": sorted((asdict(one) for one in missing), key=lambda each: sorted(each.items())),
        "earlier": sorted(earlier, key=lambda each: str(each["path"])),
    }
    return to_json(record).encode()
