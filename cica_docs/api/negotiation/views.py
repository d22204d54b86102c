"""A work under negotiation printed as somebody reads it: rolling, clean, as if agreed, or as a State would have it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import PurePosixPath

from cica_docs.api.printing.composer import EditionComposer
from cica_docs.api.printing.material import Material
from cica_docs.api.printing.refusals import Refusal, refuse_unreadable
from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.field_writing import set_fields
from cica_docs.documents.markdown.blocks import Block, Paragraph
from cica_docs.documents.source import Source
from cica_docs.i18n.labels import Labels
from cica_docs.languages import blank_quotes, own_words_of, proposals_of
from cica_docs.register.negotiation.delegations import delegations
from cica_docs.register.works import Work, works
from cica_docs.render.edition import Edition
from cica_docs.render.pages.build import make_group, make_paragraph
from cica_docs.render.pages.parallel import join_editions
from cica_docs.render.pages.proposal_marks import CLOSING, OPENING, mark_proposals
from cica_docs.render.print_jobs import Job, print_jobs_of
from cica_docs.snapshot.snapshot import Snapshot
from cica_docs.text.proposal_views import as_if_agreed, as_state
from cica_docs.text.proposals import Delegations, find_proposals, state_of
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language

ROLLING, CLEAN, IF_AGREED, AS_STATE = "rolling", "clean", "if-agreed", "as-state"
"""The views; the last has the code of a State with it."""
VIEWS = (ROLLING, CLEAN, IF_AGREED)
_OF_THE_FILE = (ROLLING, CLEAN)
"""The views with the words of the file; what settles proposals is never taken back for it."""

Rewrite = Callable[[str, str, Delegations], str]
"""Rewrites a text, given the same text without quotations, in which proposals are sought."""


def view_named(corpus: Corpus, name: str) -> str:
    """Return the view of a name: one of `VIEWS`, or the code of a State by its code or name."""
    if name in VIEWS:
        return name
    code = state_of(name, delegations(corpus)) or state_of(name.upper(), {})
    if code in corpus.reference.all("state"):
        return code
    raise Failure("view-unknown", name=name, known=VIEWS)


def notices_of(labels: Labels) -> tuple[Paragraph, ...]:
    """Return the notices of views that have the words of the file, which it does not have itself."""
    return tuple(make_paragraph(labels.word("views", view)) for view in _OF_THE_FILE)


def open_works(corpus: Corpus) -> tuple[str, ...]:
    """Return the works with proposals in brackets, by name."""
    return tuple(
        name
        for name, work in sorted(works(corpus).items())
        if any(next(proposals_of(corpus, document), None) for document in work.documents.values())
    )


class NegotiatedWork(Material):
    """The printing of a work as a view shows it, in files named after the view."""

    def __init__(self, corpus: Corpus, templates: Snapshot, name: str, view: str) -> None:
        super().__init__(corpus, templates, name)
        self.name = name
        self.view = view
        self.shown = replace(corpus, documents=tuple(self._shown(document) for document in corpus.documents))
        self._composer = EditionComposer(self.shown, self.files, self.labels)

    @property
    def work(self) -> Work:
        """The work, as the view shows it."""
        return works(self.shown)[self.name]

    def open_places(self) -> Iterator[str]:
        """Yield each place that is still open, as `en.md:29`, for a view that needs all agreed."""
        for document in works(self.corpus)[self.name].documents.values() if self.view == CLEAN else ():
            for placed in proposals_of(self.corpus, document):
                yield f"{document.path.rpartition('/')[2]}:{placed.place.span.line}"

    @cached_property
    def unreadable(self) -> tuple[Refusal, ...]:
        """The versions that are not printed, since a part of them cannot be read."""
        refusals = (refuse_unreadable(self.shown, document) for document in self.work.documents.values())
        return tuple(refusal for refusal in refusals if refusal is not None)

    def edition(self, language: Language) -> Edition:
        """Compose the edition of one language, marked on each page as what it is."""
        edition = self._composer.edition(self.work, language, {})
        return self._as_view(edition, mark_proposals(edition.unmarked), language)

    def jobs(self, formats: Sequence[str], languages: tuple[Language, ...], *, parallel: bool) -> Iterator[Job]:
        """Yield the files to write, each with the view in its name."""
        written = tuple(
            language
            for language in languages
            if language in self.work.documents and language not in {refusal.language for refusal in self.unreadable}
        )
        editions = [self.edition(language) for language in written]
        together = None
        if parallel and len(editions) > 1:
            together = join_editions(editions, [self.labels[language] for language in written])
        for job in print_jobs_of(self.folder, editions, together, formats):
            path = PurePosixPath(job.path)
            yield replace(job, path=str(path.with_name(f"{path.stem}-{self.view.lower()}{path.suffix}")))

    def _as_view(self, edition: Edition, blocks: tuple[Block, ...], language: Language) -> Edition:
        labels = self.labels[language]
        key = self.view if self.view in VIEWS else AS_STATE
        state = self.corpus.reference.names("state", self.view, self.corpus.as_of)[language] if key == AS_STATE else ""
        mark = labels.sentence("views", f"{key}-mark", state=state)
        notice = make_group("notice", labels.sentence("views", key, state=state))
        return replace(
            edition,
            unmarked=(notice, *blocks),
            header=" · ".join(filter(None, (edition.header, mark))),
            marks=(mark, *edition.marks),
            has_line_numbers=key == ROLLING,
            blob=edition.blob if key in _OF_THE_FILE else "",
        )

    def _shown(self, document: Document) -> Document:
        if document.work != self.name or not document.is_parted or "[" not in document.source.text:
            return document
        names = delegations(self.corpus)
        head = document.source.text[: len(document.source.text) - len(document.text)]
        if self.view == ROLLING:
            text = head + _with_signs(document.text, own_words_of(self.corpus, document), names)
        else:
            text = self._titled(head, document, names) + self._rewritten(
                document.text, names, own_words_of(self.corpus, document)
            )
        return replace(document, source=Source.of(text, document.source.problems, document.blob))

    def _titled(self, head: str, document: Document, names: Delegations) -> str:
        title = document.get("/title")
        rewritten = self._rewritten(title, names, blank_quotes(title)) if isinstance(title, str) else title
        return head if rewritten == title else set_fields(head, {"title": rewritten})

    def _rewritten(self, text: str, names: Delegations, own_words: str) -> str:
        if self.view == CLEAN:
            return text
        if self.view == IF_AGREED:
            return as_if_agreed(text, names, own_words)
        return as_state(text, self.view, names, own_words)


def _with_signs(text: str, own_words: str, names: Delegations) -> str:
    """Put signs inside the brackets of each proposal."""
    places = [
        place
        for proposal in find_proposals(own_words, names)
        for place in ((proposal.start + 1, OPENING), (proposal.end - 1, CLOSING))
    ]
    parts: list[str] = []
    start = 0
    for at, sign in sorted(places):
        parts += [text[start:at], sign]
        start = at
    return "".join((*parts, text[start:]))
