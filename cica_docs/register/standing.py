"""Acts that stand: those on record by the corpus' day that no later act of their work has undone."""

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.register.events import Event, events_until
from cica_docs.register.works import Work

_UNDONE = "withdrawn"


@cached_query
def standing_acts(corpus: Corpus, work: Work) -> list[Event]:
    """Return the acts that still have effect: the last withdrawal or cancellation, and those after it."""
    acts = events_until(corpus, work.original)
    undone = [number for number, act in enumerate(acts) if work.kind.stages.get(act.kind) == _UNDONE]
    return acts[undone[-1] :] if undone else acts
