"""What of a register's texts the PDF cannot show, and where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from cica_docs.documents.document import Document, Written
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
"""Of one text; nobody reads more."""
_LANGUAGES = frozenset(Language)
_NAMING = frozenset({"names", "says"})
"""The fields of reference data whose texts are printed."""


@dataclass(frozen=True)
class Unprintable:
    """Characters that stand together and cannot be printed; the fonts may have each of them, but not as they stand."""

    place: Place
    text: str
    is_combined: bool


def find_unprintables(written: Written) -> Iterator[Unprintable]:
    """Yield the characters of printed texts that no font of the PDF has, in the order of print."""
    coded = written.source.coded
    # All ordinary characters are in the fonts; an escape of YAML can stand for any other.
    if not written.problems and (coded is None or b"\\" in coded):
        yield from _in_values(written)
    if isinstance(written, Document) and written.is_parted:
        yield from _in_body(written)


def _in_values(written: Written) -> Iterator[Unprintable]:
    is_document = isinstance(written, Document)
    for pointer in written.front.pointers:
        value = written.front.get(pointer)
        if isinstance(value, str) and not value.isascii():
            steps = pointer.split("/")
            if _is_printed_field(steps) if is_document else not _NAMING.isdisjoint(steps):
                yield from _found(written, value, written.front.value_at(pointer), {})


def _is_printed_field(steps: list[str]) -> bool:
    """Whether a text of the front matter is printed: titles, reasons, and texts in three languages, less some notes."""
    if steps[-1] in _LANGUAGES:
        # Notes on single events and on the outcome of an item are for the record alone.
        return not (steps[1] == "events" or "outcome" in steps)
    return steps == ["", "title"] or (steps[1] == "waivers" and steps[-1] == "reason")


def _in_body(document: Document) -> Iterator[Unprintable]:
    text, coded = document.text, document.source.coded
    # The parser shows %E6%97%A5 in an address between angle brackets as the character that it stands for.
    is_escaped = "%" in text and "<" in text
    if is_escaped or (coded is None and find_unprintable(text)):
        reached: dict[Span, int] = {}
        runs = _runs(document.body.blocks, Span.point(document.body_line))
        yield from islice((one for span, run in runs for one in _found(document, run, span, reached)), _MOST)


def _found(written: Written, text: str, span: Span, reached: dict[Span, int]) -> Iterator[Unprintable]:
    """Yield the unprintable characters of a printed text with their places; `reached` is where to search on."""
    pieces = find_unprintable(text)
    if not pieces:
        return
    starts = written.source.line_starts
    end = starts[min(span.end_line, len(starts) - 1)]
    for first, last in pieces:
        piece = text[first:last]
        at = reached.get(span, starts[span.line - 1] + span.column - 1)
        found, length = _place(written.source.text, piece, at, end)
        place = Place(written.path, span if found < 0 else span_between(starts, found, found + length))
        reached[span] = at if found < 0 else found + length
        yield Unprintable(place, piece, all(not find_unprintable(character) for character in piece))


def _place(text: str, piece: str, start: int, end: int) -> tuple[int, int]:
    """Where characters are written first, as they are or by their bytes in an address, and in how many characters."""
    found, length = text.find(piece, start, end), len(piece)
    escaped = "".join(f"%{byte:02X}" for byte in piece.encode())
    for form in (escaped, escaped.lower()):
        # What comes before need not be searched again for the next piece: it all takes as long as the text.
        at = text.find(form, start, end if found < 0 else found)
        found, length = (found, length) if at < 0 else (at, len(form))
    return found, length


def _runs(blocks: tuple[Block, ...], around: Span) -> Iterator[tuple[Span, str]]:
    """Every run of characters that is printed, with the span of the block that it stands in."""
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
            case Emphasis(inside) | Strong(inside) | Link(_, inside):
                yield from _inline_runs(inside, span)
            case Footnote(blocks=blocks):
                yield from _runs(blocks, span)
