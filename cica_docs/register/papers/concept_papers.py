"""Concept papers: first draft, consideration, approval, period in force and extensions."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.register.catalogue import WITHDRAWN, day_of
from cica_docs.register.events import Event, events_of, read_period
from cica_docs.register.lifecycle import period_in_force
from cica_docs.register.mandates.service import area_includes
from cica_docs.register.works import Work, works_of
from cica_docs.values.day import PartialDate, parse_partial_date, plus_days
from cica_docs.values.period import Period

_ENDS = frozenset({"superseded", "withdrawn"})


class ConceptPaper(NamedTuple):
    """A concept paper and its acts by the corpus' day, in order."""

    work: Work
    area: str
    author: str
    acts: tuple[Event, ...]
    as_of: date

    def acts_of(self, *kinds: str) -> tuple[Event, ...]:
        """Return the acts of some kinds."""
        return tuple(act for act in self.acts if act.kind in kinds)

    def first_act_of(self, *kinds: str) -> Event | None:
        """Return the earliest act of some kinds."""
        return next(iter(self.acts_of(*kinds)), None)

    @property
    def first_draft(self) -> Event | None:
        """The act that issued the first draft, from which clause 2.5 counts; a revision does not restart the count."""
        return self.first_act_of("issued")

    @property
    def approval(self) -> Event | None:
        """The act of approval."""
        return self.first_act_of("approved")

    @property
    def drafted_on(self) -> PartialDate | None:
        """The date of the draft: of its issue, or of its first act if a full paper has no issue on record.

        A paper without acts is a draft of the corpus' day; None for a paper that is only publicly known.
        """
        begun = self.first_draft or (None if self.work.is_known_only else self.first_act_of("circulated", "considered"))
        if begun:
            return begun.on
        return None if self.acts or self.work.is_known_only else parse_partial_date(self.as_of.isoformat())

    @property
    def ended(self) -> Event | None:
        """The act by which it was replaced or withdrawn, unless it was issued again since."""
        end = next((act for act in reversed(self.acts) if act.kind in _ENDS), None)
        later = self.acts[self.acts.index(end) + 1 :] if end else ()
        return None if any(act.kind == "issued" for act in later) else end

    @property
    def declared(self) -> Period | None:
        """The applicability period that the paper states."""
        return read_period(self.work.original.get("/applicability"))

    @property
    def in_force(self) -> Period | None:
        """The days on which it is in force by all acts on record: from its approval at the earliest to its end."""
        approval, period = self.approval, period_in_force(self.work, list(self.acts))
        if approval is None or period is None:
            return None
        ended = self.ended
        last = min(period.last, plus_days(ended.on.first, -1)) if ended else period.last
        first = max(period.first, approval.on.first)
        return Period(first, last) if first <= last else None


class PaperExtension(NamedTuple):
    """An act that extends the applicability period, and the last day before it."""

    paper: ConceptPaper
    act: Event
    old_end: date | None


@cached_query
def concept_papers(corpus: Corpus) -> tuple[ConceptPaper, ...]:
    """List all readable concept papers, by id."""
    return tuple(
        ConceptPaper(
            work,
            str(work.original.get("/area") or ""),
            str(work.original.get("/prepared_by") or ""),
            tuple(act for act in events_of(work.original) if act.has_happened(corpus.as_of)),
            corpus.as_of,
        )
        for work in works_of(corpus, "concept-paper")
    )


@cached_query
def concept_papers_by_id(corpus: Corpus) -> Mapping[str, ConceptPaper]:
    """Map ids to concept papers."""
    return {paper.work.id: paper for paper in concept_papers(corpus)}


def approvals(corpus: Corpus) -> tuple[tuple[ConceptPaper, Event], ...]:
    """List the papers approved, each with its approval."""
    return tuple((paper, paper.approval) for paper in concept_papers(corpus) if paper.approval)


@cached_query
def paper_extensions(corpus: Corpus) -> tuple[PaperExtension, ...]:
    """List all extensions of papers."""
    extensions = []
    for paper in concept_papers(corpus):
        for act in paper.acts_of("extended"):
            until = period_in_force(paper.work, list(paper.acts[: paper.acts.index(act)]))
            extensions.append(PaperExtension(paper, act, until.last if until else None))
    return tuple(extensions)


def paper_on(paper: ConceptPaper, on: date) -> ConceptPaper:
    """Return the paper with its acts by a day."""
    return paper._replace(acts=tuple(act for act in paper.acts if act.has_happened(on)), as_of=on)


def areas_without_paper(corpus: Corpus) -> tuple[str, ...]:
    """List the priority areas in which no concept paper is in force on the corpus' day, and none is only known of."""
    held = [
        paper.area
        for paper in concept_papers(corpus)
        if paper.work.is_known_only or (paper.in_force is not None and paper.in_force.covers(corpus.as_of))
    ]
    return tuple(
        area
        for area in corpus.reference.all("area")
        if not _is_withdrawn(corpus, area) and not any(area_includes(corpus, name, area) for name in held)
    )


def _is_withdrawn(corpus: Corpus, area: str) -> bool:
    withdrawn = day_of(corpus, "area", area, WITHDRAWN)
    return withdrawn is not None and withdrawn.first <= corpus.as_of
