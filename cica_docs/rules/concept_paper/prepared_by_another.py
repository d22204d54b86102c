"""A concept paper was drafted by a state that was not Coordinator of its area.

## Why
"The draft Concept Paper shall be prepared by the Coordinator" (CICA decision, clause 2.3), or
by whoever acts as such. What counts is the day on which that State first issued the draft, not
today: later changes of office leave it untouched, and of a draft that was not issued nothing is
said. A new Coordinator that updates the paper of its predecessor is judged by the day of its own
revision. A state that has announced its intention to become Coordinator may bring a paper with
its application (CICA decision, clause 2.7), until it or another one is in office.

## Example
    prepared_by: XE             # on the day of the first draft the Coordinator is XA

Use instead
    prepared_by: XA
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.mandates.notices import notices
from cica_docs.register.mandates.offices import services_on
from cica_docs.register.mandates.service import Service, area_includes, area_name_of, may_serve, services
from cica_docs.register.papers.concept_papers import ConceptPaper, concept_papers
from cica_docs.rules.rule import RelatedPlace, Violation, violation
from cica_docs.values.day import PartialDate
from cica_docs.values.role import ACTING, COORDINATOR

MESSAGE = {
    "": "{state} was not Coordinator of {area} on {day}, the day of the draft; {coordinator} was",
    "vacant": "{state} was not Coordinator of {area} on {day}, the day of the draft; no Coordinator is on record",
}
HELP = {
    "": "{if_slip}the Coordinator must still present the draft",
    "vacant": "{if_slip}record the mandate under which the draft was prepared; without one, a Coordinator must"
    " still present it",
}
RELATED = {"": "the Coordinator was appointed here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for paper in concept_papers(corpus):
        on = _drafted_on(paper)
        if on is None or paper.author not in corpus.reference.all("state"):
            continue
        if not may_serve(corpus, paper.author, paper.area, on, COORDINATOR, ACTING) and not _is_candidate(
            corpus, paper, on
        ):
            yield _violation(corpus, paper, on)


def _drafted_on(paper: ConceptPaper) -> PartialDate | None:
    """Return the date of the first draft on record as issued by the author, else of the first draft; None if neither.

    The author of a draft without acts may still apply or be appointed.
    """
    own = next((act for act in paper.acts_of("issued") if paper.author in act.by), None)
    if own:
        return own.on
    return paper.drafted_on if paper.acts else None


def _is_candidate(corpus: Corpus, paper: ConceptPaper, on: PartialDate) -> bool:
    """Whether the state had announced its intention to become Coordinator by then, and nobody had been chosen since."""
    begun = [service for service in services(corpus) if service.period.first <= on.last]
    answered = {str(service.mandate.work.original.get("/notice") or "") for service in begun}
    chosen = [
        service.begun.on
        for service in begun
        if service.mandate.role == COORDINATOR and area_includes(corpus, service.mandate.area, paper.area)
    ]
    return any(
        notice.purpose == "intention"
        and notice.work.id not in answered
        and notice.sent is not None
        and notice.sent.on.first <= on.last
        and not any(notice.sent.on.last < day.first for day in chosen)
        and notice.work.original.get("/state") == paper.author
        and notice.work.original.get("/role") == COORDINATOR
        and area_includes(corpus, str(notice.work.original.get("/area") or ""), paper.area)
        for notice in notices(corpus)
    )


def _violation(corpus: Corpus, paper: ConceptPaper, on: PartialDate) -> Violation:
    in_office: Service | None = next(iter(services_on(corpus, paper.area, on.first, COORDINATOR, ACTING)), None)
    name = corpus.reference.names("state", in_office.mandate.holder, on.first) if in_office else ""
    return violation(
        paper.work.original.at("/prepared_by"),
        judged_on=on.first,
        variant="" if in_office else "vacant",
        related=(RelatedPlace(in_office.begun.place, ""),) if in_office else (),
        state=corpus.reference.names("state", paper.author, on.first),
        area=area_name_of(corpus, paper.area, on.first),
        day=on,
        coordinator=name,
    )
