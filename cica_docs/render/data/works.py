"""From the register to the data of a page: one work in one language, in plain values."""

from collections.abc import Mapping
from datetime import date

from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.labels import Labels
from cica_docs.register.letterhead import letterhead_of
from cica_docs.register.lifecycle import lifecycles
from cica_docs.register.naming.formal_names import ministry_as_addressee
from cica_docs.register.naming.titles import measure_name
from cica_docs.register.record.amending import amending_symbols
from cica_docs.register.status import date_of, status_of
from cica_docs.register.works import Work, works
from cica_docs.render.data.withheld import printed_blocks_of
from cica_docs.render.pages.page_data import Departure, Names, PageData, PageStatus
from cica_docs.values.language import Language


def organisation_name(corpus: Corpus, language: Language, on: date) -> str:
    """Return the name of the organisation that keeps the register."""
    return corpus.reference.names("body", str(corpus.reference.settings.get("organisation") or ""), on)[language]


def build_page_data(
    corpus: Corpus,
    work: Work,
    language: Language,
    labels: Labels,
    *,
    pages: Mapping[str, int],
    departures: tuple[Departure, ...],
) -> PageData:
    """Collect everything the page of a work says; `pages` holds the page counts of its enclosures."""
    document = work.documents[language]
    on = date_of(corpus, work)
    status = status_of(corpus, work)
    in_force = lifecycles(corpus)[work.name].period
    return PageData(
        kind=work.kind.name,
        id=work.id,
        language=language,
        title=work.title(language),
        front=work.original.front.value,
        blocks=printed_blocks_of(corpus, document, labels, on),
        is_unfinished=bool(document.placeholders),
        labels=labels,
        names=names_in(corpus, labels, on),
        kind_title=work.kind.title[language],
        gender=work.kind.gender[language],
        organisation=organisation_name(corpus, language, on),
        dated=on,
        standing=PageStatus(*status),
        period=(in_force.first.isoformat(), in_force.last.isoformat()) if in_force else ("", ""),
        pages=pages,
        letterhead=letterhead_of(corpus, language),
        departures=departures,
        amended_by=amending_symbols(corpus, work),
        double_sided=corpus.reference.settings.get("double_sided") is True,
    )


def names_in(corpus: Corpus, labels: Labels, on: date) -> Names:
    """Look up names in a language; those of areas and measures on the day of the document."""
    reference, language = corpus.reference, labels.language

    def area(id: str) -> str:
        category = "area" if id in reference.all("area") else "dimension"
        return reference.names(category, id, on)[language]

    def measure(id: str) -> str:
        return measure_name(corpus, id, language, on) if id in reference.all("measure") else ""

    def work(name: str) -> str:
        named = works(corpus).get(name)
        return named.title(language) if named else name

    def ministry(code: str) -> tuple[str, ...]:
        return ministry_as_addressee(corpus, code, labels, on) if code in reference.all("state") else ()

    return Names(
        state=lambda code, day: reference.names("state", code, day)[language],
        body=lambda id, day: reference.names("body", id, day)[language],
        area=area,
        measure=measure,
        work=work,
        ministry=ministry,
    )
