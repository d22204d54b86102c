"""To put on record that a translation renders the current original, or that a paragraph of it need not change."""

from collections.abc import Sequence
from dataclasses import dataclass

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import read_document
from cica_docs.documents.edit import encode_text, set_source
from cica_docs.register.works import works
from cica_docs.snapshot.memory import MemorySnapshot
from cica_docs.translations.revision import ChangeKind
from cica_docs.translations.staleness import Translation, TranslationStatus, acknowledgement_of, translation_of
from cica_docs.values.failure import Failure
from cica_docs.values.language import Language
from cica_docs.values.output import Output


@dataclass(frozen=True)
class Synced:
    """The file to write, and what is left behind in it."""

    output: Output | None
    """Nothing where the record already says so."""
    left: int
    """How many paragraphs are still behind."""
    unknown: bool = False
    """Whether what else is behind cannot be known here."""


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
    found = find_translation(corpus, name, language)
    if found.currency is TranslationStatus.CURRENT and not paragraphs:
        return Synced(_rewritten(corpus, found, found.original.blob, ()) if found.acknowledged else None, 0)
    if not paragraphs:
        return Synced(_rewritten(corpus, found, found.original.blob, ()), 0)
    if found.currency is TranslationStatus.CURRENT:
        raise Failure("nothing-behind", path=found.document.path)
    return _acknowledged(corpus, found, paragraphs)


def _acknowledged(corpus: Corpus, found: Translation, paragraphs: Sequence[str]) -> Synced:
    known = {segment.id: segment for segment in found.sources}
    behind = {change.id: change for change in found.behind}
    for id in paragraphs:
        gone = id in behind and behind[id].weight is ChangeKind.REMOVED
        if id not in known or gone or (found.currency is TranslationStatus.BEHIND and id not in behind):
            raise Failure("paragraph-not-behind", id=id, path=found.document.path, known=tuple(behind) or tuple(known))
    current = {acknowledgement_of(segment) for segment in found.sources}
    kept = [one for one in found.acknowledged if one in current]
    added = [acknowledgement_of(known[id]) for id in dict.fromkeys(paragraphs)]
    left = len(set(behind) - set(paragraphs))
    if found.currency is TranslationStatus.BEHIND and not left:
        return Synced(_rewritten(corpus, found, found.original.blob, ()), 0)
    all_of_it = tuple(dict.fromkeys([*kept, *added]))
    return Synced(
        _rewritten(corpus, found, found.translates, all_of_it), left, found.currency is TranslationStatus.UNKNOWN
    )


def _rewritten(corpus: Corpus, found: Translation, original: str, unaffected: tuple[str, ...]) -> Output:
    """Return the file with its record changed, after reading it again: nothing else may have changed."""
    document = found.document
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
    return Output(document.path, content, found.work.name, document.language.value)
