"""Which work of a register is the one that stood under another name before the change under judgement."""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.register.events import read_names
from cica_docs.register.works import Work, work_named

_IDENTITIES = ("/symbol", "/sha256")


def successor_of(corpus: Corpus, old: Work) -> Work | None:
    """What a work of the register before has become: the work of its name, or a new one that is known to be it.

    Nothing where it is gone, or cannot be read any more.
    """
    if corpus.document(old.name) is not None:
        return work_named(corpus, old.name)
    return next((new for new in new_works(corpus) if is_same(old, new)), None)


@cached_query
def new_works(corpus: Corpus) -> tuple[Work, ...]:
    """The works that were not in the register before, by name."""
    before = corpus.before
    known = {document.work for document in before.documents} if before else set()
    fresh = sorted({document.work for document in corpus.documents if document.work not in known}) if before else ()
    return tuple(work for name in fresh if (work := work_named(corpus, name)) is not None)


def is_same(old: Work, new: Work) -> bool:
    """Whether two works share a file, a title, a symbol, a hash of their text, or measure, provider and submission."""
    return not set(_signs(old)).isdisjoint(_signs(new))


def _signs(work: Work) -> Iterator[tuple[str, object]]:
    for document in work.documents.values():
        yield "file", document.blob
        title = document.get("/title") if document.is_readable else None
        if isinstance(title, str) and title.strip():
            yield "title", " ".join(title.casefold().split())
    for pointer in _IDENTITIES:
        value = work.original.get(pointer)
        if isinstance(value, str) and value:
            yield pointer, value.lower()
    acts = work.original.get("/events")
    measure = work.original.get("/measure")
    for act in acts if isinstance(acts, list) and measure else ():
        if isinstance(act, dict) and act.get("kind") == "submitted":
            yield "submission", (str(measure), str(act.get("on")), read_names(act.get("by")))
