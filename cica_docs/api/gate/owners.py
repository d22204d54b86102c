"""The owners of the files that decide, as a file of code owners names them."""

import re
from collections.abc import Iterator

from cica_docs.api.gate.remark import FAULT, Remark
from cica_docs.documents.document import DataFile

PLACES = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS", ".forgejo/CODEOWNERS")
"""Where forges look for it."""
_SEGMENT = re.compile(r"\*\*/?|\*|\?|[^*?]+")


def remarks_on_owners(files: dict[str, DataFile], deciding: tuple[str, ...]) -> Iterator[Remark]:
    """Yield the paths that decide and have no owner; each that a later line takes its owner from has none."""
    file = next((files[path] for path in PLACES if path in files), None)
    if file is None:
        yield Remark(FAULT, "owners-missing", PLACES[0])
        return
    lines = [line.partition("#")[0].split() for line in file.source.text.split("\n")]
    entries = [(number, words[0], words[1:]) for number, words in enumerate(lines, 1) if words]
    for path in deciding:
        covering = [(number, owners) for number, pattern, owners in entries if _covers(pattern, path)]
        number, owners = covering[-1] if covering else (1, [])
        if not any(owner.startswith("@") or "@" in owner for owner in owners):
            yield Remark(FAULT, "owner-missing", file.path, number, {"path": path})


def _covers(pattern: str, path: str) -> bool:
    """Whether a pattern of owners covers a path, which ends in `/` for a folder, with all that is below it."""
    anchored = pattern.startswith("/") or "/" in pattern.rstrip("/")
    body = "".join(map(_expression, _SEGMENT.findall(pattern.strip("/"))))
    before = "" if anchored else "(?:.*/)?"
    return re.fullmatch(f"{before}{body}(?:/.*)?", path.rstrip("/")) is not None


def _expression(part: str) -> str:
    return {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}.get(part) or re.escape(part)
