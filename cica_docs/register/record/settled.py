"""Settled works: those whose text and facts an act on record has made final, and what a change does to their facts."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any, NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.register.events import Event, acts_as_written, edits_of, events_of
from cica_docs.register.record.changed_acts import REMARKS
from cica_docs.register.record.settling import WITHDRAWN, former_text, settling_act
from cica_docs.register.successors import successor_of
from cica_docs.register.works import Work, works

TEXT, FACTS = "text", "facts"
_NO_FACTS = frozenset({"title", "symbol", "events", "waivers", "restricted", "translates", "unaffected"})
"""Fields that are words, the record itself, say nothing of the matter, or have rules of their own."""


class SettledWork(NamedTuple):
    """A work that was settled before the change under judgement, as it was and as it is, with the act that did so.

    Where the change puts back an act that settled it, or takes off one that amended it, that is the work of that day.
    """

    old: Work
    new: Work
    act: Event
    settles: tuple[str, ...]
    new_acts: tuple[Event, ...]
    """The acts that the change adds, those about the record among them."""

    @property
    def act_now(self) -> Event | None:
        """The act that settled it, where it is recorded now."""
        return next((act for act in events_of(self.new.original) if act.data == self.act.data), None)

    @property
    def edits(self) -> Sequence[Event]:
        """The acts of the change by which it edits the text."""
        pointers = {act.pointer for act in self.new_acts}
        return [act for act in edits_of(self.new.original) if act.pointer in pointers]

    @property
    def corrected_facts(self) -> Mapping[str, Any]:
        """What was recorded by mistake, by field, as corrections of the change say."""
        return facts_corrected_by(self.new, self.new_acts)


def facts_corrected_by(work: Work, acts: Sequence[Event]) -> Mapping[str, Any]:
    """Return what was recorded by mistake, by field, as the corrections among some acts say."""
    pointers = {act.pointer for act in acts}
    facts: dict[str, Any] = {}
    for correction in work.original.record.corrections:
        if correction.act.pointer in pointers:
            facts |= correction.former_facts
    return facts


@cached_query
def settled_works(corpus: Corpus) -> tuple[SettledWork, ...]:
    """List the works that were settled before the change under judgement and that it does not amend by an act."""
    before = corpus.before
    return tuple(_settled(corpus, before)) if before else ()


def _settled(corpus: Corpus, before: Corpus) -> Iterator[SettledWork]:
    for old in works(before).values():
        new = None if old.is_known_only else successor_of(corpus, old)
        if new is None or _is_same(old, new):
            continue
        final = former_text(corpus, before, old, new) or old
        act = settling_act(before, final)
        if act is None:
            continue
        known = [written.data for written in acts_as_written(final.original)]
        added = tuple(written for written in acts_as_written(new.original) if written.data not in known)
        if not _is_reopened(final, act, added):
            yield SettledWork(final, new, act, final.kind.acts[act.kind].settles, added)


def _is_same(old: Work, new: Work) -> bool:
    return {language: document.blob for language, document in old.documents.items()} == {
        language: document.blob for language, document in new.documents.items()
    }


def _is_reopened(work: Work, settled_by: Event, added: Sequence[Event]) -> bool:
    """Whether a change adds an act, the latest, that amends a settled work or begins a withdrawn one again."""
    counting = {act.pointer for act in events_of(added[0].document)} if added else set()
    last = events_of(work.original)[-1]
    further = [act for act in added if act.pointer in counting and act.on >= last.on]
    kinds = [work.kind.acts[act.kind] for act in further if act.kind in work.kind.acts]
    is_withdrawn = work.kind.stages.get(settled_by.kind) == WITHDRAWN
    return any(kind.amends or (is_withdrawn and kind.renews) for kind in kinds)


class FactChange(NamedTuple):
    """A field of a settled work that a change alters, adds or takes away."""

    settled: SettledWork
    field: str
    was: Any
    now: Any


def fact_changes(corpus: Corpus) -> Iterator[FactChange]:
    """Yield the facts of settled works that a change alters without correcting them by an act."""
    for settled in settled_works(corpus):
        if FACTS in settled.settles:
            former, present = facts_of(settled.old), facts_of(settled.new)
            corrected = settled.corrected_facts
            for field in dict.fromkeys((*former, *present)):
                was, now = former.get(field), present.get(field)
                is_added = was is None and field in REMARKS
                if was != now and not is_added and not (field in corrected and corrected[field] == was):
                    yield FactChange(settled, field, was, now)


def facts_of(work: Work) -> Mapping[str, Any]:
    """Return the facts of a work: the fields of its original that are settled with it."""
    open_fields = work.kind.open_fields
    front = {name: value for name, value in work.original.front.value.items() if name not in _NO_FACTS}
    facts: dict[str, Any] = deepcopy(front) if open_fields else front
    for pointer in open_fields:
        _leave_out(facts, pointer.split("/")[1:])
    return facts


def _leave_out(value: Any, steps: Sequence[str]) -> None:
    """Leave a field out of what is compared; `*` stands for each entry of a list."""
    first, *rest = steps
    inner = value if first == "*" and isinstance(value, list) else [value.get(first)] if isinstance(value, dict) else []
    if rest:
        for entry in inner:
            _leave_out(entry, rest)
    elif isinstance(value, dict):
        value.pop(first, None)
