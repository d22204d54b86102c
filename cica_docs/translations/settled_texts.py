"""Words of settled works that a change alters, and whether it edits them within the bounds of an edit."""

from collections.abc import Iterator
from dataclasses import dataclass

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.segments import read_segments
from cica_docs.register.record.settled import TEXT, SettledWork, settled_works
from cica_docs.translations.revision import Change, ChangeKind, changes_between, diff_words
from cica_docs.translations.staleness import TranslationStatus, translation_of
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
        if TEXT in settled.settles and settled.old.original.text.strip():
            changes = tuple(_changes(corpus, settled))
            if changes:
                yield settled, changes


def _changes(corpus: Corpus, settled: SettledWork) -> Iterator[TextChange]:
    before = corpus.before
    for language, old in settled.old.documents.items():
        new = settled.new.documents.get(language)
        if new is None or not new.is_readable or new.blob == old.blob or not old.is_readable:
            continue
        if before is not None and not _is_behind(before, settled, language):
            changes = changes_between(read_segments(old), read_segments(new))
            yield from (TextChange(settled, new, change) for change in changes)


def _is_behind(before: Corpus, settled: SettledWork, language: Language) -> bool:
    """Whether an edition did not render the settled text yet, so that it is still to be brought in step."""
    if settled.old.documents[language] is settled.old.original:
        return False
    translation = translation_of(before, settled.old, language)
    return translation.status is TranslationStatus.OUT_OF_DATE and any(
        change.kind is not ChangeKind.EDITORIAL for change in translation.stale_changes
    )
