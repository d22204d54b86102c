"""The state of a register on a day: works, vacancies, obligations and findings."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from cica_docs.api.checking.check import check
from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.messages import Catalogue
from cica_docs.languages import number_of_proposals
from cica_docs.register.lifecycle import Lifecycle, State, lifecycles
from cica_docs.register.mandates.offices import office_holders
from cica_docs.register.obligations.all import is_known_only, obligations
from cica_docs.register.works import Work, works
from cica_docs.report.report import Report
from cica_docs.values.day import plus_days
from cica_docs.values.obligation import ObligationState
from cica_docs.values.role import CO_COORDINATOR, LEADING
from cica_docs.views.provisions import Clauses


@dataclass(frozen=True, eq=False)
class RegisterStatus:
    """The state of a register on a day; works are in the order of their names, expiring ones by their last day."""

    clauses: Clauses
    report: Report
    works: tuple[tuple[Work, Lifecycle], ...]
    expiring_within: int
    without_coordinator: tuple[str, ...]
    without_co_coordinator: tuple[str, ...]
    obligations: Mapping[ObligationState, int]
    """How many there are in each state."""
    open_proposals: Mapping[str, int]
    """How many proposals are in brackets, by the name of the work; works without any are left out."""

    @property
    def as_of(self) -> date:
        """The day."""
        return self.report.as_of

    def works_in(self, *states: State) -> tuple[tuple[Work, Lifecycle], ...]:
        """Return the works in one of these states."""
        return tuple(work for work in self.works if work[1].state in states)

    @property
    def expiring(self) -> tuple[tuple[Work, Lifecycle], ...]:
        """The works in force whose last day is near, the nearest first."""
        limit = plus_days(self.as_of, self.expiring_within)
        near = [(cycle.period.last, work, cycle) for work, cycle in self.works_in(State.IN_FORCE) if cycle.period]
        return tuple((work, cycle) for last, work, cycle in sorted(near, key=lambda entry: entry[0]) if last <= limit)


def compute_status(corpus: Corpus, catalogue: Catalogue) -> RegisterStatus:
    """Compute the state of the register on the corpus' day."""
    days = corpus.reference.settings.get("expiring_within_days")
    cycles = lifecycles(corpus)
    return RegisterStatus(
        clauses=Clauses(corpus, catalogue),
        report=check(corpus, catalogue),
        works=tuple((work, cycles[name]) for name, work in sorted(works(corpus).items())),
        expiring_within=days if isinstance(days, int) else 0,
        without_coordinator=tuple(_areas_without(corpus, *LEADING)),
        without_co_coordinator=tuple(_areas_without(corpus, CO_COORDINATOR)),
        obligations=Counter(
            obligation.state(corpus.as_of)
            for obligation in obligations(corpus)
            if not is_known_only(corpus, obligation)
        ),
        open_proposals={
            name: number for name, work in works(corpus).items() if (number := number_of_proposals(corpus, work))
        },
    )


def _areas_without(corpus: Corpus, *roles: str) -> Iterator[str]:
    """Yield the areas without an office holder in one of the roles."""
    for area in corpus.reference.all("area"):
        if not any(office.mandate.role in roles for office in office_holders(corpus, area)):
            yield area
