"""Print what is under negotiation: the ledger of proposals, and the comparative table of comments."""

from collections.abc import Iterator

from cica_docs.api.negotiation.comments import answer_in, placed_comments
from cica_docs.api.negotiation.ledger import age_of, describe, open_proposals
from cica_docs.api.printing.composer import EditionComposer
from cica_docs.api.printing.material import Material
from cica_docs.documents.corpus import Corpus
from cica_docs.documents.markdown.blocks import Block, Cell, Paragraph, Strong, Text
from cica_docs.documents.markdown.parser import parse_body
from cica_docs.documents.negotiation.comments import Comment
from cica_docs.i18n.labels import Labels
from cica_docs.register.sources import names_of
from cica_docs.register.works import works
from cica_docs.render.data.works import organisation_name
from cica_docs.render.edition import Edition
from cica_docs.render.pages.build import make_cell, make_labelled, make_paragraph
from cica_docs.render.pages.negotiation import (
    CommentPart,
    CommentRow,
    LedgerRow,
    PageHead,
    compose_comments,
    compose_ledger,
)
from cica_docs.snapshot.snapshot import Snapshot
from cica_docs.text.profile import profile_of
from cica_docs.values.day import parse_day
from cica_docs.values.language import Language


class _Table(Material):
    """A table about a work, in a folder of its own beside the works."""

    def __init__(self, corpus: Corpus, templates: Snapshot, name: str, folder: str) -> None:
        super().__init__(corpus, templates, f"{folder}/{name}")
        self.work = works(corpus)[name]
        self._composer = EditionComposer(corpus, self.files, self.labels)

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages of the work."""
        return tuple(self.work.documents)

    def _head(self, language: Language) -> PageHead:
        return PageHead(
            self.folder,
            self.work.name,
            self.work.title(language),
            str(self.work.original.get("/symbol") or ""),
            organisation_name(self.corpus, language, self.corpus.as_of),
            self.work.is_example,
        )

    def _dated(self, language: Language) -> Edition:
        spoken = language if language in self.work.documents else self.work.original.language
        return self._composer.edition(self.work, spoken, {})


class LedgerPrint(_Table):
    """The printing of the ledger of a work."""

    def __init__(self, corpus: Corpus, templates: Snapshot, name: str) -> None:
        super().__init__(corpus, templates, name, "brackets")

    def edition(self, language: Language) -> Edition:
        """Compose the ledger of one language."""
        rows = tuple(self._rows(language))
        return compose_ledger(self._head(language), rows, self.labels[language], self._dated(language))

    def _rows(self, language: Language) -> Iterator[LedgerRow]:
        labels = self.labels[language]
        for each in open_proposals(self.corpus, self.work.name, (language,)):
            yield LedgerRow(each.paragraph, tuple(describe(self.corpus, each.placed, labels)), age_of(each, labels))


class CommentTable(_Table):
    """The printing of the comments on a work, side by side."""

    def __init__(self, corpus: Corpus, templates: Snapshot, name: str) -> None:
        super().__init__(corpus, templates, name, "comments")

    def edition(self, language: Language) -> Edition:
        """Compose the table with the labels of one language; comments stay in the language of their receipt."""
        labels = self.labels[language]
        parts = tuple(
            CommentPart(
                placed.title or labels.word("comments.places", placed.place, otherwise=placed.place),
                _blocks(placed.draft),
                tuple(self._row(comment, labels) for comment in placed.comments),
            )
            for placed in placed_comments(self.corpus, self.work.name, language)
        )
        return compose_comments(self._head(language), parts, labels, self._dated(language))

    def _row(self, comment: Comment, labels: Labels) -> CommentRow:
        language = labels.language
        who = names_of(self.corpus, (comment.text("from"),), self.corpus.as_of)[language]
        day = parse_day(comment.text("received"))
        received = labels.sentence("comments", "received", on=day) if day else comment.text("received")
        author = (make_labelled(labels.word("comments", "author"), comment.text("author")),)
        status = labels.word("comments.statuses", comment.status, otherwise=comment.status)
        answer = answer_in(comment, language)
        return CommentRow(
            Cell((make_paragraph(who), make_paragraph(received), *(author if comment.text("author") else ()))),
            Cell(tuple(_asked(comment, labels)), _other(comment, language)),
            Cell(tuple(map(make_paragraph, comment.text("reason").splitlines())), _other(comment, language)),
            make_cell(status, *answer.splitlines()),
        )


def _other(comment: Comment, language: Language) -> Language | None:
    return comment.language if comment.language not in {None, language} else None


def _asked(comment: Comment, labels: Labels) -> Iterator[Block]:
    """Yield what a comment asks for: which words of the draft it concerns, and what text."""
    kind = labels.word("comments.kinds", comment.text("kind"), otherwise=comment.text("kind"))
    words, texts = comment.text("words"), comment.text("text").splitlines()
    opening, closing = tuple(profile_of(comment.language or labels.language).quotation_marks)
    yield make_labelled(kind, f"{opening}{words}{closing}") if words else Paragraph((Strong((Text(kind),)),))
    yield from map(make_paragraph, texts)


def _blocks(text: str) -> tuple[Block, ...]:
    return parse_body(text, 1).blocks if text else ()
