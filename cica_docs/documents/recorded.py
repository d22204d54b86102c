"""A corpus that records what is read of it: fields, values of the decision, settings."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cached_property, partial
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

    def record_field(self, file: RegisterFile, pointer: str) -> None:
        """Record that a field of a document was read."""
        self.fields.setdefault((file.path, pointer), FieldRead(file, pointer))

    def record_setting(self, file: RegisterFile, pointer: str) -> None:
        """Record that a setting was read."""
        if pointer != _PROVISIONS:
            self.settings.setdefault(pointer, FieldRead(file, pointer))


def record_reads(corpus: Corpus) -> tuple[Corpus, Trail]:
    """Return a corpus of the same contents, and the trail that whoever reads it leaves."""
    trail = Trail()
    house = corpus.decision.house
    settings = _copy(house, _RecordedSettings, original=house, on_read=trail.record_setting) if house else None
    decision = _copy(replace(corpus.decision, house=settings), _RecordedDecision, trail=trail)
    documents = (
        _copy(document, _RecordedDocument, original=document, on_read=trail.record_field)
        for document in corpus.documents
    )
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
class _Recorded:
    original: RegisterFile = field(kw_only=True)
    on_read: Callable[[RegisterFile, str], None] = field(kw_only=True)

    @cached_property
    def front(self) -> PositionedYaml:
        front: PositionedYaml = _copy(self.original.front, _RecordedYaml, record=partial(self.on_read, self.original))
        return front


@dataclass(frozen=True, eq=False)
class _RecordedDocument(_Recorded, Document):
    pass


@dataclass(frozen=True, eq=False)
class _RecordedSettings(_Recorded, DataFile):
    pass


@dataclass(frozen=True, eq=False)
class _RecordedDecision(Decision):
    trail: Trail = field(kw_only=True)

    def value(self, name: str, on: date) -> Mapping[str, Any]:
        self.trail.values.setdefault(ValueRead(name, on))
        return Decision.value(self, name, on)
