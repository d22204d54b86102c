"""Find all that is misread in a register in one pass over its documents."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.kind import Kind
from cica_docs.documents.misread.conflict import find_conflict_marks
from cica_docs.documents.misread.headings import find_plain_headings, plain_title
from cica_docs.documents.misread.lists import (
    find_closed_markers,
    find_joined_items,
    find_joined_paragraphs,
    find_other_numbers,
)
from cica_docs.documents.misread.numbering import find_broken_sequences, find_misread_numbers
from cica_docs.documents.misread.passage import Misread, passages_of
from cica_docs.documents.misread.placing import place_parts
from cica_docs.documents.misread.signs import (
    find_entities,
    find_left_emphasis,
    find_other_dialects,
    find_typed_notes,
)
from cica_docs.documents.misread.tables import find_loose_tables
from cica_docs.documents.query import cached_query
from cica_docs.documents.text_runs import span_between
from cica_docs.values.language import Language
from cica_docs.values.span import Place


@cached_query
def misread(corpus: Corpus) -> Mapping[str, tuple[tuple[Place, Misread], ...]]:
    """Return what is misread in all files by its kind; in a translation, only kinds that its original lacks."""
    titles = titles_by_kind(corpus)
    by_kind = {
        **place_parts(
            corpus, lambda document: find_misread(document, titles.get((document.kind, document.language), {}))
        )
    }
    for file in corpus.data:
        for part in find_conflict_marks(file.source.text):
            place = Place(file.path, span_between(file.source.line_starts, part.start, part.end))
            by_kind.setdefault(part.kind, []).append((place, part))
    return {kind: tuple(placed) for kind, placed in by_kind.items()}


@cached_query
def titles_by_kind(corpus: Corpus) -> Mapping[tuple[str, Language], Mapping[str, str]]:
    """Return, by kind and language, the heading of each section by its title in any language."""
    return {
        (name, language): _titles_of(kind, language)
        for name, kind in corpus.kinds.kinds.items()
        for language in Language
    }


def _titles_of(kind: Kind, language: Language) -> Mapping[str, str]:
    return {
        plain_title(title): f"## {section.title[language]} {{#{section.id}}}"
        for section in kind.sections
        for title in section.title.values()
        if language in section.title
    }


def find_misread(document: Document, titles: Mapping[str, str]) -> Iterator[Misread]:
    """Yield the misread parts of a document, with offsets of its file."""
    if document.source.problems:
        return
    conflicts = [*find_conflict_marks(document.source.text)]
    yield from conflicts
    if not document.is_parted or conflicts:
        return
    head = len(document.source.text) - len(document.text)
    for part in _in_body(document.text, titles):
        yield part.moved(head)


def _in_body(body: str, titles: Mapping[str, str]) -> Iterator[Misread]:
    passages = [*passages_of(body)]
    yield from find_typed_notes(passages, body)
    yield from find_other_numbers(passages)
    for passage in passages:
        yield from find_joined_items(passage)
        yield from find_joined_paragraphs(passage)
        yield from find_misread_numbers(passage)
        yield from find_closed_markers(passage)
        yield from find_loose_tables(passage)
        yield from find_left_emphasis(passage, body)
        yield from find_entities(passage, body)
        yield from find_other_dialects(passage, body)
        yield from find_plain_headings(passage, titles)


class BrokenNumber(NamedTuple):
    """A number of a paragraph that breaks the order of its section."""

    place: Place
    variant: str
    """`twice`, `missing`, `backwards` or `section`."""
    number: str
    other: str
    """The number before; of a gap, the number that is missing."""


@cached_query
def broken_numbers(corpus: Corpus) -> tuple[BrokenNumber, ...]:
    """Return the numbers of paragraphs in originals that break the order."""
    parts = misread(corpus)
    unsound = {place.path for place, _ in parts.get("conflict", ())}
    starts: dict[str, list[int]] = {}
    for place, _ in parts.get("heading", ()):
        starts.setdefault(place.path, []).append(place.span.line)
    dotted = {(place.path, str(part.details["meant"])) for place, part in parts.get("dotted", ())}
    return tuple(
        broken
        for document in corpus.originals
        if document.is_parted and document.path not in unsound
        for broken in _broken_numbers(document, starts.get(document.path, ()))
        if broken.variant != "missing" or (document.path, broken.other) not in dotted
    )


def _broken_numbers(document: Document, plain_headings: Iterable[int]) -> Iterator[BrokenNumber]:
    """Yield the numbers that break the order; lines with the title of a section begin one as headings do."""
    starts = sorted((*plain_headings, *(section.span.line for section in document.outline.sections)))
    sections = [
        tuple(paragraphs)
        for _, paragraphs in groupby(
            document.outline.numbered, key=lambda paragraph: bisect_right(starts, paragraph.span.line)
        )
    ]
    for variant, paragraph, other in find_broken_sequences(sections):
        yield BrokenNumber(document.place(paragraph.span), variant, paragraph.number, other)
