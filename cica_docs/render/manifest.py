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
    """What all outputs share: the commit, empty for uncommitted files, the day, and the versions of programs."""

    commit: str
    as_of: str
    tool: str
    pandoc: str
    typst: str


@dataclass(frozen=True, slots=True)
class Missing:
    """A file that could not be printed and the key of the reason; an empty path means all files of a version."""

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
    """Write the record as JSON, sorted by path; `sources` maps the path of an output to its sources.

    `earlier` holds the entries of files from an earlier printing that this one could not replace.
    """
    entries = [
        {
            "path": output.path,
            "sha256": sha256(output.content).hexdigest(),
            "bytes": len(output.content),
            "pages": output.pages or None,
            "work": output.work,
            "language": output.language,
            "format": output.format,
            **({"as": output.view} if output.view else {}),
            "made_from": output.made_from or None,
            "sources": sorted(
                (asdict(source) for source in sources.get(output.path, ())), key=lambda entry: entry["path"]
            ),
        }
        for output in sorted(outputs, key=lambda output: output.path)
    ]
    record = {
        "form": FORM,
        "made_by": asdict(making),
        "outputs": entries,
        "missing": sorted((asdict(entry) for entry in missing), key=lambda entry: sorted(entry.items())),
        "earlier": sorted(earlier, key=lambda entry: str(entry["path"])),
    }
    return to_json(record).encode()
