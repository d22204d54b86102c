"""What a printed file says of its origin: in its properties for programs, in its last line for readers."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from cica_docs import __version__
from cica_docs.render.edition import Edition

SHORT_COMMIT = 12
"""Digits of a commit in the last line."""
_FINGERPRINT = 16
_GROUP = 4
_ORIGIN = re.compile(
    rb"cica ([0-9A-Za-z.+]{1,40}) ([a-z0-9-]{1,80}(?:/[a-z0-9-]{1,80})?) "
    rb"([a-z]{2,3}(?:\+[a-z]{2,3}){0,9}) ([0-9a-f]{40})(?![0-9a-f])"
)
_SHORT = re.compile(rb"(?<![0-9a-f])[0-9a-f]{12}(?![0-9a-f])")
_TAIL = 1024


class Origin(NamedTuple):
    """The version of the tool, the document, its languages and the commit; empty where the format has no room."""

    commit: str
    """Whole, or its first digits."""
    version: str = ""
    name: str = ""
    languages: tuple[str, ...] = ()


def origin_of(editions: Sequence[Edition]) -> str:
    """Write the origin of a file, for its properties; "" if no commit holds what it is printed from."""
    first = editions[0]
    if not first.commit:
        return ""
    name = first.work or first.name.partition("/")[0]
    languages = "+".join(language.value for edition in editions for language in edition.languages)
    return f"cica {__version__} {name} {languages} {first.commit}"


def find_origin(content: bytes) -> Origin | None:
    """Find the origin among the properties of a file; None if it states none, or two.

    It is a claim, to be held against the manifest or a new printing. No engine parses the file, which may be a
    stranger's: only what this tool writes in plain sight is looked for.
    """
    stated = set(_ORIGIN.findall(content))
    if len(stated) != 1:
        return None
    version, name, languages, commit = (part.decode("ascii") for part in stated.pop())
    return Origin(commit, version, name, tuple(languages.split("+")))


def find_last_line(content: bytes) -> Origin | None:
    """Find the commit in the last line of a file without properties."""
    commits = _SHORT.findall(content[-_TAIL:])
    return Origin(commits[-1].decode("ascii")) if commits else None


def format_fingerprint(digest: str) -> str:
    """Format the first digits of a SHA-256 in groups, as a person can compare them.

    >>> format_fingerprint("3f2a91c077de1b04" + "0" * 48)
    '3f2a 91c0 77de 1b04'
    """
    return " ".join(digest[at : at + _GROUP] for at in range(0, _FINGERPRINT, _GROUP))
