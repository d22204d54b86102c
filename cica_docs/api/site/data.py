"""The data of the register for programs: JSON, tables for spreadsheets, and descriptions of works as linked data."""

import csv
import io
from collections.abc import Iterator, Sequence

from cica_docs.api.site.citations import cites
from cica_docs.api.site.reader import Reader, page_path, symbol_of
from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import events_of
from cica_docs.register.lifecycle import State, lifecycles
from cica_docs.register.mandates.mandates import mandates
from cica_docs.register.works import Work, works
from cica_docs.text.escape import escape_csv, to_json
from cica_docs.values.language import Language
from cica_docs.views.listing import holders_of

FORM = 1
"""The number of the form of the data; it changes when a field changes its meaning."""
_FORCE = {State.IN_FORCE: "InForce", State.APPROVED: "InForce", State.NOT_YET: "NotInForce"}
_SCHEMA = "https://schema.org/"


def data_files(readers: Sequence[Reader]) -> Iterator[tuple[str, bytes]]:
    """Yield the path and bytes of each file of data; `readers` are the languages of the site, the original first."""
    first = readers[0]
    corpus = first.corpus
    rows = [_work(corpus, work) for work in works(corpus).values()]
    yield "data/register.json", to_json({"form": FORM, "as_of": corpus.as_of.isoformat(), "works": rows}).encode()
    titles = [f"title-{language}" for language in corpus.languages]
    columns = ["work", "kind", "symbol", *titles, "area", "states", "state", "from", "to", "example"]
    yield "data/works.csv", _csv(columns, [_flat(row, corpus) for row in rows])
    yield "data/mandates.csv", _csv(_MANDATE, list(_mandates(corpus)))
    for work in works(corpus).values():
        yield f"data/{page_path(f'works/{work.kind.name}', work.id).removesuffix('.html')}.jsonld", _linked(first, work)


def _work(corpus: Corpus, work: Work) -> dict[str, object]:
    cycle = lifecycles(corpus)[work.name]
    return {
        "work": work.name,
        "kind": work.kind.name,
        "symbol": symbol_of(work),
        "titles": {language.value: work.title(language) for language in work.documents},
        "area": str(work.original.get("/area") or ""),
        "states": list(holders_of(corpus, work)),
        "state": cycle.state.value,
        "from": cycle.period.first.isoformat() if cycle.period else "",
        "to": cycle.period.last.isoformat() if cycle.period else "",
        "example": work.is_example,
        "cites": [{"category": category, "name": name} for category, name in cites(corpus, work)],
        "acts": [
            {"on": event.on.text, "kind": event.kind, "by": list(event.by), "ref": event.data.get("ref") or ""}
            for event in events_of(work.original)
        ],
    }


def _flat(row: dict[str, object], corpus: Corpus) -> dict[str, str]:
    titles, states = row["titles"], row["states"]
    assert isinstance(titles, dict)
    assert isinstance(states, list)
    return {
        **{key: str(row[key]) for key in ("work", "kind", "symbol", "area", "state", "from", "to")},
        **{f"title-{language}": titles.get(language.value, "") for language in corpus.languages},
        "states": " ".join(states),
        "example": "true" if row["example"] else "",
    }


_MANDATE = ["mandate", "area", "role", "state", "from", "to", "known"]


def _mandates(corpus: Corpus) -> Iterator[dict[str, str]]:
    for mandate in mandates(corpus):
        period = mandate.lifecycle.period
        yield {
            "mandate": mandate.work.name,
            "area": mandate.area,
            "role": mandate.role,
            "state": mandate.holder,
            "from": period.first.isoformat() if period else "",
            "to": period.last.isoformat() if period else "",
            "known": mandate.known_as_of.text if mandate.known_as_of else "",
        }


def _csv(columns: Sequence[str], rows: Sequence[dict[str, str]]) -> bytes:
    """Format a table; the mark at its beginning tells spreadsheets that it is UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([[escape_csv(row.get(column, "")) for column in columns] for row in rows])
    return text.getvalue().encode("utf-8-sig")


def _linked(reader: Reader, work: Work) -> bytes:
    """Describe a work in the vocabulary of schema.org for legislation."""
    corpus = reader.corpus
    cycle = lifecycles(corpus)[work.name]
    organisation = str(corpus.reference.settings.get("organisation") or "")
    acts = [event for event in events_of(work.original) if event.has_happened(corpus.as_of)]
    described: dict[str, object] = {
        "@context": _SCHEMA,
        "@type": "Legislation",
        "legislationIdentifier": str(work.original.get("/symbol") or work.original.get("/number") or work.name),
        "legislationType": work.kind.title[Language(corpus.reference.original)],
        "name": [{"@language": language.value, "@value": work.title(language)} for language in work.documents],
        "inLanguage": [language.value for language in work.documents],
        "legislationLegalForce": f"{_SCHEMA}{_FORCE.get(cycle.state, 'NotInForce')}",
        "publisher": {"@type": "Organization", "name": reader.name("body", organisation)},
        "version": corpus.as_of.isoformat(),
    }
    if acts:
        described["legislationDate"] = acts[-1].on.text
    if cycle.period:
        described["temporalCoverage"] = f"{cycle.period.first.isoformat()}/{cycle.period.last.isoformat()}"
    if isinstance(revised := work.original.get("/revises/work"), str):
        described["legislationChanges"] = revised
    return to_json(described).encode()
