"""A Co-coordinator of the area was not consulted on the draft of a concept paper.

## Why
The Coordinator prepares the draft "in consultation with the Co-coordinators" (CICA decision,
clause 2.3): with each who serves on the day of the draft. While the paper is a draft this is a
notice; from its circulation on it is an error. An area without a Co-coordinator needs no
consultation.

## Example
    prepared_by: XA             # XB serves as Co-coordinator

Use instead
    prepared_by: XA
    consulted:
      - {state: XB, on: 2026-03-26}
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.mandates.offices import services_on
from cica_docs.register.mandates.service import area_name_of
from cica_docs.register.open_questions import is_bound
from cica_docs.register.papers.concept_papers import ConceptPaper, concept_papers
from cica_docs.rules.rule import RelatedPlace, Violation, violation
from cica_docs.values.role import CO_COORDINATOR

MESSAGE = "{state}, Co-coordinator of {area} on {day}, the day of the draft, was not consulted"
HELP = "{if_missing}it must still be consulted: add {{state: {code}, on: …}} under consulted then"
RELATED = {"": "it was appointed here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for paper in concept_papers(corpus):
        on = paper.drafted_on
        if on is None or paper.work.is_known_only or not is_bound(corpus, on.first):
            continue
        for service in services_on(corpus, paper.area, on.first, CO_COORDINATOR):
            code = service.mandate.holder
            if code not in {paper.author, *_consulted_states(paper)}:
                original = paper.work.original
                pointer = "/consulted" if original.get("/consulted") else "/prepared_by"
                yield violation(
                    original.at(pointer),
                    related=(RelatedPlace(service.begun.place, ""),),
                    state=corpus.reference.names("state", code, on.first),
                    area=area_name_of(corpus, paper.area, on.first),
                    day=on,
                    code=code,
                )


def _consulted_states(paper: ConceptPaper) -> list[str]:
    entries = paper.work.original.get("/consulted")
    return (
        [str(entry.get("state")) for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []
    )
