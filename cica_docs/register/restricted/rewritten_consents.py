"""Changes to consents on record: acts removed or redated, terms that nobody agreed to."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

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


class Rewriting(NamedTuple):
    """A consent that a change rewrites: the work before and after, in which way, and where.

    `kind` is `gone` or `dated` for a revocation, `deleted` for both, `given` for an act of giving, `wider` for terms.
    """

    old: Work
    new: Work | None
    kind: str
    place: Place


@cached_query
def consent_rewritings(corpus: Corpus) -> tuple[Rewriting, ...]:
    """List the consents that the change under judgement rewrites in favour of users of the information."""
    before = corpus.before
    return (
        tuple(rewriting for work in works_of(before, KIND) for rewriting in _rewritten(corpus, work)) if before else ()
    )


@cached_query
def rewritten_consents(corpus: Corpus) -> frozenset[str]:
    """Return the names of consents without effect until the change is undone: rewritten, or put in their place."""
    rewritten = {rewriting.new.name for rewriting in consent_rewritings(corpus) if rewriting.new is not None}
    deleted_subjects = {_subject(rewriting.old) for rewriting in consent_rewritings(corpus) if rewriting.new is None}
    return frozenset(
        rewritten
        | {work.name for work in new_works(corpus) if work.kind.name == KIND and _subject(work) in deleted_subjects}
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
    remaining = _days(new, "revoked")
    if revoked - remaining:
        kind = "gone" if remaining.total() < revoked.total() else "dated"
        yield Rewriting(old, new, kind, original.at("/events"))
    before, after = given_days_of(old), given_days_of(new)
    if before and after and min(after) < min(before):
        yield Rewriting(old, new, "given", original.at("/events"))
    if before and not any(on > max(before) for on in after):
        yield from (Rewriting(old, new, "wider", original.at(pointer)) for pointer in _widened(old, new))


def _place(corpus: Corpus, old: Work) -> Place:
    """Return the place at which a deleted consent is reported: its item, which names the providers."""
    item = corpus.document(f"{items.KIND}/{old.original.get('/item')}")
    return item.at("/provided_by") if item else Place(old.original.path, Span.point(1))


def given_days_of(consent: Work) -> tuple[date, ...]:
    """Return the days on which a consent certainly had been given; an act of another state gives nothing."""
    original, by = consent.original, consent.original.get("/by")
    certain = {act.pointer for act in original.record.counting}
    if not is_corrected_by_itself(consent):
        certain &= {act.pointer for act in original.record.written}
    acts = (act for act in events_of(original) if act.kind == "given" and act.by in {(), (by,)})
    return tuple(act.on.last for act in acts if act.pointer in certain)


def is_corrected_by_itself(consent: Work) -> bool:
    """Whether only the state that consents corrects what is on record of its consent; nobody else can."""
    by = consent.original.get("/by")
    corrections = consent.original.record.corrections
    return all(read_names(correction.act.data.get("by")) == (by,) for correction in corrections)


def _days(consent: Work, kind: str) -> Counter[str]:
    """Count the acts of a kind by their written day."""
    entries = consent.original.get("/events")
    acts = [entry for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []
    return Counter(str(act.get("on")) for act in acts if act.get("kind") == kind)


def _widened(old: Work, new: Work) -> Iterator[str]:
    """Yield the fields in which a consent goes further than before."""
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


def _includes(to: tuple[str, ...], name: str) -> bool:
    return name in to or PUBLIC in to or (EVERY_MEMBER in to and name != PUBLIC)


def _first(value: object) -> date:
    return parse_day(str(value or "")) or date.max


def _last(period: object) -> date:
    until = period.get("to") if isinstance(period, Mapping) else ""
    return date.max if until is None else parse_day(str(until)) or date.min
