"""Marks that an unresolved merge of two versions leaves in a file."""

import re
from collections.abc import Iterator

from cica_docs.documents.misread.passage import Misread

_MARK = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: [^\n]*)?$|^={7}$", re.MULTILINE)


def find_conflict_marks(text: str) -> Iterator[Misread]:
    """Yield the marks in the text of a file, with offsets of the file."""
    if not any(sign in text for sign in ("<<<<<<<", ">>>>>>>", "|||||||", "\n=======\n")):
        return
    for match in _MARK.finditer(text):
        yield Misread("conflict", match.start(), match.start() + 7, {"sign": match[0][:7]})
