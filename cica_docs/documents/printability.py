"""The characters of a register's texts that the PDF cannot show, with their places."""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from cica_docs.documents.document import Document, RegisterFile
from cica_docs.documents.glyphs import find_unprintable
from cica_docs.documents.markdown.blocks import (
    Block,
    Emphasis,
    Footnote,
    Group,
    Heading,
    Inline,
    Items,
    Link,
    Marked,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
)
from cica_docs.documents.text_runs import span_between
from cica_docs.values.language import Language
from cica_docs.values.span import Place, Span

_MOST = 1000
"""Unprintable characters of one body; nobody reads more."""
_LANGUAGES = frozenset(Language)
_NAMING = frozenset({"names", "says", "letterhead", "places"})
"""The fields of reference data whose texts are printed."""


class Unprintable(NamedTuple):
    """Adjacent characters that cannot be printed; if combined, the fonts have each of them alone."""

    place: Place
    text: str
    is_combined: bool


def find_unprintables(file: RegisterFile) -> Iterator[Unprintable]:
    """Yield the characters of printed texts that no font of the PDF has, in the order of print."""
    single_byte = file.source.single_byte
    # The fonts have all single-byte characters; an escape of YAML can be any other.
    if not file.problems and (single_byte is None or b"\\" in single_byte):
        yield from _in_values(file)
    if isinstance(file, Document) and file.is_parted:
        yield from _in_body(file)


def _in_values(file: RegisterFile) -> Iterator[Unprintable]:
    is_document = isinstance(file, Document)
    for pointer in file.front.pointers:
        value = file.front.get(pointer)
        if isinstance(value, str) and not value.isascii():
            steps = pointer.split("/")
            if _is_printed_field(steps) if is_document else not _NAMING.isdisjoint(steps):
                yield from _unprintables(file, value, file.front.value_at(pointer), {})


def _is_printed_field(steps: list[str]) -> bool:
    """Whether a text of the front matter is printed: titles, reasons, and texts in three languages, less some notes."""
    if steps[-1] in _LANGUAGES:
        # Notes on single events and on the outcome of an item are for the record alone.
        return not ((steps[1] == "events" and "reason" not in steps) or "outcome" in steps)
    return steps == ["", "title"] or (steps[1] == "waivers" and steps[-1] == "reason")


def _in_body(document: Document) -> Iterator[Unprintable]:
    text, single_byte = document.text, document.source.single_byte
    # The parser decodes %E6%97%A5 in an address between angle brackets.
    is_escaped = "%" in text and "<" in text
    if is_escaped or (single_byte is None and find_unprintable(text)):
        reached: dict[Span, int] = {}
        runs = _runs(document.body.blocks, Span.point(document.body_line))
        yield from islice((item for span, run in runs for item in _unprintables(document, run, span, reached)), _MOST)


def _unprintables(file: RegisterFile, text: str, span: Span, reached: dict[Span, int]) -> Iterator[Unprintable]:
    """Yield the unprintable characters of a printed text with their places; the next search starts at `reached`."""
    pieces = find_unprintable(text)
    if not pieces:
        return
    starts = file.source.line_starts
    end = starts[min(span.end_line, len(starts) - 1)]
    for first, last in pieces:
        piece = text[first:last]
        at = reached.get(span, starts[span.line - 1] + span.column - 1)
        offset, length = _place(file.source.text, piece, at, end)
        place = Place(file.path, span if offset < 0 else span_between(starts, offset, offset + length))
        reached[span] = at if offset < 0 else offset + length
        yield Unprintable(place, piece, all(not find_unprintable(character) for character in piece))


def _place(text: str, piece: str, start: int, end: int) -> tuple[int, int]:
    """Return the first offset and the length of characters, literal or as escaped bytes in an address; -1 if absent."""
    offset, length = text.find(piece, start, end), len(piece)
    escaped = "".join(f"%{byte:02X}" for byte in piece.encode())
    for form in (escaped, escaped.lower()):
        # The next piece is searched from here on, so that all searches together take linear time.
        at = text.find(form, start, end if offset < 0 else offset)
        offset, length = (offset, length) if at < 0 else (at, len(form))
    return offset, length


def _runs(blocks: tuple[Block, ...], around: Span) -> Iterator[tuple[Span, str]]:
    """Yield each printed run of characters with the span of its block."""
    for block in blocks:
        match block:
            case Heading(content=content, span=span) | Paragraph(content=content, span=span):
                yield from _inline_runs(content, span)
            case Items(items=items, span=span):
                for item in items:
                    yield from _runs(item, span)
            case Quote(blocks=inside, span=span):
                yield from _runs(inside, span)
            case Table(head=head, rows=rows, span=span):
                for row in (head, *rows):
                    for cell in row:
                        yield from _runs(cell.blocks, span)
            case Group(blocks=inside):
                yield from _runs(inside, around)


def _inline_runs(content: tuple[Inline, ...], span: Span) -> Iterator[tuple[Span, str]]:
    for inline in content:
        match inline:
            case Text(text):
                yield span, text
            case Emphasis(inside) | Strong(inside) | Link(_, inside) | Marked(_, inside):
                yield from _inline_runs(inside, span)
            case Footnote(blocks=blocks):
                yield from _runs(blocks, span)
