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

from collections.abc import Iterator, Mapping

from cica_docs.documents.corpus import Corpus
from cica_docs.register.mandates.offices import services_on
from cica_docs.register.mandates.service import area_name_of
from cica_docs.register.papers.concept_papers import ConceptPaper, concept_papers
from cica_docs.register.papers.forms import form_of
from cica_docs.rules.rule import RelatedPlace, Violation, violation
from cica_docs.values.day import PartialDate, parse_partial_date
from cica_docs.values.revision import Form
from cica_docs.values.role import CO_COORDINATOR
from cica_docs.values.span import Place

MESSAGE = {
    "": "{state}, Co-coordinator of {area} on {day}, the day of the draft, was not consulted",
    "late": "{state}, Co-coordinator of {area}, was consulted on {consulted}, after the last draft of {day}",
}
HELP = {
    "": "{if_missing}it must still be consulted: add {{state: {code}, on: …}} under consulted then",
    "late": "{if_slip}the draft must still be revised in consultation with it, and the revision issued",
}
RELATED = {"": "it was appointed here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    for paper in concept_papers(corpus):
        on = paper.drafted_on
        # What corrects mistakes is the paper on which they were consulted.
        if on is None or paper.work.is_known_only or form_of(paper.work) is Form.CORRIGENDUM:
            continue
        consulted = _consultations(paper)
        drafts = paper.acts_of("issued", "circulated")
        for service in services_on(corpus, paper.area, on.first, CO_COORDINATOR):
            code = service.mandate.holder
            place, when = consulted.get(code, (None, None))
            is_late = bool(when and drafts and drafts[-1].on.last < when.first)
            if code != paper.author and (place is None or is_late):
                original = paper.work.original
                pointer = "/consulted" if original.get("/consulted") else "/prepared_by"
                yield violation(
                    place or original.at(pointer),
                    judged_on=on.first,
                    variant="late" if is_late else "",
                    related=(RelatedPlace(service.begun.place, ""),),
                    state=corpus.reference.names("state", code, on.first),
                    area=area_name_of(corpus, paper.area, on.first),
                    day=drafts[-1].on if is_late else on,
                    consulted=when,
                    code=code,
                )


def _consultations(paper: ConceptPaper) -> Mapping[str, tuple[Place, PartialDate | None]]:
    """Map the states consulted to the place that says so and the first date of it, if that can be read."""
    original = paper.work.original
    consultations: dict[str, tuple[Place, PartialDate | None]] = {}
    entries = original.get("/consulted")
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, dict):
            when = parse_partial_date(str(entry.get("on") or ""))
            consultations.setdefault(str(entry.get("state")), (original.at(f"/consulted/{index}"), when))
    return consultations
