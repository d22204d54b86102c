"""Works: a document in all its language versions."""

from collections.abc import Mapping
from dataclasses import dataclass

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.kind import Kind
from cica_docs.facts.fact import fact
from cica_docs.values.language import Language


@dataclass(frozen=True, eq=False)
class Work:
    """One work; the original carries its facts."""

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

    def title(self, language: Language) -> str:
        """The title in a language, else the original's, else its name."""
        document = self.documents.get(language)
        found = document.get("/title") if document else None
        return str(found or self.original.get("/title") or self.name)


@fact
def works(corpus: Corpus) -> Mapping[str, Work]:
    """The works that have a readable original, by name."""
    versions: dict[str, dict[Language, Document]] = {}
    for document in corpus.documents:
        versions.setdefault(document.work, {})[document.language] = document
    found = {}
    for name, documents in versions.items():
        original = documents.get(corpus.reference.original)
        kind = corpus.kind(name.partition("/")[0])
        if original is not None and kind is not None and original.is_readable:
            found[name] = Work(kind, original.id, documents, original)
    return found


def works_of(corpus: Corpus, kind: str) -> tuple[Work, ...]:
    """The works of a kind, by id."""
    return tuple(work for work in works(corpus).values() if work.kind.name == kind)
