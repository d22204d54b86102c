"""Read bytes as text within limits, or report the problems."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from cica_docs.documents.problem import Problem
from cica_docs.snapshot.snapshot import Snapshot, Unreadable
from cica_docs.text.invisible import MISPLACED
from cica_docs.text.single_byte import encode_single_byte
from cica_docs.values.span import Span

MOST_BYTES = 512 * 1024
MOST_LINE = 32 * 1024
_MOST_REPORTED = 20

# Controls, marks that hide or reorder text, private and unassigned-by-design characters. No-break spaces are allowed:
# Russian typography needs them. Soft hyphens are not: they break search and comparison. Joiners are spelling in some
# scripts, and refused anywhere else.
REFUSED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ue000-\uf8ff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\uffff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
    f"|{MISPLACED}"
)


class Content(NamedTuple):
    """The text of a file with line feeds as line ends, and its problems."""

    text: str
    problems: tuple[Problem, ...] = ()
    single_byte: bytes | None = None
    """The text with one byte for each character, for searches; None if it has a character outside that encoding."""


class Source:
    """The text of a file, read on first use; the text of an unreadable file is empty."""

    def __init__(self, read: Callable[[], Content], identify: Callable[[], str] = str) -> None:
        self._read = read
        self._identify = identify

    @classmethod
    def of(cls, text: str, problems: tuple[Problem, ...] = (), blob: str = "") -> "Source":
        """Make a source of a text."""
        content = Content(text, problems, encode_single_byte(text))
        return cls(lambda: content, lambda: blob)

    @cached_property
    def _content(self) -> Content:
        return self._read()

    @property
    def text(self) -> str:
        """The text."""
        return self._content.text

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems of the text."""
        return self._content.problems

    @property
    def single_byte(self) -> bytes | None:
        """The text with one byte for each character, for searches; None if it has a character outside that encoding."""
        return self._content.single_byte

    @cached_property
    def blob(self) -> str:
        """The Git id of the bytes; empty if they are not those of a file."""
        return self._identify()

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text."""
        return self.text.split("\n")

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset at which each line begins, and that after the end."""
        return [0, *accumulate(len(line) + 1 for line in self.lines)]

    def line(self, number: int) -> str:
        """Return a line of the text, counted from one; empty if there is none."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


def read_source(snapshot: Snapshot, path: str) -> Source:
    """Read the text of a file: bounded, strict UTF-8 in NFC, without a byte order mark or deceptive characters."""
    return Source(lambda: _content(snapshot, path), lambda: snapshot.blob(path))


def decode(content: bytes, blob: str = "") -> Source:
    """Decode bytes as a `Source`."""
    decoded = _decoded(content)
    return Source(lambda: decoded, lambda: blob)


def _content(snapshot: Snapshot, path: str) -> Content:
    size = snapshot.size(path)
    if size > MOST_BYTES:
        return Content("", (Problem("too-large", Span.point(1), {"size": size, "most": MOST_BYTES}),))
    try:
        content = snapshot.read(path)
    except Unreadable as unreadable:
        return Content("", (Problem("not-readable", Span.point(1), {"reason": unreadable.reason}),))
    if len(content) > MOST_BYTES:
        # It has grown since it was listed.
        return Content("", (Problem("too-large", Span.point(1), {"size": len(content), "most": MOST_BYTES}),))
    return _decoded(content)


def _decoded(content: bytes) -> Content:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return Content("", (Problem("not-utf8", _bytes_span(content, error.start)),))
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    single_byte = encode_single_byte(text)
    return Content(text, tuple(_problems(text, is_single_byte=single_byte is not None)), single_byte)


def _problems(text: str, *, is_single_byte: bool) -> Iterator[Problem]:
    if not is_single_byte:
        for count, match in enumerate(REFUSED.finditer(text)):
            if count == _MOST_REPORTED:
                break
            character = match.group()
            if character == "\ufeff" and match.start() == 0:
                yield Problem("byte-order-mark", span_at(text, 0))
                continue
            name = unicodedata.name(character, "control")
            details = {"code": f"U+{ord(character):04X}", "name": name.lower()}
            yield Problem("refused-character", span_at(text, match.start()), details)
        if not unicodedata.is_normalized("NFC", text):
            yield Problem("not-nfc", span_at(text, _first_unnormalized(text)))
    long_line = len(text) > MOST_LINE and next(
        (n for n, line in enumerate(text.split("\n"), 1) if len(line) > MOST_LINE), 0
    )
    if long_line:
        yield Problem("line-too-long", Span.point(long_line), {"most": MOST_LINE})


def span_at(text: str, offset: int, length: int = 1) -> Span:
    """Return the span of so many characters of one line, from an offset in the text."""
    line = text.count("\n", 0, offset) + 1
    column = offset - (text.rfind("\n", 0, offset) + 1) + 1
    return Span(line, column, line, column + length)


def _bytes_span(content: bytes, offset: int) -> Span:
    before = content[:offset].decode("utf-8", "replace")
    return span_at(before + " ", len(before))


def _first_unnormalized(text: str) -> int:
    offset = 0
    for line in text.split("\n"):
        if not unicodedata.is_normalized("NFC", line):
            normal = unicodedata.normalize("NFC", line)
            same = next((i for i, (a, b) in enumerate(zip(line, normal, strict=False)) if a != b), 0)
            return offset + same
        offset += len(line) + 1
    return 0
