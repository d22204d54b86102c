"""All documents of a snapshot, with their kinds, the reference data and the decision, as of one day."""

import re
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from cica_docs.documents.approvals.file_names import principal_of, read_evidence_name, read_signed_change
from cica_docs.documents.decision.decision import Decision, FurtherText
from cica_docs.documents.decision.status import read_decision_status
from cica_docs.documents.document import DataFile, Document, RegisterFile, read_data_file, read_document
from cica_docs.documents.kind import Kind, Kinds
from cica_docs.documents.negotiation.received_files import kind_of_received
from cica_docs.documents.reference_data import ReferenceData
from cica_docs.snapshot.entries import Entries
from cica_docs.snapshot.past import Past
from cica_docs.snapshot.repository_change import RepositoryChange
from cica_docs.snapshot.snapshot import Snapshot
from cica_docs.values.language import Language

_DOCUMENT = re.compile(rf"([a-z0-9-]+)/([a-z0-9](?:[a-z0-9-]{{0,78}}[a-z0-9])?)/({'|'.join(Language)})\.md")
_DATA = re.compile(r"reference/([a-z-]+)\.yaml|[a-z0-9-]+/[a-z0-9-]+/(?:provisions|comments)\.yaml")
_SETTINGS = "reference/settings.yaml"
_DECISION = "decision"
_PAGE = re.compile(r"[A-Z][A-Z-]*\.md")


@dataclass(frozen=True, eq=False)
class Corpus:
    """The input of every command: documents, reference data and decision as of a day."""

    snapshot: Snapshot
    kinds: Kinds
    reference: ReferenceData
    decision: Decision
    documents: tuple[Document, ...]
    data: tuple[DataFile, ...]
    stray: tuple[str, ...]
    as_of: date
    evidence: tuple[str, ...] = ()
    """The paths of approval records and of signatures."""
    keys: tuple[DataFile, ...] = ()
    """The files of the keys that are trusted: those of the governing files, never those of the change itself."""
    unredacted: "Corpus | None" = field(default=None, repr=False)
    """The whole register if this is its public view; for checks alone."""
    before: "Corpus | None" = field(default=None, repr=False)
    """The register before the change that is checked; None if the register is checked by itself."""
    past: Past | None = field(default=None, repr=False)
    """The former contents of the register in its ancestor commits; None outside a repository."""
    under_own: "Corpus | None" = field(default=None, repr=False)
    """The same register under its own settings and provisions, where the change that is checked alters those."""
    change: RepositoryChange | None = field(default=None, repr=False)
    """The effects on the repository of the change that is checked; None if the register is checked by itself."""
    branches: Mapping[str, tuple[Document, ...]] = field(default_factory=dict, repr=False)
    """The originals of other branches that differ from those here, by the revision that was named."""
    entries: Entries | None = field(default=None, repr=False)
    """When files entered the history of the register; None outside a repository."""
    quotation_keys: tuple[bytes, ...] = field(default=(), repr=False)
    """The secret keys by which quotations of restricted texts are known; empty where they are not at hand."""
    _cache: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False)
    """Results of cached queries, by function and arguments; no init field, so a replaced corpus begins without any."""

    @cached_property
    def _by_kind(self) -> Mapping[str, tuple[Document, ...]]:
        by_kind: dict[str, list[Document]] = {}
        for document in self.documents:
            by_kind.setdefault(document.kind, []).append(document)
        return {kind: tuple(documents) for kind, documents in by_kind.items()}

    def of_kind(self, kind: str) -> tuple[Document, ...]:
        """Return the documents of a kind."""
        return self._by_kind.get(kind, ())

    @property
    def files(self) -> tuple[RegisterFile, ...]:
        """All documents and data files."""
        return (*self.documents, *self.data)

    @cached_property
    def _by_path(self) -> Mapping[str, RegisterFile]:
        by_path: dict[str, RegisterFile] = {document.path: document for document in self.documents}
        return {**by_path, **{file.path: file for file in self.data}}

    def file(self, path: str) -> RegisterFile | None:
        """Return the document or data file at a path."""
        return self._by_path.get(path)

    def document(self, work: str, language: Language | None = None) -> Document | None:
        """Return a language version of a work, by default the original."""
        document = self._by_path.get(f"{work}/{language or self.reference.original}.md")
        return document if isinstance(document, Document) else None

    @cached_property
    def languages(self) -> tuple[Language, ...]:
        """The languages of the register and of its documents."""
        written = {document.language for document in self.documents}
        return tuple(language for language in Language if language in written or language in self.reference.languages)

    def kind(self, name: str) -> Kind | None:
        """Return a kind by its name."""
        return self.kinds.kinds.get(name)

    @property
    def originals(self) -> tuple[Document, ...]:
        """The documents in the original language, whose front matter has the data of their works."""
        return tuple(document for document in self.documents if document.language == self.reference.original)


