"""Manual pages: the docstrings of rules, split at their headings."""

from collections.abc import Iterator
from dataclasses import dataclass

_INSTEAD = "Use instead"


@dataclass(frozen=True)
class Passage:
    """The text under one heading of a manual page, line by line; lines of an example are indented."""

    heading: str
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


def manual_passages(manual: str) -> tuple[Passage, ...]:
    """Return the passages of a manual page after its statement."""
    heading, lines, passages = "", list[str](), list[Passage]()
    for line in manual.split("\n")[1:]:
        title = line.removeprefix("## ") if line.startswith("## ") else line if line == _INSTEAD else ""
        if title:
            passages.append(Passage(heading, tuple(lines)))
            heading, lines = title, []
        else:
            lines.append(line)
    passages.append(Passage(heading, tuple(lines)))
    return tuple(passage for passage in passages if passage.heading or any(passage.lines))
