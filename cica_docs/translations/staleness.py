"""Translation status: which paragraphs of a translation are out of date, compared with its original."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from hashlib import sha256

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.placeholders import placeholders_in, unbegun_translations
from cica_docs.documents.segments import TITLE, Segment, read_segments
from cica_docs.register.restricted.former_originals import former_original
from cica_docs.register.works import Work
from cica_docs.translations.revision import Change, ChangeKind, changes_between, pair_segments
from cica_docs.values.language import Language


class TranslationStatus(StrEnum):
    """Whether a translation is up to date with its original."""

    CURRENT = "current"
    OUT_OF_DATE = "behind"
    NOT_BEGUN = "not-begun"
    """It holds placeholders and no more than its skeleton."""
    UNKNOWN = "unknown"
    """It renders another text than the current one, and Git does not hold that text."""


@dataclass(frozen=True, eq=False)
class Translation:
    """One translation of a work, the original that it renders, and the current original."""

    work: Work
    document: Document
    rendered: Document | None
    """The original as it was when it was translated; None if Git does not hold it."""
    is_begun: bool = True
    is_recorded: bool = True
    """Whether any commit holds the original."""

    @property
    def language(self) -> Language:
        """The language that it is in."""
        return self.document.language

    @property
    def original(self) -> Document:
        """The current original."""
        return self.work.original

    @property
    def translates(self) -> str:
        """Git's id of the original that it declares to render."""
        return str(self.document.get("/translates") or "")

    @property
    def status(self) -> TranslationStatus:
        """Whether it renders the current original, if anybody has begun it."""
        return self.currency if self.is_begun else TranslationStatus.NOT_BEGUN

    @property
    def currency(self) -> TranslationStatus:
        """Whether it renders the current original, by its own record."""
        if self.translates == self.original.blob:
            return TranslationStatus.CURRENT
        return TranslationStatus.OUT_OF_DATE if self.rendered else TranslationStatus.UNKNOWN

    @cached_property
    def unwritten(self) -> tuple[Segment, ...]:
        """Its segments with a placeholder."""
        return tuple(segment for segment in self.segments.values() if placeholders_in(segment.text))

    @cached_property
    def segments(self) -> Mapping[str, Segment]:
        """Its own segments by id."""
        return {segment.id: segment for segment in read_segments(self.document)}

    @cached_property
    def sources(self) -> tuple[Segment, ...]:
        """The segments of the current original."""
        return read_segments(self.original)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """The changes of the original since, acknowledged or not."""
        return changes_between(read_segments(self.rendered), self.sources) if self.rendered else ()

    @cached_property
    def stale_changes(self) -> tuple[Change, ...]:
        """The changes that are not acknowledged as leaving the translation as it is."""
        return tuple(change for change in self.changes if not self._is_unaffected(change))

    def _is_unaffected(self, change: Change) -> bool:
        return change.new is not None and acknowledgement_of(change.new) in self.acknowledged

    @cached_property
    def acknowledged(self) -> tuple[str, ...]:
        """The paragraphs recorded as unaffected, each with a fingerprint of the wording that was looked at."""
        marks = self.document.get("/unaffected")
        return tuple(map(str, marks)) if isinstance(marks, list) else ()

    @cached_property
    def rendering(self) -> Mapping[str, Segment]:
        """The segment of this translation by the id of the current source segment, also if numbers have moved."""
        old = read_segments(self.rendered) if self.rendered and self.changes else self.sources
        return {
            after.id: self.segments[before.id]
            for before, after in pair_segments(old, self.sources)
            if before is not None and after is not None and before.id in self.segments
        }

    @property
    def has_moved(self) -> bool:
        """Whether the original has gained, lost or renumbered paragraphs since."""
        return any(segment.id != id for id, segment in self.rendering.items()) or any(
            change.old is None or change.new is None for change in self.changes
        )

    @cached_property
    def former_sources(self) -> Mapping[str, Segment]:
        """The former source by the id of each current source segment that changed."""
        return {change.id: change.old for change in self.changes if change.old is not None and change.new is not None}

    @cached_property
    def stale_lines(self) -> tuple[int, ...]:
        """The lines on which paragraphs begin that are out of date in more than spelling; 0 is the title."""
        ids = {change.old.id for change in self.stale_changes if change.old and change.kind is not ChangeKind.EDITORIAL}
        stale = [self.segments[id] for id in ids if id in self.segments]
        return tuple(sorted({0 if segment.kind == TITLE else segment.line for segment in stale}))


def translation_of(corpus: Corpus, work: Work, language: Language) -> Translation:
    """Return the translation of a work into a language."""
    document, original = work.documents[language], work.original
    blob = str(document.get("/translates") or "")
    rendered = original if blob == original.blob else former_original(corpus, work, blob)
    return Translation(
        work,
        document,
        rendered,
        is_begun=document.path not in unbegun_translations(corpus),
        is_recorded=rendered is not None or corpus.past is None or bool(corpus.past.blobs(original.path)),
    )


def translations_of(
    corpus: Corpus, work: Work, languages: Iterable[Language] = tuple(Language)
) -> tuple[Translation, ...]:
    """Return the translations of a work that can be read, in the order of the languages."""
    return tuple(
        translation_of(corpus, work, language)
        for language in languages
        if language in work.documents
        and work.documents[language] is not work.original
        and work.documents[language].is_readable
    )


def staleness_notice_of(translation: Translation) -> tuple[tuple[int, ...], str]:
    """Return what a printed draft says of a translation: the lines to mark, and its notice, if any."""
    if translation.currency is TranslationStatus.UNKNOWN:
        return (), "outdated"
    is_stale = any(change.kind is not ChangeKind.EDITORIAL for change in translation.stale_changes)
    return translation.stale_lines, "stale" if is_stale else ""


def acknowledgement_of(source: Segment) -> str:
    """Return the record of a paragraph as unaffected: its id, and a fingerprint of the wording that was looked at.

    Once the wording changes the fingerprint no longer fits, and the paragraph is out of date again.
    """
    return f"{source.id}@{sha256(source.text.encode()).hexdigest()[:12]}"
