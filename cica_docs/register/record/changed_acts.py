"""Acts on record before a change, and what the change does to them: none may be altered, removed, moved or put before.

An act may get remarks, and further acts may follow. Everything else is a correction, which is a further act itself.
"""

import json
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from cica_docs.documents.acts.record import OF_THE_RECORD
from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.register.events import Event, acts_as_written, events_of
from cica_docs.register.successors import successor_of
from cica_docs.register.works import Work, works

_FINAL = "approved"
"""The stage with which a matter is settled: what comes before it is no longer open."""
REMARKS = frozenset({"note", "source", "confidence"})
"""Fields of an act that say nothing of what was done: one that was left out may be added."""


class ActChange(NamedTuple):
    """An act that stood on record and what a change does to it; `now` is where it stands, or what took its place.

    `fault` is `rewritten`, `removed`, `moved` or, for a further act that now comes before it, `back-dated`.
    """

    work: Work
    """The work as it is after the change."""
    fault: str
    act: Event
    now: Event | None
    old: Work
    """The work as it was before the change."""


@cached_query
def act_changes(corpus: Corpus) -> tuple[ActChange, ...]:
    """List what the change under judgement does to acts that were on record before it."""
    before = corpus.before
    if before is None:
        return ()
    pairs = ((old, successor_of(corpus, old)) for old in works(before).values())
    return tuple(change for old, new in pairs if new is not None for change in _changes(old, new))


def _changes(old: Work, new: Work) -> Iterator[ActChange]:
    if old.original.blob == new.original.blob:
        return
    former, present = (acts_as_written(work.original) for work in (old, new))
    matches = _match(former, present)
    for fault, act, now in matches.faults():
        yield ActChange(new, fault, act, now, old)
    in_force = {act.pointer for act in events_of(old.original)}
    standing = [act for act in former if act.pointer in in_force]
    for act in matches.added:
        if act.kind not in OF_THE_RECORD and (later := _what_depends_on(new, act, standing, matches)):
            yield ActChange(new, "back-dated", later, act, old)


@dataclass
class _Matches:
    """The acts before and after a change, each with its counterpart."""

    unaltered: list[tuple[Event, Event]] = field(default_factory=list)
    rewritten: list[tuple[Event, Event]] = field(default_factory=list)
    removed: list[Event] = field(default_factory=list)
    added: list[Event] = field(default_factory=list)

    def faults(self) -> Iterator[tuple[str, Event, Event | None]]:
        yield from (("rewritten", act, now) for act, now in self.rewritten)
        yield from (("removed", act, None) for act in self.removed)
        places = [_place(now) for _, now in self.unaltered]
        in_order = _longest_increase(places)
        yield from (("moved", act, now) for act, now in self.unaltered if _place(now) not in in_order)

    def is_above(self, act: Event, former: Event) -> bool:
        """Whether a further act is written above one that stood on record."""
        places = (_place(now) for then, now in (*self.unaltered, *self.rewritten) if then is former)
        return any(_place(act) < place for place in places)


def _match(former: Sequence[Event], present: Sequence[Event]) -> _Matches:
    """Match acts: those that are the same but for added remarks, then those of the same kind and day, kind, or day."""
    matches = _Matches()
    left = list(former)
    free = list(present)
    for key in (_whole, _without_remarks):
        pairs, left, free = _paired(left, free, key)
        for act, now in pairs:
            is_unaltered = all(now.data.get(name) == value for name, value in act.data.items())
            (matches.unaltered if is_unaltered else matches.rewritten).append((act, now))
    for key in (_kind_and_day, _kind, _day):
        pairs, left, free = _paired(left, free, key)
        matches.rewritten += pairs
    matches.removed, matches.added = left, free
    matches.unaltered.sort(key=lambda pair: _place(pair[0]))
    return matches


def _paired(former: Sequence[Event], present: Sequence[Event], key: Any) -> tuple[Any, list[Event], list[Event]]:
    """Pair the acts that have the same key, in their order, and return what is left of both."""
    by_key: dict[str, list[Event]] = {}
    for act in reversed(present):
        by_key.setdefault(key(act), []).append(act)
    pairs, left = [], []
    for act in former:
        counterparts = by_key.get(key(act))
        if counterparts:
            pairs.append((act, counterparts.pop()))
        else:
            left.append(act)
    taken = {now.pointer for _, now in pairs}
    return pairs, left, [act for act in present if act.pointer not in taken]


def _whole(act: Event) -> str:
    return _written(act.data)


def _without_remarks(act: Event) -> str:
    return _written({name: value for name, value in act.data.items() if name not in REMARKS})


def _kind_and_day(act: Event) -> str:
    return f"{act.kind} {act.on.text}"


def _kind(act: Event) -> str:
    return act.kind


def _day(act: Event) -> str:
    return act.on.text


def _written(data: Mapping[str, Any]) -> str:
    return json.dumps(data, sort_keys=True, default=str)


def _place(act: Event) -> int:
    return int(act.pointer.rpartition("/")[2])


def _longest_increase(places: Sequence[int]) -> frozenset[int]:
    """Return the most places that are in order, so that as few acts as possible are said to have been moved."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for place in places:
        at = bisect_left(ends, place)
        before[place] = ends[at - 1] if at else None
        ends[at : at + 1] = [place]
    in_order = set()
    last = ends[-1] if ends else None
    while last is not None:
        in_order.add(last)
        last = before[last]
    return frozenset(in_order)


def _what_depends_on(work: Work, act: Event, standing: Sequence[Event], matches: _Matches) -> Event | None:
    """Return the act on record that a further act of an earlier day would bring about, bar or make lawful."""
    for former in standing:
        kind = work.kind.acts.get(former.kind)
        is_earlier = act.on < former.on or (act.on == former.on and matches.is_above(act, former))
        if kind and is_earlier and (kind.stage == _FINAL or act.kind in {*kind.after, *kind.needs, *kind.not_after}):
            return former
    return None
