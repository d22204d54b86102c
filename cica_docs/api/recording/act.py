"""Put an act on record: the files with it, what a check finds in them, and what follows from it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any, NamedTuple

from cica_docs.api.checking.check import check
from cica_docs.documents.act_writing import insert_act
from cica_docs.documents.acts.record import OF_THE_RECORD
from cica_docs.documents.corpus import Corpus, read_corpus
from cica_docs.documents.document import Document
from cica_docs.documents.edit import encode_text
from cica_docs.documents.field_writing import set_fields
from cica_docs.documents.kind import Kind
from cica_docs.documents.schema.schema import Schema
from cica_docs.documents.source import Source
from cica_docs.i18n.messages import Catalogue
from cica_docs.register.events import acts_as_written
from cica_docs.register.naming.find import find_work_name, ids_meant, names_of
from cica_docs.register.obligations.all import obligations
from cica_docs.register.restricted.redaction import redactor
from cica_docs.register.status import StatusLabel, status_of
from cica_docs.register.works import Work, works
from cica_docs.report.report import Report
from cica_docs.snapshot.memory import MemorySnapshot, OverlaySnapshot
from cica_docs.snapshot.snapshot import blob_id
from cica_docs.values.failure import Failure
from cica_docs.values.finding import Finding
from cica_docs.values.provision import Severity
from cica_docs.values.texts import Hint

Fields = Mapping[str, Any]
_SET_BY_COMMAND = ("on", "kind")
_CUTOFF = 0.6


@dataclass(frozen=True)
class RecordedAct:
    """An act as it would be on record; `report` holds only errors that it brings, wherever they are."""

    work: str
    act: Fields
    files: Mapping[str, bytes]
    """The original, and translations that were up to date, which name the original by its bytes; by path."""
    report: Report
    status: tuple[StatusLabel, StatusLabel]
    """The status of the work before and after."""
    owed: frozenset[str]
    """The ids of the obligations that arise from it."""
    discharged: frozenset[str]
    """The ids of the obligations that it discharges."""
    public: Corpus
    """What may be shown of the register with the act."""


def find_work(corpus: Corpus, name: str) -> Work:
    """Return the work of a name whose original can be read, or raise `Failure`."""
    work = works(corpus)[find_work_name(corpus, name)]
    if not work.original.is_readable or not work.original.is_shown_whole:
        raise Failure("record-unreadable", path=work.original.path)
    return work


def act_form(work: Work, act: str) -> "ActForm":
    """Return the form of a kind of act of a work, or raise `Failure` if works of its kind have no such act."""
    kind = work.kind
    if act not in acts_of(kind):
        near = get_close_matches(act, acts_of(kind), 1, _CUTOFF)
        raise Failure("act-unknown", act=act, kind=kind.title, known=acts_of(kind), suggestion=tuple(near))
    return ActForm(kind.shape, act)


def acts_of(kind: Kind) -> tuple[str, ...]:
    """Return the kinds of act that works of a kind have, corrections and edits among them."""
    return (*kind.stages, *OF_THE_RECORD)


def canonical_names(corpus: Corpus, value: Any) -> Any:
    """Return the ids of bodies and States that are named whole, in any language; all else as it is."""
    if isinstance(value, list):
        return [canonical_names(corpus, each) for each in value]
    meant = ids_meant(value, names_of(corpus, "body", "state"), whole=True) if isinstance(value, str) else ()
    return meant[0] if len(meant) == 1 else value


class ActForm(NamedTuple):
    """The fields of a kind of act, as its schema states them."""

    shape: Schema
    act: str

    @property
    def _schema(self) -> Mapping[str, Any]:
        return self.shape.resolve(self.shape.schema["$defs"][self.act])

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields, in order, without day and kind."""
        return tuple(name for name in self._schema.get("properties", {}) if name not in _SET_BY_COMMAND)

    @property
    def required(self) -> tuple[str, ...]:
        """The fields without which the act says too little."""
        return tuple(name for name in self._schema.get("required", ()) if name not in _SET_BY_COMMAND)

    def expected(self, field: str) -> Hint:
        """Return what a field should hold."""
        return Hint(str(self.shape.resolve(self._schema["properties"][field]).get("x-expect") or ""))

    def fits(self, field: str, value: Any) -> bool:
        """Whether a value has the form of a field."""
        return self.shape.siblings.validator_of(self._schema["properties"][field])(value)

    def complete(self, on: str, given: Fields) -> Fields:
        """Return the act in the order of its form.

        Raise `Failure` for a field that it does not have, one that is missing, or a value of another form.
        """
        for field, value in given.items():
            self.require(field, value)
        missing = tuple(field for field in self.required if field not in given)
        if missing:
            raise Failure("act-incomplete", act=self.act, missing=missing)
        ordered = {field: given[field] for field in self.fields if field in given}
        return {"on": on, "kind": self.act, **ordered}

    def require(self, field: str, value: Any) -> None:
        """Raise `Failure` unless the act has this field and the value has its form."""
        if field not in self.fields:
            near = get_close_matches(field, self.fields, 1, _CUTOFF)
            raise Failure("act-field-unknown", act=self.act, field=field, known=self.fields, suggestion=tuple(near))
        if not self.fits(field, value):
            raise Failure("answer-malformed", field=field, expected=self.expected(field))


