"""The day of a place: the day by whose law what stands there is judged, which is that of its act."""

from bisect import bisect_right
from datetime import date

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document, RegisterFile
from cica_docs.documents.query import cached_query
from cica_docs.register.events import Event, acts_as_written, events_of, events_until
from cica_docs.register.initiatives import first_day_of
from cica_docs.register.works import Work, work_named
from cica_docs.values.span import Place

_STAGES = ("draft", "circulated", "approved")


def day_of_place(corpus: Corpus, place: Place) -> date:
    """Return the day of the act in which a place stands, else of the act by which its work has the stage it is in.

    A place in no act and no work, as one of the reference data, is judged by the law of the corpus' day.
    """
    file = corpus.file(place.path)
    if not isinstance(file, Document):
        return corpus.as_of
    starts, acts, end = _acts_by_place(corpus, file)
    at = (place.span.line, place.span.column)
    number = bisect_right(starts, at) - 1
    return acts[number].on.first if number >= 0 and at < end else _day_of_document(corpus, file)


def day_of_field(corpus: Corpus, file: RegisterFile, pointer: str) -> date:
    """Return the day of the act in which a field stands, else of the act by which its work has the stage it is in."""
    if not isinstance(file, Document):
        return corpus.as_of
    around = [act for act in _every_act(file) if f"{pointer}/".startswith(f"{act.pointer}/")]
    return around[-1].on.first if around else _day_of_document(corpus, file)


def day_of_text(corpus: Corpus, work: Work) -> date:
    """Return the day of the last act for its stage, draft, circulated or approved, of a text; else of its first act."""
    acts = [act for act in events_until(corpus, work.original) if work.kind.stages.get(act.kind) in _STAGES]
    reached = max((_STAGES.index(work.kind.stages[act.kind]) for act in acts), default=None)
    by_stage = [act.on.first for act in acts if _STAGES.index(work.kind.stages[act.kind]) == reached]
    return by_stage[-1] if by_stage else first_day_of(corpus, work)


def _day_of_document(corpus: Corpus, document: Document) -> date:
    work = work_named(corpus, document.work)
    return day_of_text(corpus, work) if work else corpus.as_of


@cached_query
def _acts_by_place(
    corpus: Corpus,  # noqa: ARG001 - the acts of a document are kept with its corpus
    document: Document,
) -> tuple[list[tuple[int, int]], list[Event], tuple[int, int]]:
    """Return where each act of a document begins, the acts in this order, and where the last one ends."""
    acts = _every_act(document)
    spans = [document.front.value_at(act.pointer) for act in acts]
    ends = ((span.end_line, span.end_column) for span in spans)
    return [(span.line, span.column) for span in spans], acts, max(ends, default=(0, 0))


def _every_act(document: Document) -> list[Event]:
    """Return the acts as written, and those as done that corrections hold, in the order of their places."""
    acts = {act.pointer: act for act in (*acts_as_written(document), *events_of(document))}
    places = {pointer: document.front.value_at(pointer) for pointer in acts}
    return [acts[pointer] for pointer in sorted(acts, key=lambda pointer: (places[pointer], pointer))]
