"""A corpus that records what is read of it: fields, values of the decision, settings."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cached_property
from typing import Any

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.decision.decision import Decision
from cica_docs.documents.document import DataFile, Document, RegisterFile
from cica_docs.documents.yaml.positioned import PositionedYaml

_PROVISIONS = "/provisions"
"""The house rules, which are provisions and no settings."""


@dataclass(frozen=True, slots=True)
class FieldRead:
    """A field of the front matter, or of the settings, that was read and has a value."""

    file: RegisterFile
    pointer: str

    @property
    def value(self) -> Any:
        """The value of the field."""
        return self.file.front.get(self.pointer)


@dataclass(frozen=True, slots=True)
class ValueRead:
    """A dated value of the decision and the day for which it was asked."""

    name: str
    on: date


@dataclass(frozen=True)
class Trail:
    """What was read, each once, in the order of the first reading."""

    fields: dict[tuple[str, str], FieldRead] = field(default_factory=dict)
    """The fields by path and pointer."""
    settings: dict[str, FieldRead] = field(default_factory=dict)
    """The settings by pointer."""
    values: dict[ValueRead, None] = field(default_factory=dict)


def record_reads(corpus: Corpus) -> tuple[Corpus, Trail]:
    """Return a corpus of the same contents, and the trail that whoever reads it leaves."""
    trail = Trail()
    house = corpus.decision.house
    settings = _copy(house, _RecordedSettings, trail=trail, original=house) if house else None
    decision = _copy(replace(corpus.decision, house=settings), _RecordedDecision, trail=trail)
    documents = (_copy(document, _RecordedDocument, trail=trail, original=document) for document in corpus.documents)
    return replace(corpus, decision=decision, documents=tuple(documents)), trail


def _copy(original: Any, recorded: Any, /, **further: object) -> Any:
    """Return an object of a class that records, with the contents of the original."""
    contents = {entry.name: getattr(original, entry.name) for entry in fields(original) if entry.init}
    return recorded(**contents, **further)


@dataclass(frozen=True)
class _RecordedYaml(PositionedYaml):
    record: Callable[[str], None] = field(kw_only=True)

    def get(self, pointer: str) -> Any:
        value = PositionedYaml.get(self, pointer)
        if value is not None:
            self.record(pointer)
        return value


@dataclass(frozen=True, eq=False)
class _RecordedDocument(Document):
    trail: Trail = field(kw_only=True)
    original: Document = field(kw_only=True)

    @cached_property
    def _recorded(self) -> PositionedYaml:
        front: PositionedYaml = _copy(self.original.front, _RecordedYaml, record=self._record)
        return front

    @property
    def front(self) -> PositionedYaml:
        return self._recorded

    def _record(self, pointer: str) -> None:
        self.trail.fields.setdefault((self.path, pointer), FieldRead(self.original, pointer))


@dataclass(frozen=True, eq=False)
class _RecordedSettings(DataFile):
    trail: Trail = field(kw_only=True)
    original: DataFile = field(kw_only=True)

    @cached_property
    def front(self) -> PositionedYaml:
        front: PositionedYaml = _copy(self.original.front, _RecordedYaml, record=self._record)
        return front

    def _record(self, pointer: str) -> None:
        if pointer != _PROVISIONS:
            self.trail.settings.setdefault(pointer, FieldRead(self.original, pointer))


@dataclass(frozen=True, eq=False)
class _RecordedDecision(Decision):
    trail: Trail = field(kw_only=True)

    def value(self, name: str, on: date) -> Mapping[str, Any]:
        self.trail.values.setdefault(ValueRead(name, on))
        return Decision.value(self, name, on)
