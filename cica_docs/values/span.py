"""Places in files."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A range of one file: lines and columns count from 1, in characters; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int

    @classmethod
    def point(cls, line: int, column: int = 1) -> "Span":
        """Return the span of a single character at a line and column."""
        return cls(line, column, line, column + 1)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A span in a file of the register; the path is relative to the register's root.

    A path that begins with a slash is relative to the root of the repository.
    """

    path: str
    span: Span
