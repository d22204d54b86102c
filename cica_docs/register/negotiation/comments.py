"""The comments of delegations on works, and the places of the text that they name."""

from collections.abc import Iterator, Mapping

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import DataFile, Document
from cica_docs.documents.negotiation.comments import (
    WHOLE,
    Comment,
    comments_path,
    read_comments,
    work_commented_on,
)
from cica_docs.documents.query import cached_query
from cica_docs.documents.segments import TITLE, Segment, read_segments
from cica_docs.register.works import Work


@cached_query
def comment_files(corpus: Corpus) -> Mapping[str, DataFile]:
    """Map the works that are commented on to the files of their comments."""
    named = ((work_commented_on(file.path), file) for file in corpus.data)
    return {work: file for work, file in named if work}


def comments_on(corpus: Corpus, work: str) -> tuple[Comment, ...]:
    """Return the comments on a work, in the order of their file."""
    file = corpus.file(comments_path(work))
    return read_comments(file) if isinstance(file, DataFile) else ()


def places_in(document: Document) -> Mapping[str, Segment | None]:
    """Map the places that a comment on a document may name to their texts, in the order of the text."""
    return dict(_places(document))


def _places(document: Document) -> Iterator[tuple[str, Segment | None]]:
    yield WHOLE, None
    segments = read_segments(document)
    yield TITLE, next((segment for segment in segments if segment.id == TITLE), None)
    for segment in segments:
        if segment.kind == "heading" and segment.section and segment.id == f"{segment.section}:heading":
            yield segment.section, segment
        yield segment.id, segment


def document_in(work: Work, comment: Comment) -> Document:
    """Return the version of a work in the language of a comment, else the original."""
    language = comment.language
    return work.documents.get(language, work.original) if language else work.original
