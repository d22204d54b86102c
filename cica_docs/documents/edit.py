"""Replace texts of a document and leave all other characters unchanged."""

import re
from collections.abc import Mapping
from itertools import pairwise

from cica_docs.documents.document import Document
from cica_docs.documents.front_matter import split_front_matter
from cica_docs.documents.segments import Segment, read_segments
from cica_docs.documents.yaml.positioned import parse_yaml
from cica_docs.text.escape import escape_yaml

_FURTHER = re.compile(r"[ \t]|- |\]")
"""The beginning of a line that belongs to the field above it."""


def replace_segments(document: Document, texts: Mapping[str, str]) -> str:
    """Replace the texts of segments by id; the lines of unchanged segments stay as they are."""
    text = document.source.text
    for segment in sorted(read_segments(document), key=lambda segment: segment.pieces[0], reverse=True):
        new = texts.get(segment.id, segment.text)
        if new != segment.text:
            text = _replaced(text, segment, new)
    return text


def _replaced(text: str, segment: Segment, new: str) -> str:
    start = segment.pieces[0][0]
    if segment.kind == "title":
        return text[:start] + quote_yaml(new) + text[segment.pieces[-1][1] :]
    line = text[text.rfind("\n", 0, start) + 1 : start]
    margin = re.sub(r"[^>\s]", " ", line)
    # Line by line from the end, so that earlier offsets stay valid; the text between the lines is deleted too.
    for before, after in reversed(list(pairwise(segment.pieces))):
        text = text[: before[1]] + text[after[1] :]
    return text[:start] + new.replace("\n", f"\n{margin}") + text[segment.pieces[0][1] :]


def quote_yaml(text: str) -> str:
    """Format a text as one line of YAML, quoted unless it reads back without quotes."""
    record = parse_yaml(f"title: {text}\n")
    if not record.problems and record.value == {"title": text}:
        return text
    return f"'{escape_yaml(text)}'"


def set_source(document: Document, original: str, unaffected: tuple[str, ...]) -> str:
    """Set the source blob of a translation and the segments recorded as unaffected."""
    lines = document.source.text.split("\n")
    span = document.front.value_at("/translates")
    line = lines[span.line - 1]
    quote = line[span.column - 1] if line[span.column - 1 : span.column] in {"'", '"'} else ""
    source_line = line[: span.column - 1] + quote + original + quote + line[span.end_column - 1 :]
    lines[span.line - 1 : span.end_line] = [
        source_line,
        *([f"unaffected: [{', '.join(unaffected)}]"] if unaffected else []),
        *lines[span.line : span.end_line],
    ]
    known = document.front.key_at("/unaffected")
    if known:
        delete_field(lines, known.line - 1 + (bool(unaffected) and known.line > span.line))
    return "\n".join(lines)


def remove_field(text: str, field: str) -> str:
    """Remove a field of the front matter with all lines that belong to it; a file without it stays as it is."""
    known = split_front_matter(text).front.key_at(f"/{field}")
    if known is None:
        return text
    lines = text.split("\n")
    delete_field(lines, known.line - 1)
    return "\n".join(lines)


def delete_field(lines: list[str], first: int) -> None:
    """Delete from the lines of a document the field of its front matter that begins on one of them."""
    last = next(at for at in range(first + 1, len(lines)) if not _FURTHER.match(lines[at]))
    del lines[first:last]


def encode_text(text: str, before: bytes) -> bytes:
    """Encode a changed file with its former line ends."""
    returned = before.count(b"\r\n")
    return (text.replace("\n", "\r\n") if returned and returned == before.count(b"\n") else text).encode()
