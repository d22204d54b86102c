"""Initiatives: works that Coordinators and Co-coordinators begin in their area."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.register.events import events_of, read_names
from cica_docs.register.works import Work, works_of
from cica_docs.values.day import PartialDate, parse_partial_date
from cica_docs.values.span import Place


class Initiative(NamedTuple):
    """A work that states begin in an area; each state with the place where it is named."""

    work: Work
    area: str
    on: PartialDate
    states: tuple[tuple[str, Place], ...]


def initiatives(corpus: Corpus, kind: str, pointer: str, act: str) -> Iterator[Initiative]:
    """Yield the works of a kind with the states at a pointer, on the day of an act; for a draft, on the corpus' day."""
    for work in works_of(corpus, kind):
        area = work.original.get("/area")
        when = next((event.on for event in events_of(work.original) if event.kind == act), None)
        on = when or parse_partial_date(corpus.as_of.isoformat())
        if isinstance(area, str) and on:
            yield Initiative(work, area, on, tuple(_states(corpus, work, pointer)))


def _states(corpus: Corpus, work: Work, pointer: str) -> Iterator[tuple[str, Place]]:
    value = work.original.get(pointer)
    for index, name in enumerate(read_names(value)):
        if name in corpus.reference.all("state"):
            yield name, work.original.at(f"{pointer}/{index}" if isinstance(value, list) else pointer)


def first_day_of(corpus: Corpus, work: Work) -> date:
    """Return the first day on record of a work, or the corpus' day if there is none."""
    return next((event.on.first for event in events_of(work.original)), corpus.as_of)
