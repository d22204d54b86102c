"""Manual pages: what the docstring of a rule says, by its headings."""

from collections.abc import Iterator
from dataclasses import dataclass

_INSTEAD = "Use instead"


@dataclass(frozen=True)
class Passage:
    """What stands under one heading of a manual page, line by line; lines of an example are indented."""

    heading: str
    lines: tuple[str, ...]

    def blocks(self) -> Iterator[tuple[bool, tuple[str, ...]]]:
        """Its paragraphs and examples in order; the first of each pair says whether it is an example."""
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
    """The passages of a manual page after its statement."""
    heading, lines, found = "", list[str](), list[Passage]()
    for line in manual.split("\n")[1:]:
        title = line.removeprefix("## ") if line.startswith("## ") else line if line == _INSTEAD else ""
        if title:
            found.append(Passage(heading, tuple(lines)))
            heading, lines = title, []
        else:
            lines.append(line)
    found.append(Passage(heading, tuple(lines)))
    return tuple(passage for passage in found if passage.heading or any(passage.lines))
