"""A theme of a concept paper is taken up under no measure of its priority area.

## Why
A concept paper proposes "specific thematic areas or issues to be taken up under particular
CBMs", and new spheres of cooperation only within what is already agreed (CICA decision, clause
2.2). Each heading in the sections on thematic areas and on new spheres therefore has an entry
in the field `thematic` that names a measure of the area, and one of those of the paper. Where
the register does not know the measures of an area, or divides those of a dimension among its
areas by its own lights, nothing is said of the area.

## Example
    area: environment-protection
    thematic:
      - {section: air-and-water, measures: [human-3]}

Use instead
      - {section: air-and-water, measures: [env-1]}
"""

from collections.abc import Iterator
from datetime import date

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import read_names
from cica_docs.register.mandates.service import area_name_of
from cica_docs.register.papers.concept_papers import ConceptPaper, concept_papers
from cica_docs.register.papers.themes import headings_within, may_be_of, themes
from cica_docs.rules.rule import Violation, violation

MESSAGE = {
    "": "the measures named for the theme “{section}” are not those of {area}",
    "unlisted": "the theme “{section}” is taken up under {names}, which the paper does not name among its measures",
    "unnamed": "the theme “{title}” is taken up under no measure",
    "new": "the new sphere or form “{title}” belongs to no agreed measure",
}
HELP = {
    "": "name at least one measure of this area; cica list measures shows them",
    "unlisted": "name it in the field measures as well, or take the theme up under a measure that stands there",
    "unnamed": "add {{section: {id}, measures: […]}} to the field thematic",
    "new": "add {{section: {id}, measures: […]}} to the field thematic, with the agreed measure that it belongs to",
}

GROUNDS = ("theme", "new-sphere")
_SECTIONS = {"thematic-areas": ("unnamed", "theme"), "new-spheres": ("new", "new-sphere")}


def check(corpus: Corpus) -> Iterator[Violation]:
    for paper in concept_papers(corpus):
        on = paper.drafted_on
        if on is None or paper.work.is_known_only:
            continue
        listed = frozenset(read_names(paper.work.original.get("/measures")))
        for theme in themes(paper):
            if not any(may_be_of(corpus, measure, paper.area) for measure in theme.measures):
                area = area_name_of(corpus, paper.area, on.first)
                yield violation(
                    paper.work.original.at(theme.pointer),
                    judged_on=on.first,
                    ground="theme",
                    section=theme.section,
                    area=area,
                )
            elif listed.isdisjoint(theme.measures) and listed:
                yield violation(
                    paper.work.original.at(theme.pointer),
                    judged_on=on.first,
                    variant="unlisted",
                    ground="theme",
                    section=theme.section,
                    names=", ".join(theme.measures),
                )
        yield from _headings_without_theme(paper, on.first)


def _headings_without_theme(paper: ConceptPaper, on: date) -> Iterator[Violation]:
    theme_sections = {theme.section for theme in themes(paper)}
    for id, (variant, ground) in _SECTIONS.items():
        for heading in headings_within(paper, id):
            if heading.id and heading.id not in theme_sections and not heading.title.startswith("["):
                place = paper.work.original.place(heading.span)
                yield violation(place, judged_on=on, variant=variant, ground=ground, title=heading.title, id=heading.id)
