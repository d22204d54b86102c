"""Place what is found in the texts of works: what is found in an original is not repeated in its translations."""

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol, TypeVar

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.text_runs import span_between
from cica_docs.values.span import Place


class Part(Protocol):
    """A part of a document; its offsets are those of the file."""

    @property
    def kind(self) -> str:
        """What is found there."""

    @property
    def start(self) -> int:
        """The offset of its first character."""

    @property
    def end(self) -> int:
        """The offset behind its last character."""


AnyPart = TypeVar("AnyPart", bound=Part)


def place_parts(
    corpus: Corpus, find: Callable[[Document], Iterable[AnyPart]]
) -> Mapping[str, list[tuple[Place, AnyPart]]]:
    """Return by kind what is found in each document; in a translation, only kinds that its original lacks."""
    by_kind: dict[str, list[tuple[Place, AnyPart]]] = {}
    in_originals: dict[str, frozenset[str]] = {}
    original = corpus.reference.original
    for document in sorted(corpus.documents, key=lambda document: document.language != original):
        parts = tuple(find(document))
        known = in_originals.get(document.work, frozenset())
        if document.language == original:
            in_originals[document.work] = frozenset(part.kind for part in parts)
        starts = document.source.line_starts if parts else []
        for part in parts:
            if part.kind not in known:
                place = Place(document.path, span_between(starts, part.start, part.end))
                by_kind.setdefault(part.kind, []).append((place, part))
    return by_kind
