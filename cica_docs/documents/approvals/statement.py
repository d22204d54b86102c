"""The statement of an approval: a plain text that a person can read and a program can compute again.

One line for each field, `name: value`, below a line with the version of the format; UTF-8 in NFC, line feeds, one at
the end. There is one way to write it, so that the same approval always has the same bytes.
"""

import hashlib
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cica_docs.documents.source import REFUSED

FORMAT = "cica approval 1"
NAMESPACE = "cica-approval@1"
"""The namespace of signatures: one made for anything else is no signature of a statement."""
NONE = "none"
MOST_BYTES = 64 * 1024
_SEPARATOR = ": "


class Statement(NamedTuple):
    """The fields of a statement by name, in their order."""

    fields: tuple[tuple[str, str], ...]

    def get(self, name: str) -> str:
        """Return the value of a field; "" if there is none."""
        return dict(self.fields).get(name, "")

    @property
    def content(self) -> bytes:
        """The bytes that are signed."""
        lines = (FORMAT, *(f"{name}{_SEPARATOR}{value}" for name, value in self.fields))
        return "".join(f"{line}\n" for line in lines).encode()


def make_statement(fields: Sequence[tuple[str, str]]) -> Statement:
    """Make a statement of fields; white space in a value is folded, and an empty value is `none`."""
    return Statement(tuple((name, _one_line(value) or NONE) for name, value in fields))


def parse_statement(content: bytes) -> Statement | None:
    """Parse a statement; None if it is not written in the one way."""
    if len(content) > MOST_BYTES:
        return None
    try:
        first, *lines = content.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        return None
    if first != FORMAT:
        return None
    parsed = Statement(tuple(_fields(lines)))
    return parsed if make_statement(parsed.fields).content == content else None


def differing_fields(stated: Statement, actual: Statement) -> Iterator[str]:
    """Yield the names of the fields that differ, or that only one of two statements has, in their order."""
    former, latter = dict(stated.fields), dict(actual.fields)
    for name in dict.fromkeys((*former, *latter)):
        if former.get(name) != latter.get(name):
            yield name


def format_digest(content: bytes) -> str:
    """Format the digest of some bytes as `sha256sum` prints it."""
    return f"sha256 {hashlib.sha256(content).hexdigest()}"


def _fields(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        name, separator, value = line.partition(_SEPARATOR)
        if separator:
            yield name, value


def _one_line(value: str) -> str:
    return REFUSED.sub("", unicodedata.normalize("NFC", " ".join(value.split())))
