"""The rows of the list of Coordinators and Co-coordinators."""

from collections.abc import Iterator

from cica_docs.documents.corpus import Corpus
from cica_docs.register.mandates.mandates import Mandate
from cica_docs.register.mandates.offices import latest_symbol_of, office_holders
from cica_docs.render.pages.coordinators import Coordination
from cica_docs.values.language import Language
from cica_docs.values.role import ACTING, CO_COORDINATOR, LEADING


def build_coordination_rows(corpus: Corpus, language: Language) -> Iterator[Coordination]:
    """Return a row for each priority area, by dimension, on the day of the corpus."""
    reference = corpus.reference
    on = corpus.as_of
    for dimension in reference.all("dimension"):
        heading = reference.names("dimension", dimension, on)[language]
        areas = [id for id, area in reference.all("area").items() if area.get("dimension") == dimension]
        for area in areas:
            name = reference.names("area", area, on)[language]
            mandates = tuple(office.mandate for office in office_holders(corpus, area))
            yield _row(corpus, language, heading, name, mandates)


def _row(corpus: Corpus, language: Language, dimension: str, area: str, mandates: tuple[Mandate, ...]) -> Coordination:
    leading = [mandate for mandate in mandates if mandate.role in LEADING]
    supporting = [mandate for mandate in mandates if mandate.role == CO_COORDINATOR]
    first = next(iter((*leading, *supporting)), None)
    lasts = first.lifecycle.period if first else None
    return Coordination(
        dimension=dimension,
        area=area,
        coordinators=tuple(_name(corpus, mandate, language) for mandate in leading),
        co_coordinators=tuple(_name(corpus, mandate, language) for mandate in supporting),
        acting=bool(leading) and all(mandate.role == ACTING for mandate in leading),
        since=lasts.first.isoformat() if lasts else "",
        until=lasts.last.isoformat() if lasts else "",
        as_of=first.known_as_of.text if first and first.known_as_of and not lasts else "",
        basis=latest_symbol_of(first) if first else "",
        is_example=any(mandate.work.is_example for mandate in mandates),
    )


def _name(corpus: Corpus, mandate: Mandate, language: Language) -> str:
    return corpus.reference.names("state", mandate.holder, corpus.as_of)[language]
