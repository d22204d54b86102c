"""Order of acts: an act on record before what it follows, after what ends it, or without what it needs."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from cica_docs.documents.acts.act_kind import ActKind
from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import Event, events_until
from cica_docs.register.works import Work, works
from cica_docs.values.day import PartialDate, parse_partial_date
from cica_docs.values.span import Place


class Disorder(NamedTuple):
    """An act out of its place: `fault` is `before`, `after`, `late` or `missing` what is named in `other`."""

    work: Work
    act: Event
    fault: str
    other: tuple[str, ...]
    day: PartialDate | None = None
    place: Place | None = None


def disorders(corpus: Corpus) -> Iterator[Disorder]:
    """Yield the acts of all works that are out of their place, each once."""
    for work in works(corpus).values():
        acts = events_until(corpus, work.original)
        by_kind: dict[str, list[Event]] = {}
        for act in acts:
            by_kind.setdefault(act.kind, []).append(act)
        for act in acts:
            kind = work.kind.acts.get(act.kind)
            disorder = _disorder(work, act, kind, by_kind) if kind else None
            if disorder:
                yield disorder


def _disorder(work: Work, act: Event, kind: ActKind, by_kind: Mapping[str, Sequence[Event]]) -> Disorder | None:
    for name in kind.after:
        first = by_kind.get(name, ())[:1]
        if first and act.on.last < first[0].on.first:
            return Disorder(work, act, "before", (name,), first[0].on, first[0].place)
    for name in kind.not_after:
        ends = [end for end in by_kind.get(name, ()) if end.on.last < act.on.first]
        if ends and not _is_renewed(work, act, ends[-1], by_kind):
            return Disorder(work, act, "after", (name,), ends[-1].on, ends[-1].place)
    limit = parse_partial_date(str(work.original.get(kind.until) or "")) if kind.until else None
    if limit and limit.last < act.on.first:
        return Disorder(work, act, "late", (kind.until.removeprefix("/"),), limit, work.original.at(kind.until))
    if kind.needs and not work.is_known_only and not any(name in by_kind for name in kind.needs):
        return Disorder(work, act, "missing", kind.needs)
    return None


def _is_renewed(work: Work, act: Event, end: Event, by_kind: Mapping[str, Sequence[Event]]) -> bool:
    """Whether the work was begun again between the act that ended it and a later one."""
    return any(
        end.on.first <= renewal.on.first <= act.on.last
        for name, kind in work.kind.acts.items()
        if kind.renews
        for renewal in by_kind.get(name, ())
    )
