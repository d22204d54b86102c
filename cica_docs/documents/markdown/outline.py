"""Read the outline of a body line by line: headings, numbered paragraphs, placeholders, the text of each section.

Parsing Markdown costs twenty times as much. The outline is right for every body that `needs_parsing` accepts; the
others are parsed, and a property test compares the two results.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product, zip_longest
from typing import NamedTuple

from ahocorasick_rs import BytesAhoCorasick, MatchKind

from cica_docs.text.profile import profiles
from cica_docs.values.span import Span

# All expressions take linear time: a run is matched possessively (`++`, `*+`) or has one possible start.
_HEADING = re.compile(r"\n(#{1,6})[ \t]++([^\n]*+)")
_HEADING_ID = re.compile(r"\{#([a-z0-9-]{1,80})\}")
NUMBER = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,3}){1,3})[ \u00a0]+(?=\S)")
_TO_FILL = tuple(profile.placeholder for profile in profiles().values())
_PLACEHOLDER = re.compile(rf"\[(?:{'|'.join(_TO_FILL)})\b[^\]]*\]?|\bTBD\b|\bXXX\b|\blorem ipsum\b", re.IGNORECASE)
_PLACEHOLDER_WORDS = (*(f"[{word.lower()}" for word in _TO_FILL), "tbd", "xxx", "lorem")
_PLACEHOLDER_SEARCH = BytesAhoCorasick(
    [
        "".join(spelling).encode()
        for word in ("tbd", "xxx", "lorem")
        for spelling in product(*((letter, letter.upper()) for letter in word))
    ],
    matchkind=MatchKind.LeftmostFirst,
)
_INTERRUPTS = re.compile(r" {0,3}(?:#{1,6}(?:[ \t]|$)|(?:[-*+]|1[.)]) +\S)")


class Section(NamedTuple):
    """A heading and the text below it up to the next heading."""

    level: int
    id: str
    title: str
    span: Span
    text: str
    """The lines below the heading, joined."""

    @property
    def is_empty(self) -> bool:
        """Whether there is no text below the heading itself."""
        return not self.text.strip()


class NumberedParagraph(NamedTuple):
    """The number of a numbered paragraph, and its place."""

    number: str
    span: Span


@dataclass(frozen=True)
class Outline:
    """The sections of a body in order, its numbered paragraphs and its placeholders."""

    text: str
    first_line: int

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """Each heading with the text below it up to the next."""
        return tuple(_sections(self.text, self.first_line))

    @cached_property
    def numbered(self) -> tuple[NumberedParagraph, ...]:
        """The numbered paragraphs."""
        return tuple(_numbered(self.text.split("\n"), self.first_line))

    @cached_property
    def placeholders(self) -> tuple[tuple[str, Span], ...]:
        """The placeholders with their places."""
        return tuple(_placeholders(self.text, self.first_line))

    def section(self, id: str) -> Section | None:
        """Return the first section with an id."""
        return next((section for section in self.sections if section.id == id), None)

    def holds(self, section: Section) -> bool:
        """Whether a section or one below it has text."""
        return section.span in self._filled

    @cached_property
    def _filled(self) -> frozenset[Span]:
        """The spans of the sections that have text, in themselves or below."""
        filled: set[Span] = set()
        above: list[Section] = []
        for section in self.sections:
            above = [outer for outer in above if outer.level < section.level]
            above.append(section)
            if not section.is_empty:
                filled.update(outer.span for outer in above)
        return frozenset(filled)


def read_outline(text: str, first_line: int) -> Outline:
    """Read the outline of a body; `first_line` is its first line in the file."""
    return Outline(text, first_line)


def may_hold_placeholders(single_byte: bytes) -> bool:
    """Whether a single-byte text may contain placeholders."""
    return b"[" in single_byte or bool(_PLACEHOLDER_SEARCH.find_matches_as_indexes(single_byte))


def _sections(text: str, first_line: int) -> Iterator[Section]:
    headings = list(_HEADING.finditer(f"\n{text}")) if "#" in text else []
    line, counted = first_line, 0
    for heading, following in zip_longest(headings, headings[1:]):
        start, end = heading.start(), heading.end() - 1
        line += text.count("\n", counted, start)
        counted = start
        below = text[end + 1 : following.start() - 1 if following else None]
        title, id = _titled(heading[2])
        yield Section(len(heading[1]), id, title, Span(line, 1, line, end - start + 1), below)


def _titled(written: str) -> tuple[str, str]:
    """Split a heading into its title and the id at its end."""
    title = written.rstrip(" \t")
    start = title.rfind("{#")
    id = _HEADING_ID.fullmatch(title, start) if start >= 0 else None
    return (title[:start].rstrip(" \t"), id[1]) if id else (title, "")


def _numbered(lines: list[str], first_line: int) -> Iterator[NumberedParagraph]:
    opens = True
    for index, (line, after) in enumerate(zip_longest(lines, lines[1:], fillvalue="")):
        if opens and line[:1].isdecimal():
            # A number may be on a line of its own, before the first line of its paragraph.
            text = line if _INTERRUPTS.match(after) else f"{line.rstrip()} {after.lstrip()}"
            if match := NUMBER.match(text):
                yield NumberedParagraph(match[1], Span(index + first_line, 1, index + first_line, len(match[1]) + 1))
        opens = not line.strip() or line.startswith("#")


def _placeholders(text: str, first_line: int) -> Iterator[tuple[str, Span]]:
    folded = text.lower()
    if not any(word in folded for word in _PLACEHOLDER_WORDS):
        return
    for index, line in enumerate(text.split("\n"), first_line):
        for match in _PLACEHOLDER.finditer(line):
            yield match.group(), Span(index, match.start() + 1, index, match.end() + 1)
