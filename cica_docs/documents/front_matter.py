"""Split a Markdown file into front matter and body."""

import re
from dataclasses import dataclass
from functools import cached_property

from cica_docs.documents.problem import Problem
from cica_docs.documents.yaml.positioned import PositionedYaml, parse_yaml
from cica_docs.values.span import Span

MOST_CHARACTERS = 64 * 1024
_FENCE = "---"
_END = re.compile(r"\n---[^\S\n]*(?:\n|\Z)")


@dataclass(frozen=True)
class Parts:
    """The source texts of front matter and body, and the first line of the body in the file."""

    yaml: str
    body: str
    body_line: int
    problems: tuple[Problem, ...] = ()
    """The reason why there is no front matter."""

    @cached_property
    def front(self) -> PositionedYaml:
        """The front matter."""
        return parse_yaml(self.yaml, first_line=2) if self.yaml else PositionedYaml(problems=self.problems)


def split_front_matter(text: str) -> Parts:
    """Split a file that begins with `---`; without that line all of it is body, with a problem."""
    first, _, _ = text.partition("\n")
    if first.rstrip() != _FENCE:
        return Parts("", text, 1, (Problem("front-matter-missing", Span.point(1)),))
    end = _END.search(text, len(first))
    if not end:
        return Parts("", "", 1, (Problem("front-matter-unclosed", Span.point(1)),))
    yaml = text[len(first) + 1 : end.start()] + "\n"
    body, body_line = text[end.end() :], text.count("\n", 0, end.start() + 1) + 2
    if len(yaml) > MOST_CHARACTERS:
        return Parts(
            "", body, body_line, (Problem("front-matter-too-large", Span.point(1), {"most": MOST_CHARACTERS}),)
        )
    return Parts(yaml, body, body_line)
