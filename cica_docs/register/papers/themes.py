"""Themes of a concept paper: their headings and the measures assigned to them."""

from collections.abc import Iterator
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.markdown.outline import Section
from cica_docs.register.events import read_names
from cica_docs.register.papers.concept_papers import ConceptPaper

_AREAS_BY_REGISTER = frozenset({"dimension"})


class Theme(NamedTuple):
    """An entry of the field `thematic`; `pointer` is that of its measures."""

    section: str
    measures: tuple[str, ...]
    pointer: str


def themes(paper: ConceptPaper) -> Iterator[Theme]:
    """Yield the entries of the field `thematic` that name measures."""
    entries = paper.work.original.get("/thematic")
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, dict) and (measures := read_names(entry.get("measures"))):
            yield Theme(str(entry.get("section") or ""), measures, f"/thematic/{index}/measures")


def headings_within(paper: ConceptPaper, id: str) -> Iterator[Section]:
    """Yield the headings of the next level in a section of the original."""
    within = False
    for section in paper.work.original.outline.sections:
        if section.level <= 2:
            within = section.id == id
        elif within and section.level == 3:
            yield section


def may_be_of(corpus: Corpus, measure: str, area: str) -> bool:
    """Whether a measure may belong to an area or dimension; True unless the division on record excludes it."""
    entry = corpus.reference.entry("measure", measure)
    measure_area = str(entry.get("area") or "")
    if (
        not measure_area
        or measure_area == area
        or not any(_area(entry) == area for entry in corpus.reference.all("measure").values())
    ):
        return True
    entry = corpus.reference.entry("area", area)
    dimension = str(entry.get("dimension") or "") or area
    whole = area not in corpus.reference.all("area") or entry.get("whole_dimension") is True
    is_divided_by_register = entry.get("measures_known") in _AREAS_BY_REGISTER
    return (whole or is_divided_by_register) and corpus.reference.entry("area", measure_area).get(
        "dimension", measure_area
    ) == dimension


def _area(measure: object) -> object:
    return measure.get("area") if isinstance(measure, dict) else None
