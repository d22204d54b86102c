"""Successors: the work that had another name before the change under judgement."""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.register.events import read_names
from cica_docs.register.works import Work, work_named

_IDENTIFYING_FIELDS = ("/symbol", "/sha256")


def successor_of(corpus: Corpus, old: Work) -> Work | None:
    """Return what a work of the earlier register is now: the work of its name, or a new work identified with it.

    None if it is gone or can no longer be read.
    """
    if corpus.document(old.name) is not None:
        return work_named(corpus, old.name)
    return next((new for new in new_works(corpus) if is_same(old, new)), None)


@cached_query
def new_works(corpus: Corpus) -> tuple[Work, ...]:
    """List the works that are new in this register, by name."""
    before = corpus.before
    old_names = {document.work for document in before.documents} if before else set()
    new_names = (
        sorted({document.work for document in corpus.documents if document.work not in old_names}) if before else ()
    )
    return tuple(work for name in new_names if (work := work_named(corpus, name)) is not None)


def is_same(old: Work, new: Work) -> bool:
    """Whether two works share a file, title, symbol or text hash, or measure, provider and submission."""
    return not set(_identities(old)).isdisjoint(_identities(new))


def _identities(work: Work) -> Iterator[tuple[str, object]]:
    for document in work.documents.values():
        yield "file", document.blob
        title = document.get("/title") if document.is_readable else None
        if isinstance(title, str) and title.strip():
            yield "title", " ".join(title.casefold().split())
    for pointer in _IDENTIFYING_FIELDS:
        value = work.original.get(pointer)
        if isinstance(value, str) and value:
            yield pointer, value.lower()
    acts = work.original.get("/events")
    measure = work.original.get("/measure")
    for act in acts if isinstance(acts, list) and measure else ():
        if isinstance(act, dict) and act.get("kind") == "submitted":
            yield "submission", (str(measure), str(act.get("on")), read_names(act.get("by")))
