"""Acts that a change adds to the record."""

import json
from collections.abc import Iterator
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import Event, acts_as_written, events_of
from cica_docs.register.record.changed_acts import REMARKS
from cica_docs.register.successors import successor_of
from cica_docs.register.works import Work, works


class NewAct(NamedTuple):
    """An act that a change adds, with its work as it is and as it was; `old` is None if the work is new."""

    work: Work
    act: Event
    old: Work | None


def new_acts(corpus: Corpus) -> Iterator[NewAct]:
    """Yield the acts that the change under judgement adds and that count; none without a register before it."""
    before = corpus.before
    if before is None:
        return
    predecessors = {new.name: old for old in works(before).values() if (new := successor_of(corpus, old)) is not None}
    for work in works(corpus).values():
        old = predecessors.get(work.name)
        if work.is_known_only or (old and old.original.blob == work.original.blob):
            continue
        known = {_done(act) for act in acts_as_written(old.original)} if old else set()
        counting = {act.pointer for act in events_of(work.original)}
        for act in acts_as_written(work.original):
            if act.pointer in counting and _done(act) not in known:
                yield NewAct(work, act, old)


def _done(act: Event) -> str:
    """Return what an act says of what was done, without remarks that may be added later."""
    return json.dumps(
        {name: value for name, value in act.data.items() if name not in REMARKS}, sort_keys=True, default=str
    )
