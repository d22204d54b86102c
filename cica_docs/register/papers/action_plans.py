"""Action plans: their items, acts and concept paper."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.register.events import Event, events_of
from cica_docs.register.papers.concept_papers import ConceptPaper, concept_papers_by_id
from cica_docs.register.works import Work, works_of


class ActionPlan(NamedTuple):
    """An action plan, its acts by the corpus' day and its concept paper, if on record."""

    work: Work
    area: str
    acts: tuple[Event, ...]
    paper: ConceptPaper | None

    def acts_of(self, *kinds: str) -> tuple[Event, ...]:
        """Return the acts of some kinds."""
        return tuple(act for act in self.acts if act.kind in kinds)

    @property
    def issue(self) -> Event | None:
        """The act by which it was first issued for information."""
        return next(iter(self.acts_of("issued")), None)

    @property
    def items(self) -> tuple[tuple[str, Mapping[str, Any]], ...]:
        """Return its readable items, each with its pointer."""
        items = self.work.original.get("/items")
        numbered = enumerate(items if isinstance(items, list) else ())
        return tuple((f"/items/{index}", item) for index, item in numbered if isinstance(item, dict))


@cached_query
def action_plans(corpus: Corpus) -> tuple[ActionPlan, ...]:
    """List all readable action plans, by id."""
    return tuple(
        ActionPlan(
            work,
            str(work.original.get("/area") or ""),
            tuple(act for act in events_of(work.original) if act.has_happened(corpus.as_of)),
            concept_papers_by_id(corpus).get(str(work.original.get("/implements"))),
        )
        for work in works_of(corpus, "action-plan")
    )


def issued_action_plans(corpus: Corpus) -> tuple[tuple[ActionPlan, Event], ...]:
    """List the plans issued, each with the act of issue."""
    return tuple((plan, plan.issue) for plan in action_plans(corpus) if plan.issue)
