"""Record that a translation renders the current original, or that a paragraph of it need not change."""

from collections.abc import Sequence
from dataclasses import dataclass

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import read_document
from cica_docs.documents.edit import encode_text, set_source
from cica_docs.documents.placeholders import placeholders_in
from cica_docs.register.works import works
from cica_docs.snapshot.memory import MemorySnapshot
from cica_docs.translations.revision import ChangeKind
from cica_docs.translations.staleness import Translation, TranslationStatus, acknowledgement_of, translation_of
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language
from cica_docs.values.output import Output


@dataclass(frozen=True)
class Synced:
    """The file to write, and how much of it is out of date."""

    output: Output | None
    """None if the record already says so."""
    left: int
    """How many paragraphs are still out of date."""
    unknown: bool = False
    """Whether it cannot be known what else is out of date."""


def find_translation(corpus: Corpus, name: str, language: Language) -> Translation:
    """Find the translation that a command names; anything else, or one that cannot be read, is a `Failure`."""
    work = works(corpus)[name]
    document = work.documents.get(language)
    if document is None or document is work.original:
        raise Failure("no-translation", work=work.name, language=str(language))
    if not document.is_readable or not document.is_parted or document.markup or work.original.markup:
        raise Failure("translation-unreadable", path=document.path)
    if not (document.is_shown_whole and work.original.is_shown_whole):
        # What would be written back lacks the part that is not shown.
        raise Failure("work-withheld", work=work.name)
    return translation_of(corpus, work, language)


def sync(corpus: Corpus, name: str, language: Language, paragraphs: Sequence[str]) -> Synced:
    """Set `translates:` and `unaffected:`; all else of the file stays byte by byte."""
    translation = find_translation(corpus, name, language)
    if translation.unwritten:
        first = translation.unwritten[0]
        raise Failure(
            "translation-unwritten",
            path=translation.document.path,
            line=first.line,
            number=len(translation.unwritten),
            text=placeholders_in(first.text)[0],
        )
    if translation.status is TranslationStatus.CURRENT and not paragraphs:
        return Synced(
            _rewrite(corpus, translation, translation.original.blob, ()) if translation.acknowledged else None, 0
        )
    if not paragraphs:
        return Synced(_rewrite(corpus, translation, translation.original.blob, ()), 0)
    if translation.status is TranslationStatus.CURRENT:
        raise Failure("nothing-behind", path=translation.document.path)
    return _acknowledge(corpus, translation, paragraphs)


def _acknowledge(corpus: Corpus, translation: Translation, paragraphs: Sequence[str]) -> Synced:
    known = {segment.id: segment for segment in translation.sources}
    stale = {change.id: change for change in translation.stale_changes}
    for id in paragraphs:
        is_removed = id in stale and stale[id].kind is ChangeKind.REMOVED
        if id not in known or is_removed or (translation.status is TranslationStatus.OUT_OF_DATE and id not in stale):
            raise Failure(
                "paragraph-not-behind", id=id, path=translation.document.path, known=tuple(stale) or tuple(known)
            )
    current = {acknowledgement_of(segment) for segment in translation.sources}
    remaining = [mark for mark in translation.acknowledged if mark in current]
    added = [acknowledgement_of(known[id]) for id in dict.fromkeys(paragraphs)]
    left = len(set(stale) - set(paragraphs))
    if translation.status is TranslationStatus.OUT_OF_DATE and not left:
        return Synced(_rewrite(corpus, translation, translation.original.blob, ()), 0)
    unaffected = tuple(dict.fromkeys([*remaining, *added]))
    return Synced(
        _rewrite(corpus, translation, translation.translates, unaffected),
        left,
        translation.status is TranslationStatus.UNKNOWN,
    )


def _rewrite(corpus: Corpus, translation: Translation, original: str, unaffected: tuple[str, ...]) -> Output:
    """Return the file with its record changed, after reading it again: nothing else may have changed."""
    document = translation.document
    before = corpus.snapshot.read(document.path)
    if not isinstance(document.get("/translates"), str):
        raise Failure("translation-unreadable", path=document.path)
    content = encode_text(set_source(document, original, unaffected), before)
    again = read_document(
        MemorySnapshot({document.path: content}), document.path, document.kind, document.id, document.language
    )
    expected = {key: value for key, value in document.front.value.items() if key != "unaffected"}
    expected |= {"translates": original} | ({"unaffected": list(unaffected)} if unaffected else {})
    if again.problems or again.front.value != expected or again.text != document.text:
        raise Failure("translation-unreadable", path=document.path)
    return Output(document.path, content, translation.work.name, document.language.value)
