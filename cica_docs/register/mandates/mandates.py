"""Mandates, and the tenures that notices propose."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.documents.query import cached_query
from cica_docs.register.events import events_of, read_period
from cica_docs.register.lifecycle import Lifecycle, lifecycles
from cica_docs.register.works import Work, works_of
from cica_docs.values.day import PartialDate, parse_partial_date
from cica_docs.values.period import Period


class ProposedTenure(NamedTuple):
    """The tenure that a state proposes for itself, and the day whose rules apply to it."""

    notice: Document
    period: Period
    on: date


class Mandate(NamedTuple):
    """A state's role in an area: under a dated appointment, or as publicly known on a day."""

    work: Work
    area: str
    role: str
    holder: str
    lifecycle: Lifecycle
    known_as_of: PartialDate | None


@cached_query
def proposed_tenures(corpus: Corpus) -> tuple[ProposedTenure, ...]:
    """List the readable tenures that notices of intention propose; notices of extension propose none."""
    return tuple(_proposed(corpus))


def _proposed(corpus: Corpus) -> Iterator[ProposedTenure]:
    for work in works_of(corpus, "notice"):
        period = read_period(work.original.get("/proposed_tenure"))
        if period and work.original.get("/purpose") == "intention":
            sent = next((event.on for event in events_of(work.original) if event.kind == "sent"), None)
            yield ProposedTenure(work.original, period, sent.first if sent else corpus.as_of)


@cached_query
def mandates(corpus: Corpus) -> tuple[Mandate, ...]:
    """List all readable mandates."""
    return tuple(_mandates(corpus))


def _mandates(corpus: Corpus) -> Iterator[Mandate]:
    for work in works_of(corpus, "mandate"):
        area, role, holder = (work.original.get(pointer) for pointer in ("/area", "/role", "/holder"))
        if isinstance(area, str) and isinstance(role, str) and isinstance(holder, str):
            known_as_of = parse_partial_date(str(work.original.get("/known/as_of") or ""))
            yield Mandate(work, area, role, holder, lifecycles(corpus)[work.name], known_as_of)
