"""Corrections of acts: who may make them, and how one is written."""

from collections.abc import Mapping
from typing import Any

from cica_docs.documents.acts.record import CORRECTED, EDITED
from cica_docs.documents.corpus import Corpus
from cica_docs.documents.yaml.scalar import write_flow
from cica_docs.register.events import Event, acts_as_written
from cica_docs.register.works import Work

_DOER = "doer"


def correctors_of(corpus: Corpus, work: Work, act: Event) -> tuple[str, ...]:
    """Return the body and the States that may correct an act."""
    kind = work.kind.acts.get(act.kind)
    sources = kind.corrected_by if kind else work.kind.correctors
    roles = (corpus.reference.role(source) for source in sources if source != _DOER)
    doers = act.by if _DOER in sources else ()
    return tuple(dict.fromkeys((*filter(None, roles), *doers)))


def keepers_of(corpus: Corpus, work: Work) -> tuple[str, ...]:
    """Return the bodies that may correct facts and edit texts: those that keep the register."""
    roles = (corpus.reference.role(source) for source in work.kind.correctors if source != _DOER)
    return tuple(filter(None, roles))


def write_correction(corpus: Corpus, work: Work, act: Event) -> str:
    """Write the act that corrects another one on record, but for how it was done and why it is corrected."""
    return _write(corpus, CORRECTED, correctors_of(corpus, work, act), {"corrects": _name_of(act), "done": "{…}"})


def write_omission(corpus: Corpus, work: Work, act: Event) -> str:
    """Write the act that records one that was left out, but for that one itself and the reason."""
    return _write(corpus, CORRECTED, correctors_of(corpus, work, act), {"done": "{…}"})


def write_fact_correction(corpus: Corpus, work: Work, field: str, *, is_added: bool) -> str:
    """Write the act that corrects a field outside the acts, but for what was written there and the reason."""
    was = "null" if is_added else "…"
    return _write(corpus, CORRECTED, keepers_of(corpus, work), {"was": {field: was}})


def write_edit(corpus: Corpus, work: Work, words: int) -> str:
    """Write the act by which some words of a final text are edited, but for the reason."""
    return _write(corpus, EDITED, keepers_of(corpus, work), {"words": words})


def _write(corpus: Corpus, kind: str, by: tuple[str, ...], particulars: Mapping[str, Any]) -> str:
    act = {"on": corpus.as_of.isoformat(), "kind": kind, "by": by[0] if by else "…"}
    return write_flow({**act, **particulars, "reason": dict.fromkeys(corpus.languages, "…")})


def _name_of(act: Event) -> Mapping[str, Any]:
    """Return what a correction names an act by: its day and kind, and more where several are alike."""
    name = {"on": act.on.text, "kind": act.kind}
    same_name = [other for other in acts_as_written(act.document) if (other.kind, other.on) == (act.kind, act.on)]
    return name if len(same_name) == 1 else {**name, "place": int(act.pointer.rpartition("/")[2]) + 1}
