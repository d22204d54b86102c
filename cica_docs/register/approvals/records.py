"""Approval records: each with the act that it is of, its statement and its signatures."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from cica_docs.documents.approvals.file_names import EvidenceName, read_evidence_name
from cica_docs.documents.approvals.statement import MOST_BYTES, NONE, Statement, differing_fields, parse_statement
from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.register.approvals.editions import stored_content
from cica_docs.register.approvals.requirements import recorded_approvals
from cica_docs.register.approvals.signatures import Signature, judge_signature
from cica_docs.register.approvals.statements import TOOL, changes_since, is_text_final, statement_of
from cica_docs.register.events import Event
from cica_docs.register.works import Work, works

_LATER = ("file ", "value ")
_OF_THE_LAW = frozenset({"judged-under", "provisions"})
_OF_THE_TEXT = ("title ", "text ")
_FACTS = "facts"
_SYMBOL = "symbol"


@dataclass(frozen=True, eq=False)
class ApprovalRecord:
    """A record and the files of its signatures; `path` exists unless signatures are all that there is."""

    corpus: Corpus
    name: EvidenceName
    path: str
    signature_paths: Mapping[str, str]
    """The paths of its signatures by signer."""
    approval: tuple[Work, Event] | None
    """The act that it is of, if that is on record."""
    is_latest: bool
    """Whether no later approval of the work has a record."""

    @cached_property
    def content(self) -> bytes:
        """The bytes that are signed; empty if there is no record or it is too large."""
        snapshot = self.corpus.snapshot
        if self.path not in self.corpus.evidence or snapshot.size(self.path) > MOST_BYTES:
            return b""
        return stored_content(snapshot, self.path)

    @cached_property
    def statement(self) -> Statement | None:
        """What it states; None if it is not written as the register writes statements."""
        statement = parse_statement(self.content)
        is_whole = statement is not None and all(value != NONE for name, value in statement.fields if _is_digest(name))
        return statement if is_whole else None

    @property
    def is_new(self) -> bool:
        """Whether the change under judgement brings it."""
        before = self.corpus.before
        return before is not None and self.path not in before.evidence

    @cached_property
    def signatures(self) -> Sequence[Signature]:
        """Its signatures, each with its verdict."""
        paths = self.signature_paths.items()
        return [judge_signature(self.corpus, path, signer, self.content) for signer, path in paths]

    @property
    def new_signatures(self) -> Sequence[Signature]:
        """Its signatures without those that the base has beside the same record, which were judged as they entered."""
        return [] if self.is_known else [each for each in self.signatures if not self._is_known(each.path)]

    @property
    def is_known(self) -> bool:
        """Whether the base has it as it is, with all its signatures: it was judged when it entered."""
        return self._is_known(self.path) and all(map(self._is_known, self.signature_paths.values()))

    def _is_known(self, path: str) -> bool:
        before = self.corpus.before
        if before is None or not {path, self.path} <= set(before.evidence) & set(self.corpus.evidence):
            return False
        return all(before.snapshot.blob(each) == self.corpus.snapshot.blob(each) for each in (path, self.path))

    def differences(self, *, is_entering: bool) -> Iterator[str]:
        """Yield the fields in which it differs from the register.

        When it enters, all but the tool count. Later acts change the files, the law, and lawfully the text and facts;
        words that no act made final may change without one.
        """
        if self.statement is None or self.approval is None:
            return
        work, act = self.approval
        has_facts = is_entering or (self.is_latest and not changes_since(work, act))
        has_text = is_entering or (has_facts and is_text_final(work))
        for name in differing_fields(self.statement, statement_of(self.corpus, work.name, act)):
            is_of_text = name == _FACTS or name.startswith(_OF_THE_TEXT)
            is_stated = has_facts if name == _FACTS else has_text
            is_later = name in _OF_THE_LAW or name.startswith(_LATER)
            stated = self.statement.get(name)
            if not is_entering and ((name == _SYMBOL and stated == NONE) or (is_of_text and not stated)):
                continue  # A symbol or an edition that a document lacked may be added.
            if name != TOOL and (is_stated if is_of_text else is_entering or not is_later):
                yield name


def _is_digest(name: str) -> bool:
    return name == _FACTS or name.startswith(("file ", "text "))


@cached_query
def approval_records(corpus: Corpus) -> tuple[ApprovalRecord, ...]:
    """List the records, by path, and what there is of signatures without one."""
    named = [(path, name) for path in corpus.evidence if (name := read_evidence_name(path))]
    if not named:
        return ()
    of_record: dict[str, list[tuple[str, EvidenceName]]] = {}
    for path, name in named:
        of_record.setdefault(name.record, []).append((path, name))
    concerned = [work for name in {name.work for _, name in named} if (work := works(corpus).get(name))]
    acts = {(work.name, act.kind, act.on.text): (work, act) for work in concerned for act in recorded_approvals(work)}
    latest: dict[str, str] = {}
    for _, name in named:
        latest[name.work] = max(latest.get(name.work, ""), name.day)
    return tuple(
        ApprovalRecord(
            corpus,
            files[0][1]._replace(signer=""),
            record,
            {name.signer: path for path, name in files if name.signer},
            acts.get((files[0][1].work, files[0][1].act, files[0][1].day)),
            latest[files[0][1].work] == files[0][1].day,
        )
        for record, files in sorted(of_record.items())
    )


def record_of(corpus: Corpus, work: Work, act: Event) -> ApprovalRecord | None:
    """Return the record of an approval, if there is one."""
    wanted = (work.name, act.kind, act.on.text)
    return _by_act(corpus).get(wanted)


@cached_query
def _by_act(corpus: Corpus) -> Mapping[tuple[str, str, str], ApprovalRecord]:
    return {
        (record.name.work, record.name.act, record.name.day): record
        for record in approval_records(corpus)
        if record.path in corpus.evidence
    }
