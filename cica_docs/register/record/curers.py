"""Who can cure a fault: whoever translates, drafts, did an act, keeps the register, or proposes the change."""

from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.register.events import acts_as_written
from cica_docs.register.record.corrections import correctors_of, keepers_of
from cica_docs.register.sources import stated_in
from cica_docs.register.works import Work, work_named
from cica_docs.values.span import Place

TRANSLATOR, DRAFTER, RECORDER, KEEPER, PROPOSER = "translator", "drafter", "recorder", "keeper", "proposer"
CURERS = (TRANSLATOR, DRAFTER, RECORDER, KEEPER, PROPOSER)


class Curer(NamedTuple):
    """Who can cure a fault, as one of `CURERS`, and the States and bodies that this is where they are known."""

    role: str
    names: tuple[str, ...] = ()


def curer_of(corpus: Corpus, place: Place, role: str = "") -> Curer:
    """Return who can cure a fault at a place of a register; `role` is that of a rule whose faults one role cures.

    Give the public view: the names are those that it shows.
    """
    keeper = Curer(KEEPER, tuple(filter(None, [corpus.reference.role("circulates")])))
    document = corpus.file(place.path)
    work = work_named(corpus, document.work) if isinstance(document, Document) else None
    if role in {TRANSLATOR, PROPOSER} or place.path.startswith("/"):
        return Curer(role or PROPOSER)
    if role == KEEPER or not isinstance(document, Document) or work is None:
        return keeper
    if document.language != corpus.reference.original:
        return Curer(TRANSLATOR)
    line = place.span.line
    for act in acts_as_written(document):
        span = document.front.value_at(act.pointer)
        if span.line <= line <= span.end_line:
            return Curer(RECORDER, correctors_of(corpus, work, act))
    drafters = _drafters_of(corpus, work)
    return Curer(DRAFTER, drafters) if drafters else Curer(KEEPER, keepers_of(corpus, work))


def _drafters_of(corpus: Corpus, work: Work) -> tuple[str, ...]:
    """Return the States and bodies that a work names as those who do its first act."""
    for act in work.kind.acts.values():
        for agreement in act.agreements:
            fields = tuple(source for source in agreement.sources[:1] if source.startswith("/"))
            if agreement.field == "by" and (stated := stated_in(corpus, work, fields)):
                return tuple(dict.fromkeys(stated.names))
    return ()
