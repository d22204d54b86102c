"""Agreements: what an act says of itself and what its document says of it."""

from collections.abc import Iterator
from typing import NamedTuple

from cica_docs.documents.acts.act_kind import Agreement
from cica_docs.documents.corpus import Corpus
from cica_docs.register.circulation import expand_members
from cica_docs.register.events import Event, events_until, read_names
from cica_docs.register.sources import Stated, is_party, may_act, stated_in
from cica_docs.register.works import Work, works
from cica_docs.values.day import parse_partial_date


class Disagreement(NamedTuple):
    """A field of an act that does not agree with what is stated: names not stated, or stated names that it lacks."""

    act: Event
    agreement: Agreement
    names: tuple[str, ...]
    stated: Stated
    work: Work


def disagreements(corpus: Corpus) -> Iterator[Disagreement]:
    """Yield the disagreements of all works, in their order."""
    for work in works(corpus).values():
        acts = events_until(corpus, work.original) if any(act.agreements for act in work.kind.acts.values()) else []
        for name, kind in work.kind.acts.items():
            of_kind = [act for act in acts if act.kind == name]
            for agreement in kind.agreements if of_kind else ():
                stated = stated_in(corpus, work, agreement.sources)
                if stated:
                    yield from _RELATIONS[agreement.relation](corpus, work, of_kind, agreement, stated)


def _among(
    corpus: Corpus, work: Work, acts: list[Event], agreement: Agreement, stated: Stated
) -> Iterator[Disagreement]:
    area = str(work.original.get("/area") or "")
    for act in acts:
        names = expand_members(corpus, read_names(act.data.get(agreement.field)), act.on.first) - expand_members(
            corpus, stated.names, act.on.first
        )
        strange = tuple(
            name
            for name in sorted(names)
            if is_party(corpus, name) and not may_act(corpus, act, area, name, agreement.sources)
        )
        if strange:
            yield Disagreement(act, agreement, strange, stated, work)


def _covers(
    corpus: Corpus, work: Work, acts: list[Event], agreement: Agreement, stated: Stated
) -> Iterator[Disagreement]:
    """Yield what all acts together do not cover.

    An act without the field, or to a body that passes on what it receives, leaves that open.
    """
    if not all(agreement.field in act.data for act in acts):
        return
    last = acts[-1]
    named = [name for act in acts for name in (*read_names(act.data[agreement.field]), *act.by)]
    if any(corpus.reference.role(source) in named for source in agreement.sources if not source.startswith("/")):
        return
    missing = expand_members(corpus, stated.names, last.on.first) - expand_members(corpus, tuple(named), last.on.first)
    lacking = tuple(name for name in sorted(missing) if is_party(corpus, name))
    if lacking:
        yield Disagreement(last, agreement, lacking, stated, work)


def _within(
    _corpus: Corpus, work: Work, acts: list[Event], agreement: Agreement, stated: Stated
) -> Iterator[Disagreement]:
    days = [day for name in stated.names if (day := parse_partial_date(name))]
    if days and len(days) == len(agreement.sources):
        for act in acts:
            if act.on.last < days[0].first or act.on.first > days[-1].last:
                yield Disagreement(act, agreement, (), stated, work)


_RELATIONS = {"among": _among, "covers": _covers, "within": _within}
