"""The comments of delegations on a work, in `comments.yaml` beside it: what each asked, and what it was answered.

A comment is kept as it was received, in its language. Its place is a segment of the document by id (`p1.2`, or
`rationale:par-1`), a section by id, `title`, or `document` for the whole.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from cica_docs.documents.act_writing import format_flow
from cica_docs.documents.document import DataFile
from cica_docs.documents.source import REFUSED
from cica_docs.documents.yaml.positioned import parse_yaml
from cica_docs.values.language import Language
from cica_docs.values.span import Place

FILE = "comments.yaml"
WHOLE = "document"
"""The place of a comment on the whole document."""
OPEN, WITHDRAWN = "open", "withdrawn"
_KEY = "comments"


class Comment(NamedTuple):
    """A row of the comments: what a delegation asked of a place of the text."""

    place: Place
    pointer: str
    data: Mapping[str, Any]

    def text(self, name: str) -> str:
        """Return a field as text; "" if it is not there."""
        value = self.data.get(name)
        return value if isinstance(value, str) else ""

    @property
    def language(self) -> Language | None:
        """The language in which it was received."""
        name = self.text("language")
        return Language(name) if name in Language else None

    @property
    def answer(self) -> Mapping[str, Any]:
        """The answer to it; empty if there is none."""
        value = self.data.get("answer")
        return value if isinstance(value, dict) else {}

    @property
    def status(self) -> str:
        """`open`, `withdrawn`, or the outcome of its answer."""
        return WITHDRAWN if self.data.get("withdrawn") else str(self.answer.get("outcome") or OPEN)


def comments_path(work: str) -> str:
    """Return the path of the comments on a work."""
    return f"{work}/{FILE}"


def work_commented_on(path: str) -> str:
    """Return the work that a file of comments is about; "" if the file is none."""
    folder, _, name = path.rpartition("/")
    return folder if name == FILE and folder.count("/") == 1 else ""


def read_comments(file: DataFile) -> tuple[Comment, ...]:
    """Read the rows of a file of comments; those that are no mapping are left out."""
    rows = None if file.problems else file.front.get(f"/{_KEY}")
    return tuple(
        Comment(file.at(f"/{_KEY}/{index}"), f"/{_KEY}/{index}", row)
        for index, row in enumerate(rows if isinstance(rows, list) else ())
        if isinstance(row, dict)
    )


def append_comments(text: str, rows: Sequence[Mapping[str, Any]]) -> str | None:
    """Return the text of a file of comments with further rows at its end; of an empty text, a new file.

    Characters that a register refuses are left out of the rows. None if the file does not end with its list, or has
    another form, so that it can only be edited by hand.
    """
    known = parse_yaml(text)
    before = known.value.get(_KEY) if isinstance(known.value, dict) else None
    if text.strip() and (known.problems or not isinstance(before, list) or list(known.value) != [_KEY]):
        return None
    clean = [{name: _clean(value) for name, value in row.items()} for row in rows]
    lines = text.rstrip("\n") if before else f"{_KEY}:"
    written = "\n".join((lines, *(line for row in clean for line in _format_row(row)), ""))
    read = parse_yaml(written)
    return written if not read.problems and read.value == {_KEY: [*(before or []), *clean]} else None


def _format_row(row: Mapping[str, Any]) -> list[str]:
    fields = [line for name, value in row.items() for line in _format_field(name, value)]
    return [f"  - {fields[0]}", *(f"    {line}" for line in fields[1:])]


def _format_field(name: str, value: object) -> list[str]:
    if isinstance(value, str) and "\n" in value:
        return [f"{name}: |-", *(f"  {line}" for line in value.split("\n"))]
    return [f"{name}: {format_flow(value)}"]


def _clean(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    lines = unicodedata.normalize("NFC", value.replace("\r\n", "\n")).split("\n")
    return "\n".join(" ".join(REFUSED.sub("", line).split()) for line in lines).strip("\n")
