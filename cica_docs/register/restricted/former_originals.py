"""Earlier versions of originals and translations, for comparison: those in Git at the work's own path, if public.

No other module reads the register's history. Anybody can write front matter, so the id that a translation names
proves nothing: it may be that of a restricted text that is, or was, elsewhere in the repository.
"""

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document, read_document
from cica_docs.documents.query import cached_query
from cica_docs.register.restricted.consents import is_public_section
from cica_docs.register.restricted.items import may_be_restricted, restricted_sections
from cica_docs.register.restricted.public_view import BY_CONSENT, is_shown_whole, public_view
from cica_docs.register.works import Work
from cica_docs.snapshot.memory import MemorySnapshot
from cica_docs.values.language import Language


def former_original(corpus: Corpus, work: Work, blob: str) -> Document | None:
    """Return the original of a work under a Git id; None if it never had that id or may not be shown in full."""
    return _former_original(corpus, work.name, blob)


@cached_query
def _former_original(corpus: Corpus, work: str, blob: str) -> Document | None:
    unredacted = corpus.unredacted or corpus
    original = public_view(unredacted).document(work)
    past = corpus.past
    if past is None or original is None or original.kind in BY_CONSENT or not original.is_shown_whole:
        return None
    if blob not in past.blobs(original.path) or blob in _withheld(corpus) or not _is_free_of_marks(corpus, original):
        return None
    revision = _revision(corpus, original, blob)
    if revision is None or not revision.is_readable or not revision.is_parted or "translates" in revision.front.value:
        return None
    return revision if is_shown_whole(unredacted, revision) and not past.has_gaps else None


def former_translation(corpus: Corpus, work: Work, language: Language, blob: str) -> Document | None:
    """Return a translation of a work under a Git id; None if it never had that id or may not be shown in full."""
    unredacted = corpus.unredacted or corpus
    document, past = work.documents[language], corpus.past
    if past is None or document.kind in BY_CONSENT or not (work.original.is_shown_whole and document.is_shown_whole):
        return None
    is_open = blob not in _withheld(corpus) and all(
        _is_free_of_marks(corpus, edition) for edition in (work.original, document)
    )
    revision = _revision(corpus, document, blob) if is_open and blob in past.blobs(document.path) else None
    is_read = revision is not None and revision.is_readable and revision.is_parted and not past.has_gaps
    return revision if is_read and revision is not None and is_shown_whole(unredacted, revision) else None


def _revision(corpus: Corpus, original: Document, blob: str) -> Document | None:
    content = corpus.past.read(original.path, blob) if corpus.past else None
    if content is None:
        return None
    path = original.path
    return read_document(MemorySnapshot({path: content}), path, original.kind, original.id, original.language)


@cached_query
def _withheld(corpus: Corpus) -> frozenset[str]:
    """Return the ids of all files ever at paths that are shown by consent alone or not shown in full."""
    past = corpus.past
    assert past is not None
    unredacted = corpus.unredacted or corpus
    pairs = zip(unredacted.documents, public_view(unredacted).documents, strict=True)
    paths = [document.path for document, visible in pairs if document is not visible]
    blobs = [past.blobs_below(kind) for kind in BY_CONSENT] + [past.blobs(path) for path in paths]
    return frozenset().union(*blobs)


def _is_free_of_marks(corpus: Corpus, original: Document) -> bool:
    """Whether no revision of an original marks a section that may not be shown today.

    Text that one revision marks may be unmarked in another, older or newer one.
    """
    past = corpus.past
    assert past is not None
    return all(_has_no_hidden_marks(corpus, original, blob) for blob in past.blobs(original.path))


def _has_no_hidden_marks(corpus: Corpus, original: Document, blob: str) -> bool:
    revision = _revision(corpus, original, blob)
    if revision is None or not may_be_restricted(revision):
        return revision is not None
    return revision.is_readable and all(
        is_public_section(corpus.unredacted or corpus, mark) for mark in restricted_sections(revision)
    )