def record_act(
    corpus: Corpus, catalogue: Catalogue, work: Work, act: Fields, facts: Fields | None = None
) -> RecordedAct:
    """Put an act on record in a corpus with all texts, with facts that it settles; nothing is written to disk.

    Raise `Failure` if the document is written so that only a person can add to it.
    """
    return record_files(corpus, catalogue, work, act, files_with_act(corpus, work, act, facts))


def files_with_act(corpus: Corpus, work: Work, act: Fields, facts: Fields | None = None) -> Mapping[str, bytes]:
    """Return the files of a work with a further act, and with facts that it settles, by path.

    Raise `Failure` if the very same act is on record already.
    """
    if any(each.data == act for each in acts_as_written(work.original)):
        raise Failure("act-again", work=work.name, act=act["kind"], day=act["on"])
    written = insert_act(_with_facts(work.original, facts or {}), act)
    if written is None:
        raise Failure("record-by-hand", path=work.original.path)
    return dict(_files(corpus, work, written))


def corpus_with_files(corpus: Corpus, files: Mapping[str, bytes]) -> Corpus:
    """Return a corpus as it is with further or other files; the keys that it trusts are those from before."""
    overlay = OverlaySnapshot(corpus.snapshot, MemorySnapshot(files))
    return replace(
        read_corpus(overlay, corpus.kinds, corpus.as_of),
        quotation_keys=corpus.quotation_keys,
        before=corpus.before or corpus,
        change=corpus.change,
        keys=corpus.keys,
        entries=corpus.entries,
    )


def record_files(
    corpus: Corpus, catalogue: Catalogue, work: Work, act: Fields, files: Mapping[str, bytes]
) -> RecordedAct:
    """Put files on record that bring an act of a work; nothing is written to disk."""
    after = corpus_with_files(corpus, files)
    report = check(after, catalogue)
    errors = _errors(report)
    # Mostly there is none, and nothing to tell from those that were there before. What was a notice is an error now.
    known = {_identity(finding) for finding in _errors(check(corpus, catalogue))} if errors else frozenset()
    new = tuple(finding for finding in errors if _identity(finding) not in known)
    owed_before, owed_after = _open_obligations(corpus), _open_obligations(after)
    return RecordedAct(
        work=work.name,
        act=act,
        files=files,
        report=replace(report, findings=new),
        status=(status_of(corpus, work), status_of(after, works(after)[work.name])),
        owed=owed_after - owed_before,
        discharged=owed_before - owed_after,
        public=redactor(after).public,
    )


def _with_facts(original: Document, facts: Fields) -> Document:
    text = set_fields(original.source.text, facts)
    return replace(original, source=Source.of(text)) if facts else original


def _open_obligations(corpus: Corpus) -> frozenset[str]:
    public = redactor(corpus).public
    return frozenset(each.id for each in obligations(public) if each.state(public.as_of).is_open)


def _errors(report: Report) -> list[Finding]:
    return [each for each in report.findings if each.severity is Severity.ERROR and not each.waived]


def _identity(finding: Finding) -> tuple[str, ...]:
    """Return what tells a finding from others, whatever line it has moved to."""
    return finding.rule, finding.path, finding.provision, finding.variant, finding.excerpt


def _files(corpus: Corpus, work: Work, written: str) -> Iterator[tuple[str, bytes]]:
    original = work.original
    content = encode_text(written, corpus.snapshot.read(original.path))
    yield original.path, content
    for document in work.documents.values():
        if original.blob and document.get("/translates") == original.blob:
            renewed = _renewed(document, original, blob_id(content))
            yield document.path, encode_text(renewed, corpus.snapshot.read(document.path))


def _renewed(translation: Document, original: Document, blob: str) -> str:
    return translation.source.text.replace(original.blob, blob)
