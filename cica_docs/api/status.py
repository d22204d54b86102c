"""The register on one screen, as of a day."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from cica_docs.api.check import check
from cica_docs.documents.corpus import Corpus
from cica_docs.i18n.messages import Catalogue
from cica_docs.i18n.words import Words
from cica_docs.register.lifecycle import Lifecycle, State, lifecycles
from cica_docs.register.mandates.offices import office_holders
from cica_docs.register.obligations.all import is_known_only, obligations
from cica_docs.register.works import Work, works
from cica_docs.report.report import Report
from cica_docs.text.escape import escape_ci
from cica_docs.text.terminal import WIDTH, format_columns, join_lines, paint, truncate, wrap
from cica_docs.values.day import plus_days
from cica_docs.values.obligation import ObligationState
from cica_docs.values.provision import Severity
from cica_docs.views.provisions import Clauses

_EXPIRING = 90
_MOST_ROWS = 8
_LONGEST_NAME = 48
_STRONG, _FAINT = "1", "2"
_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTICE: "1;36"}
_PENDING = (State.DRAFT, State.CIRCULATED)


@dataclass(frozen=True, eq=False)
class RegisterStatus:
    """How a register stands on a day; works are in the order of their names, what expires by its last day."""

    clauses: Clauses
    report: Report
    works: tuple[tuple[Work, Lifecycle], ...]
    expiring_within: int
    without_coordinator: tuple[str, ...]
    without_co_coordinator: tuple[str, ...]
    obligations: Mapping[ObligationState, int]
    """How many there are in each state."""

    @property
    def as_of(self) -> date:
        """The day."""
        return self.report.as_of

    def stand(self, *states: State) -> tuple[tuple[Work, Lifecycle], ...]:
        """The works in one of these states."""
        return tuple(work for work in self.works if work[1].state in states)

    @property
    def expiring(self) -> tuple[tuple[Work, Lifecycle], ...]:
        """The works in force whose last day is near, the nearest first."""
        limit = plus_days(self.as_of, self.expiring_within)
        near = [(one.period.last, work, one) for work, one in self.stand(State.IN_FORCE) if one.period]
        return tuple((work, one) for last, work, one in sorted(near, key=lambda entry: entry[0]) if last <= limit)


def compute_status(corpus: Corpus, catalogue: Catalogue) -> RegisterStatus:
    """How the register stands on the corpus' day."""
    days = corpus.reference.settings.get("expiring_within_days")
    cycles = lifecycles(corpus)
    return RegisterStatus(
        clauses=Clauses(corpus, catalogue),
        report=check(corpus, catalogue),
        works=tuple((work, cycles[name]) for name, work in sorted(works(corpus).items())),
        expiring_within=days if isinstance(days, int) else _EXPIRING,
        without_coordinator=tuple(_areas_without(corpus, "coordinator", "acting-coordinator")),
        without_co_coordinator=tuple(_areas_without(corpus, "co-coordinator")),
        obligations=Counter(
            obligation.state(corpus.as_of)
            for obligation in obligations(corpus)
            if not is_known_only(corpus, obligation)
        ),
    )


def _areas_without(corpus: Corpus, *roles: str) -> Iterator[str]:
    """The areas for which nobody holds an office with one of the roles."""
    for area in corpus.reference.all("area"):
        if not any(office.mandate.role in roles for office in office_holders(corpus, area)):
            yield area


def format_status(found: RegisterStatus, *, colour: bool = False) -> str:
    """The status as lines of at most a hundred cells."""
    return join_lines(_Screen(found, colour).lines())


