"""Acts of the Catalogue in the reference data that a change alters or removes."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.register.catalogue import CHANGES
from cica_docs.register.record.changed_acts import REMARKS
from cica_docs.values.span import Place

_FILES = {"area": "areas", "measure": "measures"}
_CORRECTED = "corrected"


class RewrittenAct(NamedTuple):
    """An act on an area or measure as it was on record; `change` is "" if the whole entry is gone."""

    name: str
    change: str
    was: Any
    place: Place


def rewritten_catalogue_acts(corpus: Corpus) -> Iterator[RewrittenAct]:
    """Yield the acts that a change alters or removes without keeping what was on record."""
    before = corpus.before
    for category, name in _FILES.items() if before else ():
        file = corpus.reference.file(name)
        for id, old in before.reference.all(category).items() if before and file else ():
            acts = {change: old[change] for change in CHANGES if old.get(change)}
            place = _index(corpus, name, id)
            if acts and place is None and file:
                yield RewrittenAct(id, "", acts, file.at(f"/{name}"))
            elif file and place is not None:
                entry = file.front.get(f"/{name}/{place}")
                for change, was in acts.items():
                    if not _stands(was, entry.get(change)) and not _is_kept(change, was, entry, old):
                        yield RewrittenAct(id, change, was, file.at(f"/{name}/{place}/{change}"))


def _index(corpus: Corpus, name: str, id: str) -> int | None:
    file = corpus.reference.file(name)
    entries = file.front.get(f"/{name}") if file else None
    ids = [entry.get("id") if isinstance(entry, dict) else None for entry in (entries or ())]
    return ids.index(id) if id in ids else None


def _stands(was: Any, now: Any) -> bool:
    """Whether acts are on record as they were: the first of a list, each with no less than before."""
    if isinstance(was, list):
        return isinstance(now, list) and len(now) >= len(was) and all(map(_stands, was, now))
    if not isinstance(was, Mapping) or not isinstance(now, Mapping):
        return bool(was == now)
    added = now.keys() - was.keys()
    return added <= REMARKS | {"known"} and all(now.get(name) == value for name, value in was.items())


def _is_kept(change: str, was: Any, entry: Mapping[str, Any], old: Mapping[str, Any]) -> bool:
    """Whether a correction that the change adds keeps what was on record."""
    known = old.get(_CORRECTED) or ()
    added = [each for each in entry.get(_CORRECTED) or () if each not in known]
    return any(isinstance(each, dict) and (each.get("was") or {}).get(change) == was for each in added)
