"""Word documents that this tool printed: what they say of the text that they print, and the lines around it."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from cica_docs.documents.markdown.blocks import Heading, text_of
from cica_docs.render.docx.reference import EDITION_PROPERTY
from cica_docs.render.docx.tree import PARAGRAPH_STYLES, TABLE_STYLES
from cica_docs.values.language import Language
from cica_docs.word.received import Part, Received, Unplaced

_PROPERTY = re.compile(r"([a-z0-9-]{1,80}/[a-z0-9-]{1,80}) ([a-z]{2,3}) ([0-9a-f]{40})")
_AROUND = frozenset({*(name.lower() for name in PARAGRAPH_STYLES.values()), TABLE_STYLES["facts"].lower()})


class PrintedOrigin(NamedTuple):
    """The work, language and file that a document says it was printed from; a claim, as all in the file."""

    work: str
    language: str
    blob: str


def printed_origin(received: Received) -> PrintedOrigin | None:
    """Return what a document says it was printed from; None if it says nothing, or of a language that is unknown."""
    match = _PROPERTY.fullmatch(received.properties.get(EDITION_PROPERTY, ""))
    return PrintedOrigin(*match.groups()) if match and match[2] in Language else None


def without_printed_lines(parts: Iterable[Part]) -> tuple[tuple[Part, ...], tuple[Unplaced, ...]]:
    """Return the text of a printed document, and the lines around it, whose facts are fields of the register."""
    listed = tuple(parts)
    printed = (part for part in listed if is_printed_line(part))
    left_out = (Unplaced("printed", part.paragraph, " ".join(text_of(part.block).split())) for part in printed)
    return tuple(part for part in listed if not is_printed_line(part)), tuple(left_out)


def is_printed_line(part: Part) -> bool:
    """Whether a part is around the text of a printed document, by its style."""
    return part.style in _AROUND


def is_title(part: Part) -> bool:
    """Whether a part is the title of a printed document: no heading of the text has its level."""
    return isinstance(part.block, Heading) and part.block.level == 1
