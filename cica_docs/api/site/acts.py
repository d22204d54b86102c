"""Acts on record as rows of a page, the latest first."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from cica_docs.api.act_rows import act_row, describe_act, name_in
from cica_docs.api.site.reader import Reader
from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.register.events import Event, events_of, read_names
from cica_docs.register.works import Work, works
from cica_docs.render.site.parts import Cell, Grid, Link


class Act(NamedTuple):
    """An act with the work on whose record it is."""

    work: Work
    event: Event

    @property
    def parties(self) -> tuple[str, ...]:
        """The bodies and States that it names."""
        named = (self.event.by, read_names(self.event.data.get("to")), read_names(self.event.data.get("channel")))
        return tuple(name for names in named for name in names)


@cached_query
def acts_on_record(corpus: Corpus) -> tuple[Act, ...]:
    """List all acts that count, the latest first."""
    acts = [Act(work, event) for work in works(corpus).values() for event in events_of(work.original)]
    return tuple(sorted(acts, key=lambda act: (act.event.on.first, act.work.name), reverse=True))


def happened(corpus: Corpus) -> Iterator[Act]:
    """Yield the acts that had begun by the day of the register, the latest first."""
    return (act for act in acts_on_record(corpus) if act.event.has_happened(corpus.as_of))


def act_grid(reader: Reader, acts: Iterator[Act] | tuple[Act, ...], *, with_work: bool = True) -> Grid:
    """Lay out acts: the day, who did what to whom, and the work."""
    columns = ("act.on", "act.what", "act.work") if with_work else ("act.on", "act.what")
    rows = tuple(_row(reader, act, with_work=with_work) for act in acts)
    return Grid(
        reader.words.word("act.caption"), tuple(map(reader.words.word, columns)), rows, reader.words.word("act.none")
    )


def _row(reader: Reader, act: Act, *, with_work: bool) -> tuple[Cell, ...]:
    described = describe_act(reader.labels, act.event.kind, act_row(act.event), name_in(reader.corpus, reader.labels))
    cells: tuple[Cell, ...] = ((Link(reader.day(act.event.on)),), (Link(described),))
    return (*cells, (reader.work_link(act.work),)) if with_work else cells


def days_of_change(corpus: Corpus) -> tuple[date, ...]:
    """List the days on which something on record changed, in order."""
    return tuple(sorted({act.event.on.first for act in acts_on_record(corpus)}))
