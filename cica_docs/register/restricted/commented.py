"""Comments on restricted text: shown only where the text that they are about is."""

from collections.abc import Iterator, Sequence

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import DataFile, Document
from cica_docs.documents.negotiation.comments import read_comments
from cica_docs.register.negotiation.comments import comment_files, places_in
from cica_docs.values.span import Span

_SHOWN = frozenset({"paragraph", "from", "received", "language", "kind", "withdrawn", "on", "by", "outcome"})
_POINTER = 3
"""Steps of the pointer of a comment, with the empty one before the first."""


def withheld_comments(corpus: Corpus, documents: Sequence[Document]) -> Iterator[tuple[str, list[Span]]]:
    """Yield the files of comments on what the documents, as they are shown, do not show, and what to withhold."""
    files = comment_files(corpus)
    for document in documents if files else ():
        is_original = document.language == corpus.reference.original
        if is_original and document.work in files and not document.is_shown_whole:
            file = files[document.work]
            yield file.path, list(_withheld(file, document))


def _withheld(file: DataFile, original: Document) -> Iterator[Span]:
    """Yield the places of the texts of comments, but for those that name a place that can be read."""
    if file.problems:
        yield Span(1, 1, len(file.source.lines), 1)
    places = {} if original.is_withheld else places_in(original)
    readable = {id for id, segment in places.items() if segment is not None and id not in original.withheld}
    comments = read_comments(file)
    hidden = {comment.pointer for comment in comments if comment.text("paragraph") not in readable}
    for pointer in file.front.pointers if hidden else ():
        steps = pointer.split("/")
        if "/".join(steps[:_POINTER]) in hidden and steps[-1] not in _SHOWN:
            yield file.front.value_at(pointer)
