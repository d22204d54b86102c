"""Completion reports, with the mandate that each closes and the service that it reports on."""

from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.register.events import read_period
from cica_docs.register.mandates.mandates import Mandate, mandates
from cica_docs.register.mandates.service import Service, services
from cica_docs.register.works import Work, works_of
from cica_docs.values.period import Period


class CompletionReport(NamedTuple):
    """A report, the period that it covers, and its mandate and service, if on record."""

    work: Work
    period: Period | None
    mandate: Mandate | None
    service: Service | None


@cached_query
def completion_reports(corpus: Corpus) -> tuple[CompletionReport, ...]:
    """List all readable completion reports, by id."""
    by_id = {mandate.work.id: mandate for mandate in mandates(corpus)}
    service_by_id = {service.mandate.work.id: service for service in services(corpus)}
    return tuple(
        CompletionReport(
            work, read_period(work.original.get("/period")), by_id.get(mandate_id), service_by_id.get(mandate_id)
        )
        for work in works_of(corpus, "completion-report")
        for mandate_id in [str(work.original.get("/mandate") or "")]
    )
