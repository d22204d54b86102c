"""The record of an approval states something else than the register has.

## Why
What is signed is the statement: this document, this text in every language, these facts, this decision
on this day. A record taken over from another document or decision, or made of another text, proves an
approval that nobody gave. It is written in one way alone, so that the same approval has the same bytes.

## Example
    text en: sha256 0b8f…          # of a text that was altered since

Use instead
    cica approve concept-paper/tourism-2027 --decision SOC/2027-II/INF/1 --on 2027-06-24
"""

from collections.abc import Iterator

from cica_docs.documents.approvals.statement import Statement
from cica_docs.documents.corpus import Corpus
from cica_docs.register.approvals.records import ApprovalRecord, approval_records
from cica_docs.register.approvals.statements import statement_of
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.span import Place, Span

PROVISION = "house/approval-record"
MESSAGE = {
    "": "the record states of `{field}` “{stated}”, and the register has “{actual}”",
    "form": "this record is not written in the one form of statements: one field a line, NFC, line feeds",
    "text": "the {language} text is not the one that the record states",
    "file": "the {language} file is not the one that the record states",
    "facts": "the facts in the front matter are not those that the record states",
    "missing": "the record says nothing of `{field}`, and the register has “{actual}”",
}
HELP = {
    "": "put back what was approved; if the record is wrong and was never merged, make it again: {command}",
    "form": "make the record again, before it is signed: {command}",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for record in approval_records(corpus):
        if record.path not in corpus.evidence or record.approval is None:
            continue
        command = f"cica approve {record.name.work} --act {record.name.act} --on {record.name.day}"
        if record.statement is None:
            yield violation(Place(record.path, Span.point(1)), variant="form", cure="form", command=command)
        else:
            work, act = record.approval
            yield from _differing(record, record.statement, statement_of(corpus, work.name, act), command)


def _differing(record: ApprovalRecord, stated: Statement, actual: Statement, command: str) -> Iterator[Violation]:
    names = [name for name, _ in stated.fields]
    for field in record.differences(is_entering=record.is_new):
        kind, _, language = field.partition(" ")
        line = names.index(field) + 2 if field in names else 1
        is_digest = kind in {"text", "file", "facts"} and field in names
        yield violation(
            Place(record.path, Span.point(line)),
            variant=kind if is_digest else "" if field in names else "missing",
            cure="",
            field=field,
            language=language,
            stated=stated.get(field),
            actual=actual.get(field),
            command=command,
        )
