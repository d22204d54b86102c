"""Obligations: who owes which duty by when, derived from dated acts."""

from collections.abc import Iterator, Mapping

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.register.obligations.action_plans import plan_duties
from cica_docs.register.obligations.concept_papers import concept_paper_duties
from cica_docs.register.obligations.mandates import mandate_duties
from cica_docs.register.obligations.reviews import review_duties
from cica_docs.register.works import works
from cica_docs.values.obligation import Obligation

# The provisions that create obligations, each with further provisions that an overdue obligation breaches.
DUTIES: Mapping[str, tuple[str, ...]] = {
    "1.3/report": (),
    "1.12/notice-to-all": ("1.12/in-advance",),
    "2.5/expert-meetings": (),
    "2.6/extended-on-time": (),
    "2.7/new-coordinator": ("1.2/concept-paper",),
    "2.9/update": (),
    "3.2/yearly": (),
    "3.5/contribution": (),
    "3.5/follow-up": (),
}

# Provisions whose clause sets no deadline: the register's settings do.
BY_SETTING = frozenset({"1.3/report", "2.9/update"})


@cached_query
def obligations(corpus: Corpus) -> tuple[Obligation, ...]:
    """List all obligations that have arisen by the corpus' day, by due day."""
    arisen = (obligation for obligation in _all(corpus) if obligation.arises <= corpus.as_of)
    return tuple(sorted(arisen, key=lambda obligation: (obligation.due, obligation.id)))


def is_known_only(corpus: Corpus, obligation: Obligation) -> bool:
    """Whether it arises from a work that is only publicly known, so that it cannot be said to be unmet."""
    work = works(corpus).get(obligation.work)
    return work is not None and work.is_known_only


def _all(corpus: Corpus) -> Iterator[Obligation]:
    yield from mandate_duties(corpus)
    yield from concept_paper_duties(corpus)
    yield from plan_duties(corpus)
    yield from review_duties(corpus)
