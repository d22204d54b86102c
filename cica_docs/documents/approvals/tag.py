"""A tag over the commit of an approval: a second witness, in the form in which Git itself signs by SSH.

Its name follows the record and who signs: `approved/concept-paper/tourism-2027/approved-2027-06-24/chairmanship`.
All of it but its time follows from the record and the commit, so that there is one way to write it.
"""

import re
from functools import cache
from typing import NamedTuple

FORMAT = "cica approval tag 1"
NAMESPACE = "git"
"""The namespace in which Git signs."""
FOLDER = "approved/"
MOST_BYTES = 64 * 1024
_SIGNATURE = b"-----BEGIN SSH SIGNATURE-----\n"


@cache
def _head() -> re.Pattern[bytes]:
    return re.compile(
        rb"object (?P<commit>[0-9a-f]{40})\ntype (?P<type>[a-z]{1,10})\ntag (?P<name>[^\n]{1,400})\n"
        rb"tagger [^\n<>]{1,80} <[^\n<>]{1,80}> (?P<at>[0-9]{1,11}) \+0000\n"
    )


class ApprovalTag(NamedTuple):
    """What a tag states: the record and its digest, the commit, who signs, and when (seconds, by their own clock)."""

    record: str
    digest: str
    commit: str
    principal: str
    at: int

    @property
    def name(self) -> str:
        """Its name, without `refs/tags/`."""
        return tag_name(self.record, self.principal)

    @property
    def content(self) -> bytes:
        """The bytes that are signed; the signature follows them."""
        head = f"object {self.commit}\ntype commit\ntag {self.name}\n"
        tagger = f"tagger {self.principal} <{self.principal}> {self.at} +0000\n"
        return f"{head}{tagger}\n{FORMAT}\nrecord: {self.record}\ndigest: {self.digest}\n".encode()


class StatedTag(NamedTuple):
    """What the head of a tag says, the bytes before its signature, and that."""

    commit: str
    type: str
    name: str
    at: int
    content: bytes
    signature: bytes


def tag_name(record: str, principal: str) -> str:
    """Return the name of the tag of a record, by a principal."""
    return f"{FOLDER}{record.removesuffix('.txt')}/{principal}"


def read_tag_name(name: str) -> tuple[str, str]:
    """Return the record and the principal that the name of a tag says."""
    record, _, principal = name.removeprefix(FOLDER).rpartition("/")
    return f"{record}.txt", principal


def parse_tag(content: bytes) -> StatedTag | None:
    """Parse a tag; None if it has no head as Git writes it."""
    head = _head().match(content) if len(content) <= MOST_BYTES else None
    if head is None:
        return None
    stated, mark, signature = content.partition(_SIGNATURE)
    name = head["name"].decode(errors="replace")
    return StatedTag(head["commit"].decode(), head["type"].decode(), name, int(head["at"]), stated, mark + signature)
