"""What is not printed, and why: a file that no writer could make, or a version of a work that cannot be read."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.problem import Problem
from cica_docs.i18n.messages import Catalogue
from cica_docs.i18n.words import Sentence
from cica_docs.register.restricted.redaction import redactor
from cica_docs.render.print_jobs import Unwritten
from cica_docs.rules.rule import find_rule
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language
from cica_docs.values.output import Output
from cica_docs.values.span import Place, Span

_UNREADABLE, _MARKUP, _NO_ORIGINAL = "form/unreadable", "form/markup", "form/original-missing"


@dataclass(frozen=True)
class RefusalReason:
    """A problem of a document, in the words of the rule that reports it."""

    rule: str
    problem: Problem


@dataclass(frozen=True)
class Refusal:
    """Something that is not printed: its place in the register, the file it would be, and the reason."""

    place: Place
    """Line 0 where no line is known; the path is empty where a list is refused."""
    work: str
    reason: RefusalReason | Failure
    path: str = ""
    """The file; empty for all files of a version that cannot be read."""
    format: str = ""
    language: str = ""

    @property
    def key(self) -> str:
        """The reason as a word that is the same in every language."""
        return self.reason.key if isinstance(self.reason, Failure) else self.reason.problem.kind or self.reason.rule

    def words(self, corpus: Corpus, catalogue: Catalogue) -> str:
        """One line for a reader."""
        path = corpus.snapshot.prefix + self.place.path if self.place.path else self.path
        line = f":{self.place.span.line}" if self.place.span.line else ""
        return catalogue.commands.sentence(
            "render-unwritten" if self.path else "render-refused",
            place=PurePosixPath(path + line),
            file=PurePosixPath(self.path),
            format=self.format.upper(),
            reason=Sentence(self._reason(corpus, catalogue)),
        )

    def _reason(self, corpus: Corpus, catalogue: Catalogue) -> str:
        if isinstance(self.reason, Failure):
            return catalogue.failure(self.reason)
        rule = find_rule(self.reason.rule)
        assert rule is not None, self.reason.rule
        withheld = catalogue.word("phrases", "withheld")
        details = redactor(corpus).details(self.place, self.reason.problem.details, withheld)
        return catalogue.message(rule, self.reason.problem.kind, details)


def refuse_unreadable(corpus: Corpus, document: Document) -> Refusal | None:
    """Return why a version of a work is not printed, or None if it can be."""
    reason = _unreadable_reason(document)
    if reason is None and document.is_withheld:
        # The stand-in of a withheld file is always readable; the file itself may be broken.
        unredacted = (corpus.unredacted or corpus).document(document.work, document.language)
        reason = None if unredacted is None or unredacted.is_readable else _unreadable_reason(unredacted)
    if reason is None:
        return None
    place = document.place(reason.problem.span)
    return Refusal(place, document.work, reason, language=str(document.language))


def _unreadable_reason(document: Document) -> RefusalReason | None:
    if document.problems:
        return RefusalReason(_UNREADABLE, document.problems[0])
    if not document.is_readable:
        return RefusalReason(_UNREADABLE, Problem("front-matter-empty", Span.point(1)))
    return RefusalReason(_MARKUP, document.body.problems[0]) if document.body.problems else None


def refuse_without_original(corpus: Corpus, name: str) -> Iterator[Refusal]:
    """Refuse each version of a work whose original cannot be read or is missing."""
    original = corpus.document(name)
    documents = [document for document in corpus.of_kind(name.partition("/")[0]) if document.work == name]
    for document in documents:
        language = str(document.language)
        if document is original:
            refusal = refuse_unreadable(corpus, document)
            if refusal is not None:
                yield refusal
        elif original is not None:
            reason = Failure("original-refused", status=3, path=PurePosixPath(corpus.snapshot.prefix + original.path))
            yield Refusal(document.place(Span.point(0)), name, reason, language=language)
        else:
            details = {"work": name, "language": str(corpus.reference.original)}
            missing = RefusalReason(_NO_ORIGINAL, Problem("", Span.point(1), details))
            yield Refusal(document.place(Span.point(0)), name, missing, language=language)


def refuse_unwritten(corpus: Corpus, unwritten: Unwritten) -> Refusal:
    """Refuse a file that its writer could not make."""
    job = unwritten.job
    documents = _documents(corpus, job.work, job.language)
    place = Place(documents[0].path if documents else "", Span.point(0))
    text = str(unwritten.reason.details.get("text") or "")
    for document in documents if text else ():
        before, separator, _ = document.source.text.partition(text)
        if separator:
            place = Place(document.path, Span.point(before.count("\n") + 1))
            break
    return Refusal(place, job.work, unwritten.reason, job.path, job.format, job.language)


def refuse_unplaceable(corpus: Corpus, output: Output, reason: Failure) -> Refusal:
    """Refuse a file that could not be put in place."""
    documents = _documents(corpus, output.work, output.language)
    place = Place(documents[0].path if documents else "", Span.point(0))
    return Refusal(place, output.work, reason, output.path, output.format, output.language)


def _documents(corpus: Corpus, work: str, language: str) -> list[Document]:
    """Return the versions of a work that go into a file, the original first."""
    documents = [document for document in corpus.of_kind(work.partition("/")[0]) if document.work == work]
    if language in Language:
        return [document for document in documents if document.language == language]
    return sorted(documents, key=lambda document: document.language != corpus.reference.original)
