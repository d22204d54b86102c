"""Sources of a fact: fields of a work or of one that it names, and the bodies and offices that may act for it."""

from datetime import date
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import Event, read_names
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
    fields_by_source = [
        (holder, field, read_names(holder.original.get(field)))
        for pointer in sources
        if pointer.startswith("/") and (end := _follow(corpus, work, pointer)) is not None
        for holder, field in [end]
    ]
    filled = [(holder, field, names) for holder, field, names in fields_by_source if names]
    if not filled:
        return None
    holder, first, _ = filled[0]
    return Stated(
        tuple(name for _, _, names in filled for name in names),
        tuple(field.removeprefix("/") for _, field, _ in filled),
        holder.original.at(first),
    )


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
