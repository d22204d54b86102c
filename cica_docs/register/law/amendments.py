"""Amendments of a governing text: the dated entries of its provisions, and the acts by which they were made."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import DataFile, Document
from cica_docs.register.events import Event, events_until
from cica_docs.register.works import works
from cica_docs.text.escape import escape_pointer
from cica_docs.values.day import parse_day
from cica_docs.values.span import Place

AMENDED = "amended"


@dataclass(frozen=True, eq=False)
class DatedEntry:
    """A part of a provision with the day from which it holds, and the act `by` which it was put in place, or ""."""

    file: DataFile
    pointer: str
    name: str
    """The value or the provision to which it belongs."""
    since: date | None
    by: str
    is_original: bool
    """Whether it is the first value of its name, which the decision itself brings."""

    @property
    def place(self) -> Place:
        """The place of the entry."""
        return self.file.at(self.pointer)


def provision_entries(file: DataFile) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the provisions of a file as written, each with its pointer."""
    provisions = file.front.get("/provisions")
    for index, entry in enumerate(provisions if isinstance(provisions, list) else ()):
        if isinstance(entry, dict):
            yield f"/provisions/{index}", entry


def dated_entries(file: DataFile) -> Iterator[DatedEntry]:
    """Yield the dated entries of a file: provisions that an amendment brought, their changes, and values."""
    for pointer, entry in provision_entries(file):
        id = str(entry.get("id") or "")
        if "from" in entry:
            day = parse_day(str(entry["from"]))
            yield DatedEntry(file, f"{pointer}/from", id, day, str(entry.get("by") or ""), is_original=False)
        for index, change in enumerate(_mappings(entry.get("amended"))):
            by, day = str(change.get("by") or ""), _day(change)
            yield DatedEntry(file, f"{pointer}/amended/{index}", id, day, by, is_original=False)
        values = entry.get("values")
        for name, dated in values.items() if isinstance(values, dict) else ():
            listed = _mappings(dated)
            first = min(filter(None, map(_day, listed)), default=None)
            for index, value in enumerate(listed):
                by, day = str(value.get("by") or ""), _day(value)
                at = f"{pointer}/values/{escape_pointer(str(name))}/{index}"
                yield DatedEntry(file, at, str(name), day, by, is_original=not by and day == first)


def text_of(corpus: Corpus, file: DataFile) -> Document | None:
    """Return the text beside a file of provisions, whose acts say what was amended when."""
    return corpus.document(file.path.rpartition("/")[0])


def amending_acts(corpus: Corpus, file: DataFile) -> Mapping[str, Event]:
    """Map the symbols of the acts by which a text was amended, as on its record by the corpus' day, to the acts."""
    original = text_of(corpus, file)
    acts = events_until(corpus, original) if original else []
    return {str(act.data.get("ref") or ""): act for act in acts if act.kind == AMENDED}


def is_on_record(corpus: Corpus, file: DataFile, ref: str) -> bool:
    """Whether an act is on record: as an amendment of the text, or as a work with its symbol or name."""
    every = works(corpus)
    return (
        ref in amending_acts(corpus, file)
        or ref in every
        or any(work.original.get("/symbol") == ref for work in every.values())
    )


def _mappings(value: Any) -> list[Mapping[str, Any]]:
    """Return a list of mappings; empty if any entry is none, which the schema reports."""
    is_fit = isinstance(value, list) and all(isinstance(entry, dict) for entry in value)
    return list(value) if is_fit else []


def _day(entry: Mapping[str, Any]) -> date | None:
    return parse_day(str(entry.get("from") or ""))
