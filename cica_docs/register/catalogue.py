"""Changes of the Catalogue on record: what was introduced, modified or withdrawn, on which day, by whom and how."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import DataFile
from cica_docs.documents.query import cached_query
from cica_docs.register.lifecycle import State, lifecycle
from cica_docs.register.standing import standing_acts
from cica_docs.register.works import Work, works_of
from cica_docs.values.day import PartialDate, parse_partial_date
from cica_docs.values.span import Place

PROPOSAL = "catalogue-proposal"
INTRODUCED = "introduced"
MODIFIED = "modified"
WITHDRAWN = "withdrawn"
CHANGES = (INTRODUCED, MODIFIED, WITHDRAWN)

_FILES = {"area": "areas", "measure": "measures"}


class CatalogueChange(NamedTuple):
    """One change of the Catalogue: what it does to which entry, its day, the body, and how that decided."""

    change: str
    category: str
    name: str
    on: PartialDate
    by: str
    decided: str
    ref: str
    """The proposal that was adopted, or what else the act names."""
    place: Place
    has_source: bool
    is_known_only: bool
    """Whether the register holds no more than what is publicly known of it."""


def catalogue_changes(corpus: Corpus) -> Iterator[CatalogueChange]:
    """Yield all changes on record by the corpus' day: in the reference data, and proposals that were adopted."""
    yield from recorded_changes(corpus)
    yield from adopted_proposals(corpus)


def recorded_changes(corpus: Corpus) -> Iterator[CatalogueChange]:
    """Yield the changes of areas and measures in the reference data that have happened by the corpus' day."""
    for category, name in _FILES.items():
        file = corpus.reference.file(name)
        entries = file.front.get(f"/{name}") if file else None
        for index, entry in enumerate(entries if isinstance(entries, list) else ()):
            if file and isinstance(entry, dict):
                yield from _changes_of(corpus, file, category, entry, f"/{name}/{index}")


def further_changes(corpus: Corpus) -> Iterator[CatalogueChange]:
    """Yield the changes of areas and measures that the change under judgement adds; none without a register before."""
    before = corpus.before
    known = {_identity(change) for change in recorded_changes(before)} if before else set()
    yield from (change for change in recorded_changes(corpus) if before and _identity(change) not in known)


def _identity(change: CatalogueChange) -> tuple[str, str, str, str]:
    return change.category, change.name, change.change, change.on.text


@cached_query
def recorded_changes_by_entry(corpus: Corpus) -> Mapping[tuple[str, str], tuple[CatalogueChange, ...]]:
    """Map the entries of the reference data, by category and name, to their changes on record."""
    by_entry: dict[tuple[str, str], list[CatalogueChange]] = {}
    for change in recorded_changes(corpus):
        by_entry.setdefault((change.category, change.name), []).append(change)
    return {entry: tuple(changes) for entry, changes in by_entry.items()}


def adopted_proposals(corpus: Corpus) -> Iterator[CatalogueChange]:
    """Yield the change that each adopted proposal makes, as its act of adoption has it."""
    for work in works_of(corpus, PROPOSAL):
        change, category, name = (str(work.original.get(field) or "") for field in ("/change", "/category", "/name"))
        adopted = next((act for act in standing_acts(corpus, work) if act.kind == "adopted"), None)
        if adopted and change in CHANGES:
            yield CatalogueChange(
                change=change,
                category=category,
                name=name,
                on=adopted.on,
                by=next(iter(adopted.by), ""),
                decided=str(adopted.data.get("decided") or ""),
                ref=work.name,
                place=adopted.place,
                has_source=bool(adopted.data.get("source")),
                is_known_only=work.is_known_only,
            )


def open_proposals(corpus: Corpus, on: date) -> tuple[Work, ...]:
    """List the proposals put forward by a day, on which nothing had been decided then and which were not withdrawn."""
    return tuple(work for work in works_of(corpus, PROPOSAL) if lifecycle(work, on).state is State.CIRCULATED)


def _changes_of(
    corpus: Corpus, file: DataFile, category: str, entry: Mapping[str, Any], pointer: str
) -> Iterator[CatalogueChange]:
    for change in CHANGES:
        recorded = entry.get(change)
        several = isinstance(recorded, list)
        for index, act in enumerate(recorded if isinstance(recorded, list) else (recorded,)):
            on = parse_partial_date(str(act.get("on") or "")) if isinstance(act, dict) else None
            if on and on.first <= corpus.as_of:
                yield CatalogueChange(
                    change=change,
                    category=category,
                    name=str(entry.get("id") or ""),
                    on=on,
                    by=str(act.get("by") or ""),
                    decided=str(act.get("decided") or ""),
                    ref=str(act.get("ref") or ""),
                    place=file.at(f"{pointer}/{change}/{index}" if several else f"{pointer}/{change}"),
                    has_source=bool(act.get("source")),
                    is_known_only=isinstance(act.get("known"), dict),
                )


def day_of(corpus: Corpus, category: str, name: str, change: str) -> PartialDate | None:
    """Return the date on which an area or measure was introduced or withdrawn, or None if it is not on record."""
    act = corpus.reference.entry(category, name).get(change)
    return parse_partial_date(str(act.get("on") or "")) if isinstance(act, dict) else None


def entry_category(corpus: Corpus, category: str, name: str) -> str:
    """Return which of the categories `area` and `measure`, that a reference may be to, a name belongs to, or ""."""
    return next(
        (each for each in category.split("-or-") if each in _FILES and name in corpus.reference.all(each)),
        "",
    )
