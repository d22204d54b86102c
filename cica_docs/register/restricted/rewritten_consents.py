"""What a change does to consents on record: acts that are gone or of another day, terms that nobody gave."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.register.events import events_of, read_names
from cica_docs.register.restricted import items
from cica_docs.register.successors import new_works, successor_of
from cica_docs.register.works import Work, works_of
from cica_docs.values.day import parse_day
from cica_docs.values.span import Place, Span

KIND = "consent"
PUBLIC = "public"
EVERY_MEMBER = "all"


@dataclass(frozen=True, eq=False)
class Rewriting:
    """A consent that a change rewrites: the work before it and after it, in what way, and where.

    `way` is `gone` or `dated` of a revocation, `deleted` of both, `given` of an act that gives, `wider` of the terms.
    """

    old: Work
    new: Work | None
    way: str
    place: Place


@cached_query
def consent_rewritings(corpus: Corpus) -> tuple[Rewriting, ...]:
    """The consents that the change under judgement rewrites in the favour of whoever uses the information."""
    before = corpus.before
    return tuple(one for work in works_of(before, KIND) for one in _rewritten(corpus, work)) if before else ()


@cached_query
def rewritten_consents(corpus: Corpus) -> frozenset[str]:
    """The consents, by name, on which nobody can rely until the change is undone: rewritten, or put in their place."""
    found = {rewriting.new.name for rewriting in consent_rewritings(corpus) if rewriting.new is not None}
    gone = {_subject(rewriting.old) for rewriting in consent_rewritings(corpus) if rewriting.new is None}
    return frozenset(
        found | {work.name for work in new_works(corpus) if work.kind.name == KIND and _subject(work) in gone}
    )


def _subject(consent: Work) -> tuple[str, str]:
    return str(consent.original.get("/item")), str(consent.original.get("/by"))


def _rewritten(corpus: Corpus, old: Work) -> Iterator[Rewriting]:
    new = successor_of(corpus, old)
    revoked = _days(old, "revoked")
    if new is None:
        # Of a consent that cannot be read nothing holds; one that is gone may come back without its revocation.
        if revoked and corpus.document(old.name) is None:
            yield Rewriting(old, None, "deleted", _place(corpus, old))
        return
    original = new.original
    kept = _days(new, "revoked")
    if revoked - kept:
        way = "gone" if kept.total() < revoked.total() else "dated"
        yield Rewriting(old, new, way, original.at("/events"))
    before, after = given_days_of(old), given_days_of(new)
    if before and after and min(after) < min(before):
        yield Rewriting(old, new, "given", original.at("/events"))
    if before and not any(on > max(before) for on in after):
        yield from (Rewriting(old, new, "wider", original.at(pointer)) for pointer in _widened(old, new))


def _place(corpus: Corpus, old: Work) -> Place:
    """Where to tell of a consent that is gone: at the item, which names the providers."""
    item = corpus.document(f"{items.KIND}/{old.original.get('/item')}")
    return item.at("/provided_by") if item else Place(old.original.path, Span.point(1))


def given_days_of(consent: Work) -> tuple[date, ...]:
    """The days on which a consent had surely been given; an act of another state gives nothing."""
    by = consent.original.get("/by")
    acts = (act for act in events_of(consent.original) if act.kind == "given" and act.by in {(), (by,)})
    return tuple(act.on.last for act in acts)


def _days(consent: Work, kind: str) -> Counter[str]:
    """How often an act is on record for a day, as the day is written."""
    found = consent.original.get("/events")
    acts = [act for act in found if isinstance(act, dict)] if isinstance(found, list) else []
    return Counter(str(act.get("on")) for act in acts if act.get("kind") == kind)


def _widened(old: Work, new: Work) -> Iterator[str]:
    """The fields in which a consent goes further than before."""
    before, after = old.original, new.original
    yield from (pointer for pointer in ("/item", "/by") if before.get(pointer) != after.get(pointer))
    if not set(read_names(after.get("/scope"))) <= set(read_names(before.get("/scope"))):
        yield "/scope"
    if not all(_includes(read_names(before.get("/to")), name) for name in read_names(after.get("/to"))):
        yield "/to"
    if _first(after.get("/period/from")) < _first(before.get("/period/from")):
        yield "/period/from"
    if _last(after.get("/period")) > _last(before.get("/period")):
        yield "/period"


def _includes(to: tuple[str, ...], one: str) -> bool:
    return one in to or PUBLIC in to or (EVERY_MEMBER in to and one != PUBLIC)


def _first(value: object) -> date:
    return parse_day(str(value or "")) or date.max


def _last(period: object) -> date:
    until = period.get("to") if isinstance(period, Mapping) else ""
    return date.max if until is None else parse_day(str(until)) or date.min
