"""Sources of a fact: fields of a work or of one that it names, and the bodies and offices that may act for it."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import Event, events_until, read_names
from cica_docs.register.mandates.service import may_serve
from cica_docs.register.works import Work, work_named
from cica_docs.values.language import Language
from cica_docs.values.role import ACTING, COORDINATOR
from cica_docs.values.span import Place
from cica_docs.values.texts import Texts

_OFFICES = {"leads": (COORDINATOR, ACTING), "serves": ()}


class Stated(NamedTuple):
    """What fields of a work state: the names, the fields that have any, and the place of the first."""

    names: tuple[str, ...]
    fields: tuple[str, ...]
    place: Place


def stated_in(corpus: Corpus, work: Work, sources: tuple[str, ...]) -> Stated | None:
    """Return what the fields among some sources state, or None if none of them is there."""
    fields = [
        (holder, pointer, name, read_names(holder.original.get(pointer)))
        for source in sources
        for holder, pointer, name in _fields(corpus, work, source)
    ]
    filled = [each for each in fields if each[-1]]
    if not filled:
        return None
    holder, first, _, _ = filled[0]
    return Stated(
        tuple(stated for *_, names in filled for stated in names),
        tuple(name for _, _, name, _ in filled),
        holder.original.at(first),
    )


def _fields(corpus: Corpus, work: Work, source: str) -> Iterator[tuple[Work, str, str]]:
    """Yield the fields to which a source leads, each with its work, its pointer and its name."""
    kind, _, field = source.partition(".")
    if source.startswith("/"):
        if end := _follow(corpus, work, source):
            yield *end, end[1].removeprefix("/")
    elif field:
        acts = (act for act in events_until(corpus, work.original) if act.kind == kind)
        yield from ((work, f"{act.pointer}/{field}", source) for act in acts)


def _follow(corpus: Corpus, work: Work, pointer: str) -> tuple[Work, str] | None:
    """Return the work and the field to which a pointer leads: `/mandate/holder` is a field of the mandate named."""
    reference, _, field = pointer.removeprefix("/").partition("/")
    if not field:
        return work, pointer
    named = named_work(corpus, work, f"/{reference}")
    return (named, f"/{field}") if named else None


def named_work(corpus: Corpus, work: Work, pointer: str) -> Work | None:
    """Return the work that a field names, if it is on record; the schema says its kind."""
    shape, name = work.kind.shape, work.original.get(pointer)
    node = shape.schema.get("properties", {}).get(pointer.removeprefix("/"))
    category = str(shape.resolve(node).get("x-refers") or "") if node else ""
    return (
        work_named(corpus, f"{category}/{name}") if isinstance(name, str) and category in corpus.kinds.kinds else None
    )


def may_act(corpus: Corpus, act: Event, area: str, name: str, sources: tuple[str, ...]) -> bool:
    """Whether a name is that of a body or State in office among some sources on the day of an act."""
    return any(
        name == corpus.reference.role(source)
        or (source in _OFFICES and may_serve(corpus, name, area, act.on, *_OFFICES[source]))
        for source in sources
        if not source.startswith("/")
    )


def is_party(corpus: Corpus, name: str) -> bool:
    """Whether a name is that of a State or body, so that its place in a record can be judged."""
    return name in corpus.reference.all("state") or name in corpus.reference.all("body")


def names_of(corpus: Corpus, names: tuple[str, ...], on: date) -> Texts:
    """Return the names of States and bodies on a day, by language; other names as they are written."""
    categories = ("state", "body")
    known = [
        next(
            (corpus.reference.names(each, name, on) for each in categories if name in corpus.reference.all(each)), None
        )
        for name in names
    ]
    return {
        language: ", ".join(texts[language] if texts else name for name, texts in zip(names, known, strict=True))
        for language in Language
    }
