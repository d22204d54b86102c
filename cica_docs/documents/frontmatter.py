"""A Markdown file parted into front matter and body."""

from dataclasses import dataclass

from cica_docs.documents.problem import Problem
from cica_docs.documents.record import Record, read_record
from cica_docs.values.span import Span

MOST_CHARACTERS = 64 * 1024
_FENCE = "---"


@dataclass(frozen=True)
class Parts:
    """The front matter, and the body with the line of the file on which it begins."""

    front: Record
    body: str
    body_line: int


def part(text: str) -> Parts:
    """The parts of a file whose first line is `---`; without that line all of it is body, and that is a problem."""
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        return Parts(Record(problems=(Problem("front-matter-missing", Span.point(1)),)), text, 1)
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), 0)
    if not end:
        return Parts(Record(problems=(Problem("front-matter-unclosed", Span.point(1)),)), "", 1)
    yaml = "\n".join(lines[1:end]) + "\n"
    body = "\n".join(lines[end + 1 :])
    if len(yaml) > MOST_CHARACTERS:
        problem = Problem("front-matter-too-large", Span.point(1), {"most": MOST_CHARACTERS})
        return Parts(Record(problems=(problem,)), body, end + 2)
    return Parts(read_record(yaml, first_line=2), body, end + 2)
