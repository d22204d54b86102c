"""Words of settled works that a change alters, whether it edits them within bounds, and translations behind."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.segments import read_segments
from cica_docs.register.record.settled import TEXT, SettledWork, settled_works
from cica_docs.register.restricted.former_originals import former_original
from cica_docs.register.restricted.items import KIND, restricted_items, restricted_sections
from cica_docs.register.works import Work
from cica_docs.translations.revision import Change, ChangeKind, changes_between, diff_words
from cica_docs.translations.staleness import Translation, TranslationStatus, translation_of
from cica_docs.values.language import Language


@dataclass(frozen=True, eq=False)
class TextChange:
    """A passage of an edition of a settled work that a change alters; `document` is the edition as it is now."""

    settled: SettledWork
    document: Document
    change: Change

    @property
    def is_editorial(self) -> bool:
        """Whether spelling, punctuation or typography alone differ."""
        return self.change.kind is ChangeKind.EDITORIAL

    @property
    def words(self) -> int:
        """The number of words and signs that differ."""
        old, new = self.change.old, self.change.new
        counts = {"removed": 0, "added": 0}
        for kind, text in diff_words(old.text if old else "", new.text if new else ""):
            if kind in counts:
                counts[kind] += len(text.split()) or 1
        return max(*counts.values(), 1)


def text_changes(corpus: Corpus) -> Iterator[tuple[SettledWork, tuple[TextChange, ...]]]:
    """Yield the settled works whose words a change alters, with the changed passages of all editions."""
    for settled in settled_works(corpus):
        if TEXT in settled.settles and _is_held(corpus, settled.old):
            changes = tuple(_changes(corpus, settled))
            if changes:
                yield settled, changes


def _is_held(corpus: Corpus, old: Work) -> bool:
    """Whether the text itself was in the register: that of restricted information comes only with its release."""
    restricted = corpus.before and old.kind.name == KIND and old.id in restricted_items(corpus.before)
    return bool(old.original.text.strip()) and not restricted


def _changes(corpus: Corpus, settled: SettledWork) -> Iterator[TextChange]:
    before = corpus.before
    # The text of a restricted section comes only with its release.
    withheld = {mark.section for mark in restricted_sections(settled.old.original)}
    for language, old in settled.old.documents.items():
        new = settled.new.documents.get(language)
        if new is None or not new.is_readable or new.blob == old.blob or not old.is_readable:
            continue
        if before is not None and not _is_behind(before, settled, language):
            changes = changes_between(read_segments(old), read_segments(new))
            yield from (TextChange(settled, new, change) for change in changes if not _is_in(withheld, change))


def _is_in(sections: Collection[str], change: Change) -> bool:
    """Whether a passage belongs to one of some sections."""
    segment = change.old or change.new
    return segment is not None and segment.section in sections


def _is_behind(before: Corpus, settled: SettledWork, language: Language) -> bool:
    """Whether an edition did not render the settled text yet, so that it is still to be brought in step."""
    if settled.old.documents[language] is settled.old.original:
        return False
    translation = translation_of(before, settled.old, language)
    return translation.currency is TranslationStatus.OUT_OF_DATE and _is_stale(translation)


def translations_behind(corpus: Corpus, work: Work, old: Work | None) -> Iterator[Document]:
    """Yield the translations of a work, as a change leaves it, that render an earlier text; `old` is it before that."""
    for document in work.documents.values():
        blob = str(document.get("/translates") or "") if document.is_readable else ""
        if document is work.original or not blob or blob == work.original.blob:
            continue
        before = corpus.before
        former = old.original if old and blob == old.original.blob else None
        if former is None and before and old:
            former = former_original(before, old, blob)
        translation = Translation(work, document, former)
        if former is None or _is_stale(translation):
            yield document


def _is_stale(translation: Translation) -> bool:
    return any(change.kind is not ChangeKind.EDITORIAL for change in translation.stale_changes)
