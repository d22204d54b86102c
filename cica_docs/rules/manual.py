"""Manual pages: the docstrings of rules, split at their headings."""

from collections.abc import Iterator
from typing import NamedTuple

_HEADINGS = {"## Why": "why", "## Example": "example", "Use instead": "instead"}


class Passage(NamedTuple):
    """The text under one heading of a manual page, line by line; lines of an example are indented."""

    heading: str
    """The name by which the words of each language have the heading."""
    lines: tuple[str, ...]

    def blocks(self) -> Iterator[tuple[bool, tuple[str, ...]]]:
        """Yield its paragraphs and examples in order, each with whether it is an example."""
        block: list[str] = []
        for line in self.lines:
            is_example = line.startswith(" ")
            if block and (not line or is_example != block[0].startswith(" ")):
                yield block[0].startswith(" "), tuple(block)
                block = []
            if line:
                block.append(line)
        if block:
            yield block[0].startswith(" "), tuple(block)


class Manual(NamedTuple):
    """The manual page of a rule in one language."""

    statement: str
    """The fault in one sentence; "" if the program was installed without its sources."""
    passages: tuple[Passage, ...]


def manual_of(page: str) -> Manual:
    """Return the manual page that a docstring is."""
    return Manual(page.partition("\n")[0], manual_passages(page))


def manual_passages(manual: str) -> tuple[Passage, ...]:
    """Return the passages of a manual page after its statement."""
    heading, lines, passages = "", list[str](), list[Passage]()
    for line in manual.split("\n")[1:]:
        if line in _HEADINGS:
            passages.append(Passage(heading, tuple(lines)))
            heading, lines = _HEADINGS[line], []
        else:
            lines.append(line)
    passages.append(Passage(heading, tuple(lines)))
    return tuple(passage for passage in passages if passage.heading or any(passage.lines))
