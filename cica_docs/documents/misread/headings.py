"""Short lines that are titles of sections, in capitals, in bold or with a number, and no headings."""

import re
from collections.abc import Iterator, Mapping

from cica_docs.documents.misread.passage import Edit, Misread, Passage

_LONGEST = 120
_BOLD = re.compile(r"(\*\*|__)(.+)\1")
_NUMBER = re.compile(r"(?:[0-9]{1,2}|[IVX]{1,5})[.)][ \t\u00a0]+")
_ENDS = " \t.:"


def find_plain_headings(passage: Passage, titles: Mapping[str, str]) -> Iterator[Misread]:
    """Yield a passage of one line that is a title; `titles` gives the heading to write for each `plain_title`."""
    line = passage[0]
    if len(passage) > 1 or len(line.text) > _LONGEST or line.text.startswith(("#", "|", "-", "[")):
        return
    title = plain_title(line.text)
    if title in titles:
        edits = (Edit(line.start, line.end, titles[title]),)
        yield Misread("heading", line.start, line.end, {"title": _without_marks(line.text)}, edits)


def plain_title(text: str) -> str:
    """Return a title without its number, emphasis, last sign and capitals."""
    return _without_marks(text).casefold()


def _without_marks(text: str) -> str:
    text = text.strip(_ENDS)
    bold = _BOLD.fullmatch(text)
    text = (bold[2] if bold else text).strip(_ENDS)
    return _NUMBER.sub("", text, count=1).strip(_ENDS)
