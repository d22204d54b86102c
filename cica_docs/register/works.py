"""Works: a document in all its language versions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.kind import Kind
from cica_docs.documents.query import cached_query
from cica_docs.values.language import Language


@dataclass(frozen=True, eq=False)
class Work:
    """A work; the original holds its facts."""

    kind: Kind
    id: str
    documents: Mapping[Language, Document]
    original: Document

    @property
    def name(self) -> str:
        """Kind and id: `concept-paper/tourism-2026`."""
        return f"{self.kind.name}/{self.id}"

    @property
    def is_known_only(self) -> bool:
        """Whether the register holds no more than what is publicly known of it."""
        return isinstance(self.original.get("/known"), dict)

    @property
    def is_example(self) -> bool:
        """Whether it is a worked example."""
        return self.original.get("/example") is True

    @property
    def is_withheld(self) -> bool:
        """Whether nothing but its existence is shown."""
        return self.original.is_withheld

    def title(self, language: Language) -> str:
        """Return the title in a language, else the original's, else its name."""
        document = self.documents.get(language)
        title = document.get("/title") if document else None
        return str(title or self.original.get("/title") or self.name)


@cached_query
def works(corpus: Corpus) -> Mapping[str, Work]:
    """Map works that have a readable original by name."""
    kinds = dict.fromkeys(document.kind for document in corpus.documents)
    return {work.name: work for kind in kinds for work in works_of(corpus, kind)}


def works_of(corpus: Corpus, kind: str) -> tuple[Work, ...]:
    """List the works of a kind, by id."""
    return tuple(_works_by_id(corpus, kind).values())


def work_named(corpus: Corpus, name: str) -> Work | None:
    """Return the work of a name if its original is readable; works of other kinds are not read."""
    kind, _, id = name.partition("/")
    return _works_by_id(corpus, kind).get(id)


@cached_query
def _works_by_id(corpus: Corpus, kind: str) -> Mapping[str, Work]:
    return {work.id: work for work in _works(corpus, kind)}


def _works(corpus: Corpus, name: str) -> Iterator[Work]:
    kind = corpus.kind(name)
    versions: dict[str, dict[Language, Document]] = {}
    for document in corpus.of_kind(name):
        versions.setdefault(document.id, {})[document.language] = document
    for id, documents in versions.items():
        original = documents.get(corpus.reference.original)
        if original is not None and kind is not None and original.is_readable:
            yield Work(kind, id, documents, original)
