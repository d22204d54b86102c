"""What a mandate makes its holder owe: a paper (1.2, 2.7), a report at the end (1.3), a request in time (1.12)."""

from collections.abc import Iterator
from datetime import date, timedelta

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.document import Document
from cica_docs.facts.binding import is_bound
from cica_docs.facts.event import Event, events
from cica_docs.facts.tenure import Mandate, mandates
from cica_docs.facts.work import works_of
from cica_docs.values.day import day, plus_months
from cica_docs.values.obligation import Obligation

_PROPOSALS = frozenset({"proposed", "issued", "revised", "circulated", "considered", "approved"})
_REPORT_AFTER_DAYS = 90


def mandate_duties(corpus: Corpus) -> Iterator[Obligation]:
    """What all mandates with dated acts give rise to."""
    for mandate in mandates(corpus):
        for act in happened(corpus, mandate.work.original):
            if not is_bound(corpus, act.on.first):
                continue
            if act.kind == "appointed" and mandate.role == "coordinator" and not _continues(corpus, mandate):
                yield _concept_paper(corpus, mandate, act)
            if act.kind == "extended":
                yield from _request(corpus, mandate, act)
        yield from _report(corpus, mandate)


def happened(corpus: Corpus, document: Document) -> list[Event]:
    """The acts of a document on record by the corpus' day."""
    return [event for event in events(document) if event.has_happened(corpus.as_of)]


def _continues(corpus: Corpus, mandate: Mandate) -> bool:
    """Whether the same state led the same area until the day before: then it is no new Coordinator."""
    lasts = mandate.lifecycle.period
    return lasts is not None and any(
        other is not mandate
        and (other.area, other.holder, other.role) == (mandate.area, mandate.holder, "coordinator")
        and other.lifecycle.period is not None
        and other.lifecycle.period.first < lasts.first <= other.lifecycle.period.end
        for other in mandates(corpus)
    )


def _concept_paper(corpus: Corpus, mandate: Mandate, appointed: Event) -> Obligation:
    months = int(corpus.decision.value("2.7/new-coordinator", "proposal", appointed.on.first).get("months", 3))
    due = plus_months(appointed.on.last, months)
    return Obligation(
        id=f"2.7/new-coordinator:{mandate.work.name}",
        provision="2.7/new-coordinator",
        addressee=mandate.holder,
        area=mandate.area,
        work=mandate.work.name,
        place=appointed.place,
        arises=appointed.on.first,
        due=due,
        soon=plus_months(appointed.on.last, max(months - 1, 0)),
        discharged=_proposed(corpus, mandate, _applied(corpus, mandate) or appointed.on.first),
    )


def _applied(corpus: Corpus, mandate: Mandate) -> date | None:
    """The day of the holder's own notice of intention."""
    notice = mandate.work.original.get("/notice")
    for work in works_of(corpus, "notice"):
        if work.id == notice:
            return next((event.on.first for event in happened(corpus, work.original) if event.kind == "sent"), None)
    return None


def _proposed(corpus: Corpus, mandate: Mandate, since: date) -> date | None:
    """The first day since the application on which a paper of the holder for the area is on record."""
    days = [
        event.on.first
        for work in works_of(corpus, "concept-paper")
        if (work.original.get("/area"), work.original.get("/prepared_by")) == (mandate.area, mandate.holder)
        for event in happened(corpus, work.original)
        if event.kind in _PROPOSALS and event.on.last >= since
    ]
    return min(days, default=None)


def _request(corpus: Corpus, mandate: Mandate, extended: Event) -> Iterator[Obligation]:
    """An extension is asked for before the tenure runs out: judged for each that was granted."""
    earlier = [event for event in happened(corpus, mandate.work.original) if event.on < extended.on]
    ends = [
        found
        for event in earlier
        if (found := day(str(event.data.get("until") or _end(event.data.get("tenure")) or "")))
    ]
    if not ends:
        return
    requests = [
        event.on.first
        for work in works_of(corpus, "notice")
        if work.original.get("/purpose") == "extension" and work.original.get("/mandate") == mandate.work.id
        for event in happened(corpus, work.original)
        if event.kind == "sent" and event.on <= extended.on
    ]
    yield Obligation(
        id=f"1.12/notice-to-all:{mandate.work.name}:{extended.on}",
        provision="1.12/notice-to-all",
        addressee=mandate.holder,
        area=mandate.area,
        work=mandate.work.name,
        place=extended.place,
        arises=min(extended.on.first, ends[-1]),
        due=ends[-1],
        soon=ends[-1] - timedelta(days=90),
        discharged=max(requests, default=None),
    )


def _end(tenure: object) -> object:
    return tenure.get("to") if isinstance(tenure, dict) else None


def _report(corpus: Corpus, mandate: Mandate) -> Iterator[Obligation]:
    """A Coordinator whose tenure is over reports to all; the text sets no deadline, the Secretariat's setting does."""
    lasts = mandate.lifecycle.period
    served = mandate.lifecycle.strictness.rank > 0
    if mandate.role != "coordinator" or lasts is None or not served or not is_bound(corpus, lasts.end):
        return
    if any(_continues(corpus, other) and other.holder == mandate.holder for other in _next(corpus, mandate)):
        return
    days = [
        event.on.first
        for work in works_of(corpus, "completion-report")
        if work.original.get("/mandate") == mandate.work.id
        for event in happened(corpus, work.original)
        if event.kind == "circulated"
    ]
    yield Obligation(
        id=f"1.3/report:{mandate.work.name}",
        provision="1.3/report",
        addressee=mandate.holder,
        area=mandate.area,
        work=mandate.work.name,
        place=mandate.work.original.at("/holder"),
        arises=lasts.end,
        due=lasts.last + timedelta(days=_REPORT_AFTER_DAYS),
        soon=lasts.end,
        discharged=min(days, default=None),
    )


def _next(corpus: Corpus, mandate: Mandate) -> Iterator[Mandate]:
    lasts = mandate.lifecycle.period
    for other in mandates(corpus):
        begins = other.lifecycle.period.first if other.lifecycle.period else None
        if other.area == mandate.area and lasts is not None and begins == lasts.end:
            yield other
