"""Changes of the Catalogue on record: what was introduced, modified or withdrawn, on which day, by whom and how."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import DataFile
from cica_docs.values.day import PartialDate, parse_partial_date
from cica_docs.values.span import Place

INTRODUCED = "introduced"
MODIFIED = "modified"
WITHDRAWN = "withdrawn"
CHANGES = (INTRODUCED, MODIFIED, WITHDRAWN)

_FILES = {"area": "areas", "measure": "measures"}


@dataclass(frozen=True, eq=False)
class CatalogueChange:
    """One change of the Catalogue: what it does to which entry, its day, the body, and how that decided."""

    change: str
    name: str
    on: PartialDate
    by: str
    decided: str
    place: Place
    is_known_only: bool
    """Whether the register holds no more than what is publicly known of it."""


def catalogue_changes(corpus: Corpus) -> Iterator[CatalogueChange]:
    """Yield the changes of areas and measures in the reference data that have happened by the corpus' day."""
    for name in _FILES.values():
        file = corpus.reference.file(name)
        entries = file.front.get(f"/{name}") if file else None
        for index, entry in enumerate(entries if isinstance(entries, list) else ()):
            if file and isinstance(entry, dict):
                yield from _changes_of(corpus, file, entry, f"/{name}/{index}")


def _changes_of(corpus: Corpus, file: DataFile, entry: Mapping[str, Any], pointer: str) -> Iterator[CatalogueChange]:
    for change in CHANGES:
        recorded = entry.get(change)
        several = isinstance(recorded, list)
        for index, act in enumerate(recorded if isinstance(recorded, list) else (recorded,)):
            on = parse_partial_date(str(act.get("on") or "")) if isinstance(act, dict) else None
            if on and on.first <= corpus.as_of:
                yield CatalogueChange(
                    change=change,
                    name=str(entry.get("id") or ""),
                    on=on,
                    by=str(act.get("by") or ""),
                    decided=str(act.get("decided") or ""),
                    place=file.at(f"{pointer}/{change}/{index}" if several else f"{pointer}/{change}"),
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
