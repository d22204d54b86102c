"""Something is named that the register does not know: a state, area, measure, body, place, work or source.

## Why
A mandate for an area that does not exist, or a plan that carries out a paper nobody can
find, binds nobody. Names are ids of the reference data or of works in this register.

## Example
    area: tourisme

Use instead
    area: tourism
"""

from collections.abc import Iterator
from difflib import get_close_matches

from cica_docs.documents.corpus import Corpus
from cica_docs.register.references import Reference, candidates_of, references
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.span import Place

PROVISION = "house/reference"
MESSAGE = {
    "": "“{name}” is not known",
    "state": "“{name}” is not a state on record",
    "area": "“{name}” is not a priority area",
    "area-or-dimension": "“{name}” is neither a priority area nor a dimension",
    "dimension": "“{name}” is not a dimension",
    "measure": "“{name}” is not a measure of the Catalogue on record",
    "body": "“{name}” is not a body on record",
    "body-or-addressee": "“{name}” is neither member-states nor a body on record",
    "party": "“{name}” is neither a state nor a body",
    "source": "“{name}” is not a source on record",
    "place": "“{name}” is not a place on record",
    "kind": "“{name}” is not a kind of document",
    "work": "there is no work “{name}” in this register",
    "mandate": "there is no mandate “{name}” in this register",
    "notice": "there is no notice “{name}” in this register",
    "concept-paper": "there is no concept paper “{name}” in this register",
    "section": "there is no heading with the id “{name}” in this document",
}
HELP = {
    "": "{suggestion}known are {known}",
    "state": "{suggestion}states go by their two-letter code: {known}",
    "area": "{suggestion}areas are {known}",
    "area-or-dimension": "{suggestion}areas and dimensions are {known}",
    "dimension": "{suggestion}dimensions are {known}",
    "measure": "{suggestion}measures are listed in reference/measures.yaml",
    "body": "{suggestion}bodies are {known}",
    "body-or-addressee": "{suggestion}write member-states, a list of states' codes, or a body: {known}",
    "party": "{suggestion}name a state by its code or a body by its id, as in reference/",
    "source": "{suggestion}sources are listed in reference/sources.yaml",
    "place": "{suggestion}name a place of reference/letterhead.yaml, or enter it there: {known}",
    "kind": "{suggestion}kinds are {known}",
    "work": "{suggestion}name it by kind and id, as concept-paper/tourism-2026",
    "mandate": "{suggestion}name it by its folder's name",
    "notice": "{suggestion}name it by its folder's name",
    "concept-paper": "{suggestion}name it by its folder's name",
    "section": "{suggestion}headings here have the ids {known}",
}


def check(corpus: Corpus) -> Iterator[Violation]:
    for reference in references(corpus):
        if reference.exists(corpus):
            continue
        candidates = tuple(dict.fromkeys(candidates_of(corpus, reference.category, reference.file)))
        close = _equal_but_case(corpus, reference, candidates) or get_close_matches(reference.name, candidates, 1, 0.6)
        variant = reference.category if reference.category in MESSAGE else ""
        yield violation(
            Place(reference.file.path, reference.file.front.value_at(reference.pointer)),
            variant=variant,
            name=reference.name,
            suggestion=tuple(close[:1]),
            known=candidates if "{known}" in HELP[variant] else (),
        )


def _equal_but_case(corpus: Corpus, reference: Reference, candidates: tuple[str, ...]) -> list[str]:
    """Return the candidates that equal a name but for case, as an id or as a name in any language."""
    written = reference.name.casefold()
    names = (
        (candidate, name)
        for candidate in candidates
        for category in (reference.category.split("-or-") if reference.category != "party" else ("state", "body"))
        if corpus.reference.entry(category, candidate)
        for name in (candidate, *corpus.reference.names(category, candidate, reference.on).values())
    )
    return [candidate for candidate, name in names if name.casefold() == written]
