"""Themes of a concept paper: the headings under which they stand and the measures that they are taken up under."""

from collections.abc import Iterator
from dataclasses import dataclass

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.markdown.outline import Section
from cica_docs.register.events import read_names
from cica_docs.register.papers.concept_papers import ConceptPaper

_DIVIDED_BY_US = frozenset({"dimension"})


@dataclass(frozen=True)
class Theme:
    """An entry of the field `thematic`; `pointer` leads to its measures."""

    section: str
    measures: tuple[str, ...]
    pointer: str


def themes(paper: ConceptPaper) -> Iterator[Theme]:
    """The entries of the field `thematic` that name measures."""
    found = paper.work.original.get("/thematic")
    for index, entry in enumerate(found if isinstance(found, list) else ()):
        if isinstance(entry, dict) and (measures := read_names(entry.get("measures"))):
            yield Theme(str(entry.get("section") or ""), measures, f"/thematic/{index}/measures")


def headings_within(paper: ConceptPaper, id: str) -> Iterator[Section]:
    """The headings of the next level in a section of the original."""
    within = False
    for section in paper.work.original.outline.sections:
        if section.level <= 2:
            within = section.id == id
        elif within and section.level == 3:
            yield section


def may_be_of(corpus: Corpus, measure: str, area: str) -> bool:
    """Whether a measure may be one of an area or dimension, as far as the division of measures is on record."""
    known = corpus.reference.entry("measure", measure)
    held = str(known.get("area") or "")
    if not held or held == area or not any(_area(one) == area for one in corpus.reference.all("measure").values()):
        return True
    entry = corpus.reference.entry("area", area)
    dimension = str(entry.get("dimension") or "") or area
    whole = area not in corpus.reference.all("area") or entry.get("whole_dimension") is True
    divided_by_us = entry.get("measures_known") in _DIVIDED_BY_US
    return (whole or divided_by_us) and corpus.reference.entry("area", held).get("dimension", held) == dimension


def _area(measure: object) -> object:
    return measure.get("area") if isinstance(measure, dict) else None
