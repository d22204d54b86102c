"""Completion reports, with the mandate that each closes and the service that it sums up."""

from dataclasses import dataclass

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.register.events import read_period
from cica_docs.register.mandates.mandates import Mandate, mandates
from cica_docs.register.mandates.service import Service, services
from cica_docs.register.works import Work, works_of
from cica_docs.values.period import Period


@dataclass(frozen=True, eq=False)
class CompletionReport:
    """A report, the period that it covers, and the mandate and service that it speaks of, as far as on record."""

    work: Work
    period: Period | None
    mandate: Mandate | None
    served: Service | None


@cached_query
def completion_reports(corpus: Corpus) -> tuple[CompletionReport, ...]:
    """All readable completion reports, by id."""
    by_id = {mandate.work.id: mandate for mandate in mandates(corpus)}
    served = {service.mandate.work.id: service for service in services(corpus)}
    return tuple(
        CompletionReport(work, read_period(work.original.get("/period")), by_id.get(named), served.get(named))
        for work in works_of(corpus, "completion-report")
        for named in [str(work.original.get("/mandate") or "")]
    )
