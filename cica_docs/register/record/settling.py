"""The acts that make a text final, and the text that each was recorded of.

An act says something of the text that was on record with it. One that is taken off the record and put back speaks of
that text, not of the one that was written meanwhile; and a text that an act changed is what it was before that act, if
the act is taken off the record.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from cica_docs.documents.acts.record import OF_THE_RECORD
from cica_docs.documents.corpus import Corpus, read_documents
from cica_docs.register.events import Event, acts_as_written, events_of, events_until
from cica_docs.register.works import Work, work_named
from cica_docs.snapshot.memory import MemorySnapshot

WITHDRAWN = "withdrawn"
_Name = tuple[str, str]
"""The kind and the day of an act, by which it is known again."""


def settling_act(corpus: Corpus, work: Work) -> Event | None:
    """Return the act that settles a work, the first since it was last begun again."""
    acts = events_until(corpus, work.original)
    ends = [number for number, act in enumerate(acts) if work.kind.stages.get(act.kind) == WITHDRAWN]
    since = acts[ends[-1] + 1 :] if ends else acts
    settling = (act for act in since if act.kind in work.kind.acts and work.kind.acts[act.kind].settles)
    return next(settling, acts[ends[-1]] if ends and not since else None)


def former_text(corpus: Corpus, before: Corpus, old: Work, new: Work) -> Work | None:
    """Return an earlier version of a work whose text is final, since a change puts an act back or takes one off.

    None if the text that is final is the one before the change, or if none is.
    """
    if before.past is None or not new.original.record.corrections:
        return None
    was, now = settling_act(before, old), settling_act(corpus, new)
    if now and (names := _names(now)) & _names_on_record(old) and not (was and names & _names(was)):
        return next((work for work in _earlier(before, old) if _is_settled_by(before, work, names)), None)
    counting = {name for act in events_of(new.original) for name in _names(act)}
    for act in events_of(old.original):
        kind = old.kind.acts.get(act.kind)
        if kind and kind.amends and not _names(act) & counting:
            return next(
                (work for work in _earlier(before, old) if _names(act).isdisjoint(_names_on_record(work))), None
            )
    return None


def _is_settled_by(before: Corpus, work: Work, names: Collection[_Name]) -> bool:
    act = settling_act(before, work)
    return act is not None and not _names(act).isdisjoint(names)


def _earlier(before: Corpus, old: Work) -> Iterator[Work]:
    """Yield the versions of a work from before the known one, the newest first."""
    is_earlier = False
    for files in before.past.versions(old.name) if before.past else ():
        documents = read_documents(MemorySnapshot(files), before.kinds)
        work = work_named(replace(before, documents=documents), old.name)
        if work is not None and is_earlier:
            yield work
        is_earlier |= {file.path: file.blob for file in documents} == {
            file.path: file.blob for file in old.documents.values()
        }


def _names(act: Event) -> set[_Name]:
    """Return the names of an act in all forms in which it is on record."""
    return {(act.kind, act.on.text), *_names_of(act.document.record.same_act(act.pointer))}


def _names_on_record(work: Work) -> set[_Name]:
    """Return the names of all acts that are or were on record in a work."""
    written = {(act.kind, act.on.text) for act in acts_as_written(work.original)}
    return written | _names_of(act.data for entry in work.original.record.entries for act in entry)


def _names_of(acts: Iterable[Mapping[str, Any]]) -> set[_Name]:
    return {(str(act.get("kind")), str(act.get("on"))) for act in acts if act.get("kind") not in OF_THE_RECORD}
