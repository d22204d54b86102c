"""Successors: the work that had another name before the change under judgement."""

from collections.abc import Iterator, Mapping

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
    places = (place for identity in _identities(old) if (place := _places(corpus).get(identity)) is not None)
    first = min(places, default=None)
    return None if first is None else new_works(corpus)[first]


@cached_query
def _places(corpus: Corpus) -> Mapping[tuple[str, object], int]:
    """Map what identifies new works to the place of the first that has it, so that each is looked at once."""
    places: dict[tuple[str, object], int] = {}
    for place, new in enumerate(new_works(corpus)):
        for identity in _identities(new):
            places.setdefault(identity, place)
    return places


@cached_query
def new_works(corpus: Corpus) -> tuple[Work, ...]:
    """List the works that are new in this register, by name."""
    before = corpus.before
    old_names = {document.work for document in before.documents} if before else set()
    new_names = (
        sorted({document.work for document in corpus.documents if document.work not in old_names}) if before else ()
    )
    return tuple(work for name in new_names if (work := work_named(corpus, name)) is not None)


def _identities(work: Work) -> Iterator[tuple[str, object]]:
    """Yield what identifies a work: a file, title, symbol or text hash, or measure, provider and submission."""
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