@dataclass(frozen=True)
class _Screen:
    found: RegisterStatus
    colour: bool

    @property
    def words(self) -> Words:
        return self.found.clauses.words

    def lines(self) -> Iterator[str]:
        """All lines."""
        found, report = self.found, self.found.clauses.report
        where = report.sentence("revision", revision=found.report.revision) if found.report.revision else ""
        yield " · ".join(filter(None, (escape_ci(found.report.register), report.day(found.as_of), where)))
        yield from wrap(found.clauses.describe_decision())
        yield from ("", self._painted(self.words.word("status.works"), _STRONG))
        yield from self._grid()
        yield from self._block("in-force", found.stand(State.IN_FORCE, State.NOT_YET))
        yield from self._block("pending", found.stand(*_PENDING))
        yield from self._block("expiring", found.expiring, days=found.expiring_within)
        yield ""
        for role, areas in (
            ("coordinator", found.without_coordinator),
            ("co-coordinator", found.without_co_coordinator),
        ):
            label = self.words.sentence(f"status.without-{role}", number=len(areas))
            yield from wrap("; ".join(map(self._area, areas)) or "–", first=f"{label}: ", rest="  ")
        yield ""
        yield self._owed()
        worst = next((severity for severity, number in found.report.counts.items() if number), None)
        counts = self._painted(report.findings(found.report), _COLOURS[worst] if worst else _STRONG)
        yield f"{self.words.word('status.findings')}: {counts} · cica check"

    def _owed(self) -> str:
        """How many obligations are overdue or due soon."""
        shown = [
            self._painted(self.words.sentence(f"status.{state.value}", number=number), colour if number else _STRONG)
            for state, colour in ((ObligationState.OVERDUE, "1;31"), (ObligationState.DUE_SOON, "1;33"))
            for number in [self.found.obligations.get(state, 0)]
        ]
        return f"{self.words.word('status.obligations')}: {', '.join(shown)} · cica due"

    def _grid(self) -> Iterator[str]:
        """How many works of each kind are in each state."""
        numbers = Counter((work.kind.name, cycle.state) for work, cycle in self.found.works)
        states = [state for state in State if any(number and of is state for (_, of), number in numbers.items())]
        kinds = {work.kind.name: work.kind for work, _ in self.found.works}
        language = self.found.clauses.catalogue.language
        rows = [("", *(self.words.word(f"states.{state.value}") for state in states))]
        for name, kind in kinds.items():
            counted = (numbers[name, state] for state in states)
            rows.append((kind.plural[language] or name, *(str(number or "·") for number in counted)))
        yield from (f"  {line}" for line in format_columns(rows, most=WIDTH - 2))

    def _block(self, key: str, listed: tuple[tuple[Work, Lifecycle], ...], **values: object) -> Iterator[str]:
        """The works under a heading, as many as the screen has room for."""
        yield ""
        yield self._painted(self.words.sentence(f"status.{key}", number=len(listed), **values), _STRONG)
        rows = [self._row(work, cycle) for work, cycle in listed[:_MOST_ROWS]]
        yield from (f"  {line}" for line in format_columns(rows, most=WIDTH - 2, widest=1))
        if len(listed) > _MOST_ROWS:
            kinds = dict.fromkeys(work.kind.name for work, _ in listed[_MOST_ROWS:])
            commands = ", ".join(f"cica list {kind}" for kind in kinds)
            more = self.words.sentence("status.more", number=len(listed) - _MOST_ROWS, commands=commands)
            yield self._painted(f"  {more}", _FAINT)

    def _row(self, work: Work, cycle: Lifecycle) -> tuple[str, ...]:
        title = escape_ci(work.title(self.found.clauses.catalogue.language))
        state = self.words.word(f"states.{cycle.state.value}")
        example = f" · {self.words.word('example')}" if work.is_example else ""
        period = f"{cycle.period.first} – {cycle.period.last}" if cycle.period else str(cycle.since or "")
        return truncate(escape_ci(work.name), _LONGEST_NAME), title, state + example, period

    def _area(self, area: str) -> str:
        names = self.found.clauses.corpus.reference.names("area", area, self.found.as_of)
        return escape_ci(names[self.found.clauses.catalogue.language])

    def _painted(self, shown: str, code: str) -> str:
        return paint(shown, code, colour=self.colour)
