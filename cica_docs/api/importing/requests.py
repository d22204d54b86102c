"""What a delegation asks of a text in Word: other words for parts of segments, additions, and remarks."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from cica_docs.api.importing.edited import Comparison, Difference, as_in_file, is_same
from cica_docs.api.importing.units import Unit, notes_in
from cica_docs.documents.document import Document
from cica_docs.documents.markdown.blocks import Footnote, Marked, Text
from cica_docs.documents.markdown.writer import BodyWriter
from cica_docs.documents.negotiation.comments import WHOLE
from cica_docs.documents.redline.alignment import align, overlap
from cica_docs.documents.redline.compare import compare_content
from cica_docs.documents.segments import Segment, read_segments
from cica_docs.documents.source import Source
from cica_docs.word.received import Comment

_ALIKE = 0.45
_NUMBERED = re.compile(r"p([0-9]{1,3}(?:\.[0-9]{1,3}){1,3})(?::again-[0-9]{1,4})?")
_MARK = re.compile(r"\[\^([^\]\[\s]{1,80})\]")
_MARKER = " \t"
_NEAR = 8
"""Characters between two changes that are asked for as one."""
_SIGNS = ",.;:!?)"
_MOST_PARTS = 100
"""Parts of one segment; a segment with more is asked for as a whole."""


class Request(NamedTuple):
    """A wording that is asked for in place of a part of a segment, given by offsets in its text.

    An empty part is a place where something is to be inserted, an empty wording a deletion.
    """

    segment: str
    start: int
    end: int
    words: str
    """The part as it is."""
    text: str


class Addition(NamedTuple):
    """Text that is to be added as a paragraph, item or row of its own, behind a segment."""

    segment: str
    text: str


class Asked(NamedTuple):
    """All that a document asks."""

    requests: tuple[Request, ...]
    additions: tuple[Addition, ...]
    sent: Mapping[str, str]
    """The texts of all segments as the document was sent."""
    wanted: Mapping[str, str]
    """The whole texts of the segments that are wanted otherwise."""
    renumbered: tuple[Request, ...]
    """Other numbers of paragraphs, which are no part of a segment."""


def asked_by(comparison: Comparison) -> Asked:
    """Return what is asked, in the order of the text."""
    document = comparison.document
    segments = read_segments(document)
    requests: list[Request] = []
    additions: list[Addition] = []
    texts: dict[str, str] = {}
    renumbered: list[Request] = []
    before = WHOLE
    for is_kept, group in groupby(comparison.differences, key=is_same):
        differences = tuple(group)
        own = tuple(each for former, _ in differences for each in _segments_of(former, segments))
        # Blocks that differ are compared together: an item that moved into another list is still the same words.
        wanted = () if is_kept else _segments_in(document, differences)
        for had, has in align(own if wanted or not is_kept else (), wanted, _text_of, _likeness):
            if had is None and has is not None:
                additions.append(Addition(before, f"{_number_of(has)} {has.text}".strip()))
            elif had is not None and has is None:
                requests.append(Request(had.id, 0, len(had.text), had.text, ""))
            elif had is not None and has is not None:
                if (number := _number_of(had)) != _number_of(has):
                    renumbered.append(Request(had.id, 0, 0, number, _number_of(has)))
                texts[had.id] = has.text
                parts = tuple(joined_requests(had, has.text))
                whole = Request(had.id, 0, len(had.text), had.text, has.text)
                requests += parts if len(parts) <= _MOST_PARTS else (whole,)
            before = had.id if had is not None else before
        before = own[-1].id if own else before
    for note, text in _reworded_notes(comparison, segments):
        texts[note.id] = text
        requests += joined_requests(note, text)
    known = {note.label for block in document.body.blocks for note in notes_in(block)}
    additions += (Addition(WHOLE, _note_text(each)) for each in comparison.notes if each.label not in known)
    sent = {segment.id: segment.text for segment in segments}
    return Asked(tuple(requests), tuple(additions), sent, texts, tuple(renumbered))


def _reworded_notes(comparison: Comparison, segments: Sequence[Segment]) -> Iterator[tuple[Segment, str]]:
    """Yield the footnotes that are to say something else, each with its new text."""
    by_id = {segment.id: segment for segment in segments if segment.kind == "footnote"}
    for note in comparison.notes:
        had = by_id.get(f"note-{note.label}")
        text = _note_text(note)
        if had is not None and had.text != text:
            yield had, text


def _note_text(note: Footnote) -> str:
    return " ".join(BodyWriter().write(note.blocks).split())


def _number_of(segment: Segment) -> str:
    match = _NUMBERED.fullmatch(segment.id)
    return match[1] if match else ""


def _text_of(segment: Segment) -> str:
    return segment.text


def _segments_of(unit: Unit | None, segments: Sequence[Segment]) -> tuple[Segment, ...]:
    if unit is None or unit.span is None:
        return ()
    return tuple(each for each in segments if unit.span.line <= each.line <= unit.span.end_line)


def _segments_in(document: Document, differences: Sequence[Difference]) -> tuple[Segment, ...]:
    """Return the segments of blocks that came back, as they would be in the file."""
    blocks = [as_in_file(former, later) for former, later in differences if later is not None]
    known = {note.label for block in document.body.blocks for note in notes_in(block)}
    # The mark of a new footnote would be without its text, which goes into the comments.
    text = _MARK.sub(lambda mark: mark[0] if mark[1] in known else "", BodyWriter().write(blocks))
    source = Source.of(f"---\n---\n\n{text}\n")
    written = Document(document.kind, document.id, document.language, document.path, source)
    return tuple(each for each in read_segments(written) if each.text.strip())


def _likeness(had: Segment, has: Segment) -> float:
    share = overlap(Counter(had.text.split()), Counter(has.text.split()))
    return share if share >= _ALIKE else 0.0


def _word_requests(had: Segment, text: str) -> Iterator[Request]:
    """Yield the parts of a segment that differ, by whole words."""
    at = 0
    start, deleted, inserted = 0, "", ""
    for inline in (*compare_content((Text(had.text),), (Text(text),)), Text("")):
        if isinstance(inline, Marked):
            words = "".join(part.text for part in inline.content if isinstance(part, Text))
            if inline.kind == "deleted":
                deleted, at = deleted + words, at + len(words)
            else:
                inserted += words
        elif isinstance(inline, Text):
            if deleted or inserted:
                yield Request(had.id, start, start + len(deleted), deleted, inserted)
            at += len(inline.text)
            start, deleted, inserted = at, "", ""


def joined_requests(had: Segment, text: str) -> Iterator[Request]:
    """Yield the parts of a segment that differ, those with little between them as one: a reader takes them for one."""
    last: Request | None = None
    for request in _word_requests(had, text):
        if last is None:
            last = request
        elif request.start - last.end <= _NEAR:
            between = had.text[last.end : request.start]
            words = had.text[last.start : request.end]
            last = Request(had.id, last.start, request.end, words, f"{last.text}{between}{request.text}")
        else:
            yield _with_word_before(had, _trimmed(had, last))
            last = request
    if last is not None:
        yield _with_word_before(had, _trimmed(had, last))


def _with_word_before(had: Segment, request: Request) -> Request:
    """Return a request whose wording does not begin with a comma or the like: it has the word before with it."""
    if not request.text or request.text[0].isalnum() or request.text[0] not in _SIGNS or request.start == 0:
        return request
    start = had.text.rfind(" ", 0, request.start - 1) + 1
    word = had.text[start : request.start]
    return request._replace(start=start, words=word + request.words, text=word.rstrip(_MARKER) + request.text)


def _trimmed(had: Segment, request: Request) -> Request:
    """Return a request without blanks at the ends of its part and its wording."""
    words = request.words.strip(_MARKER)
    if not words:
        # Text put between two blanks, or a blank between two words: the place is before the blank.
        at = len(had.text[: request.start].rstrip(_MARKER))
        return request._replace(start=at, end=at, words="", text=request.text.strip(_MARKER))
    start = request.start + request.words.index(words)
    return request._replace(start=start, end=start + len(words), words=words, text=request.text.strip(_MARKER))


def place_of(comment: Comment, comparison: Comparison) -> str:
    """Return the segment that a comment in the margin is about, or the whole document."""
    near: Difference | None = None
    for difference in comparison.differences:
        later = difference.later
        if later is not None and later.part is not None and later.part.paragraph <= comment.paragraph:
            near = difference
    if near is None or near.former is None or not comment.paragraph:
        return WHOLE
    own = _segments_of(near.former, read_segments(comparison.document))
    holding = (each.id for each in own if comment.about and comment.about in each.text)
    return next(holding, own[0].id if own else WHOLE)
