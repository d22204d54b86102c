"""The clauses of a decision's text: numbered paragraphs with what stands below each, and the text before the first."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

PREAMBLE = "preamble"
_HEADING = re.compile(r"#{1,6}[ \t]++(?P<title>[^\n{]*+)(?:\{#(?P<id>[a-z0-9-]{1,80})\})?[ \t]*+\Z")
# A text that comes from a word processor may have a full stop, a bracket or stars at its numbers.
_DOTTED = re.compile(r"(?:\*\*)?(?P<number>[0-9]{1,3}(?:\.[0-9]{1,3}){1,3})\\?[.)]?(?:\*\*)?[ \t\u00a0]++(?=\S)")
_SINGLE = re.compile(r"(?:\*\*)?(?P<number>[0-9]{1,3})\\?[.)](?:\*\*)?[ \t\u00a0]++(?=\S)")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause by its number, `preamble`, or the section whose unnumbered text it is, by id or title."""

    number: str
    text: str
    """On one line, without the number."""
    line: int
    """The line of its number or heading, counted from one."""


def read_clauses(text: str, *, has_single_numbers: bool = False) -> tuple[Clause, ...]:
    """Read the clauses of a body in order; with `has_single_numbers`, `2. Text` begins one too."""
    return tuple(_clauses(text, has_single_numbers))


def number_plainly(text: str) -> str:
    """Write each number of a clause as the register does: without stars, full stop and tab after it."""
    lines = text.split("\n")
    for index in _openings(lines):
        if match := _DOTTED.match(lines[index]):
            lines[index] = f"{match['number']} {lines[index][match.end() :]}"
    return "\n".join(lines)


def _openings(lines: list[str]) -> Iterator[int]:
    """Yield the indexes of the lines at which a paragraph may begin."""
    opens = True
    for index, line in enumerate(lines):
        if opens and line.strip():
            yield index
        opens = not line.strip() or line.startswith("#")


def _clauses(text: str, has_single_numbers: bool) -> Iterator[Clause]:
    lines = text.split("\n")
    openings = frozenset(_openings(lines))
    number, begun, has_number = PREAMBLE, 1, False
    gathered: list[str] = []
    for index, line in enumerate(lines):
        heading = _HEADING.match(line)
        numbered = None if heading or index not in openings else _number_of(line, has_single_numbers)
        if heading is None and numbered is None:
            gathered.append(line)
            continue
        yield from _clause(number, gathered, begun)
        if numbered is not None:
            number, has_number = numbered["number"], True
        elif heading is not None and has_number:
            number = heading["id"] or heading["title"]
        begun, gathered = index + 1, [line[numbered.end() :] if numbered else ""]
    yield from _clause(number, gathered, begun)


def _number_of(line: str, has_single_numbers: bool) -> re.Match[str] | None:
    return _DOTTED.match(line) or (_SINGLE.match(line) if has_single_numbers else None)


def _clause(number: str, lines: list[str], begun: int) -> Iterator[Clause]:
    text = " ".join(" ".join(lines).split())
    if text:
        yield Clause(number, text, begun)
