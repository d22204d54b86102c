"""A document or an item of a plan names only measures of another area than its own.

## Why
Information is exchanged "within the context of CBMs agreed upon" (CICA decision, clause 4.1), and a plan
carries out the measures of its area (CICA decision, clause 2.9). Where the area and the measures that are
named do not belong together, one of the two is wrong, and lists and reviews count the work in the wrong place.
One measure of the area is enough. Where the register does not know the measures of an area, or divides
those of a dimension among its areas by its own lights, nothing is said. Themes of concept papers and items of
the Secretariat are other rules.

## Example
    area: environment-protection
    measure: human-3

Use instead
    measure: env-4
"""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import read_names
from cica_docs.register.initiatives import first_day_of
from cica_docs.register.mandates.service import area_name_of
from cica_docs.register.papers.themes import may_be_of
from cica_docs.register.works import Work, works_of
from cica_docs.rules.rule import Violation, violation

PROVISION = "house/catalogue"
SCOPE = "work"
MESSAGE = "{measures}: no measure of {area}"
HELP = "name a measure of this area (cica list measures shows them), or the area of the measure"


def check(corpus: Corpus) -> Iterator[Violation]:
    works = (*works_of(corpus, "information-item"), *works_of(corpus, "action-plan"))
    for work in works:
        area, on = str(work.original.get("/area") or ""), first_day_of(corpus, work)
        if work.is_known_only:
            continue
        for pointer, measures in _measures(corpus, work):
            if measures and not any(may_be_of(corpus, measure, area) for measure in measures):
                yield violation(
                    work.original.at(pointer), judged_on=on, measures=measures, area=area_name_of(corpus, area, on)
                )


def _measures(corpus: Corpus, work: Work) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the measures that a work or its items name, with their place."""
    yield "/measure", read_names(work.original.get("/measure"))
    items = work.original.get("/items")
    secretariat = corpus.reference.role("circulates")
    for index, item in enumerate(items if isinstance(items, list) else ()):
        if not isinstance(item, dict):
            continue
        if secretariat not in {*read_names(item.get("proposed_by")), *read_names(item.get("organizer"))}:
            yield f"/items/{index}/measures", read_names(item.get("measures"))