def read_corpus(snapshot: Snapshot, kinds: Kinds, as_of: date, governing: Snapshot | None = None) -> Corpus:
    """Read the corpus of a snapshot; `governing`, if given, supplies settings, provisions and status.

    The snapshot's own settings and provisions are still among `data` and are checked like any file.
    """
    data = [read_data_file(snapshot, path) for path in snapshot.paths() if _is_data(path)]
    files = {file.path: file for file in data}
    deciding = _deciding(governing) if governing else files
    settings = deciding.get(_SETTINGS)
    named = {name: file for path, file in files.items() if path != _SETTINGS and (name := _name(path))}
    reference = ReferenceData({**named, **({"settings": settings} if settings else {})})
    id = str((settings.front.get("/decision") if settings else None) or "")
    kinds = kinds.for_languages(reference.languages).with_roles(reference.roles).used(reference.kinds)
    texts = [
        FurtherText(
            name,
            deciding.get(f"{_DECISION}/{name}/provisions.yaml"),
            read_decision_status(
                _original(governing or snapshot, name, reference.original), kinds.kinds.get(_DECISION), as_of
            ),
        )
        for name in (id, *(name for name in reference.further_texts if name != id))
    ]
    decision = Decision(id, texts[0].file, settings, standing=texts[0].standing, as_of=as_of, further=tuple(texts[1:]))
    documents = read_documents(snapshot, kinds)
    evidence = evidence_in(snapshot, kinds)
    read = {*files, *evidence, *(document.path for document in documents)}
    stray = tuple(
        path
        for path in snapshot.paths()
        if path not in read and not _PAGE.fullmatch(path) and kind_of_received(path) not in kinds.kinds
    )
    keys = _trusted_keys(governing or snapshot)
    return Corpus(snapshot, kinds, reference, decision, documents, tuple(data), stray, as_of, evidence, keys)


def read_documents(snapshot: Snapshot, kinds: Kinds) -> tuple[Document, ...]:
    """Read the documents of some kinds in a snapshot."""
    named = ((path, _DOCUMENT.fullmatch(path)) for path in snapshot.paths())
    return tuple(
        read_document(snapshot, path, match[1], match[2], Language(match[3]))
        for path, match in named
        if match and match[1] in kinds.kinds
    )


def _is_data(path: str) -> bool:
    return bool(_DATA.fullmatch(path) or principal_of(path))


def evidence_in(snapshot: Snapshot, kinds: Kinds) -> tuple[str, ...]:
    """Return the paths of approval records and signatures in a snapshot."""
    return tuple(path for path in snapshot.paths() if _is_evidence(path, kinds))


def _is_evidence(path: str, kinds: Kinds) -> bool:
    """Whether a file is an approval record or a signature; beside a work of an unknown kind it is neither."""
    name = read_evidence_name(path)
    return name.kind in kinds.kinds if name else read_signed_change(path) is not None


def _trusted_keys(governing: Snapshot) -> tuple[DataFile, ...]:
    return tuple(read_data_file(governing, path) for path in governing.paths() if principal_of(path))


def _original(snapshot: Snapshot, id: str, language: Language) -> Document | None:
    """Return the original of a governing text, whose acts say whether it is adopted."""
    path = f"{_DECISION}/{id}/{language}.md"
    return read_document(snapshot, path, _DECISION, id, language) if path in snapshot.paths() else None


def _deciding(governing: Snapshot) -> dict[str, DataFile]:
    paths = (path for path in governing.paths() if path == _SETTINGS or path.endswith("/provisions.yaml"))
    return {path: read_data_file(governing, path) for path in paths}


def _name(path: str) -> str:
    folder, _, file = path.partition("/")
    return file.removesuffix(".yaml") if folder == "reference" else ""
