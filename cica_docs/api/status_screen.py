"""The status of a register on one screen."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from cica_docs.api.status import RegisterStatus
from cica_docs.i18n.words import Words
from cica_docs.register.lifecycle import Lifecycle, State
from cica_docs.register.works import Work
from cica_docs.text.escape import escape_ci
from cica_docs.text.terminal import format_columns, join_lines, paint, table_width, truncate, wrap
from cica_docs.values.obligation import ObligationState
from cica_docs.values.provision import Severity
from cica_docs.values.role import CO_COORDINATOR, COORDINATOR

_MOST_ROWS = 8
_LONGEST_NAME = 48
_STRONG, _FAINT = "1", "2"
_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTICE: "1;36"}
_PENDING = (State.DRAFT, State.CIRCULATED)


def format_status(status: RegisterStatus, *, colour: bool = False) -> str:
    """Lay out the status in lines of at most a hundred cells."""
    return join_lines(_Screen(status, colour).lines())


@dataclass(frozen=True)
class _Screen:
    status: RegisterStatus
    colour: bool

    @property
    def words(self) -> Words:
        return self.status.clauses.words

    def lines(self) -> Iterator[str]:
        """All lines."""
        status, report = self.status, self.status.clauses.report
        where = report.sentence("revision", revision=status.report.revision) if status.report.revision else ""
        yield " · ".join(filter(None, (escape_ci(status.report.register), report.day(status.as_of), where)))
        yield from wrap(status.clauses.describe_decision())
        yield from ("", self._painted(self.words.word("status.works"), _STRONG))
        yield from self._grid()
        yield from self._block("in-force", status.works_in(State.IN_FORCE, State.NOT_YET))
        yield from self._block("pending", status.works_in(*_PENDING))
        yield from self._block("expiring", status.expiring, days=status.expiring_within)
        yield ""
        for role, areas in (
            (COORDINATOR, status.without_coordinator),
            (CO_COORDINATOR, status.without_co_coordinator),
        ):
            label = self.words.sentence(f"status.without-{role}", number=len(areas))
            yield from wrap("; ".join(map(self._area, areas)) or "–", first=f"{label}: ", rest="  ")
        yield ""
        yield self._owed()
        yield from self._open()
        worst = next((severity for severity, number in status.report.counts.items() if number), None)
        counts = self._painted(report.findings(status.report), _COLOURS[worst] if worst else _STRONG)
        yield f"{self.words.word('status.findings')}: {counts} · cica check"

    def _owed(self) -> str:
        """How many obligations are overdue or due soon."""
        shown = [
            self._painted(self.words.sentence(f"status.{state.value}", number=number), colour if number else _STRONG)
            for state, colour in ((ObligationState.OVERDUE, "1;31"), (ObligationState.DUE_SOON, "1;33"))
            for number in [self.status.obligations.get(state, 0)]
        ]
        return f"{self.words.word('status.obligations')}: {', '.join(shown)} · cica due"

    def _open(self) -> Iterator[str]:
        """How many proposals are in brackets, if any."""
        open_proposals = self.status.open_proposals
        if open_proposals:
            number = self.words.count("bracket", sum(open_proposals.values()))
            named = ", ".join(map(escape_ci, sorted(open_proposals)))
            label = f"{self.words.word('status.brackets')}: "
            yield from wrap(f"{number} ({named}) · cica brackets", first=label, rest="  ")

    def _grid(self) -> Iterator[str]:
        """How many works of each kind are in each state."""
        numbers = Counter((work.kind.name, cycle.state) for work, cycle in self.status.works)
        states = [state for state in State if any(number and of is state for (_, of), number in numbers.items())]
        kinds = {work.kind.name: work.kind for work, _ in self.status.works}
        language = self.status.clauses.catalogue.language
        rows = [("", *(self.words.word(f"states.{state.value}") for state in states))]
        for name, kind in kinds.items():
            counted = (numbers[name, state] for state in states)
            rows.append((kind.plural[language] or name, *(str(number or "·") for number in counted)))
        yield from (f"  {line}" for line in format_columns(rows, most=table_width() - 2))

    def _block(self, key: str, listed: tuple[tuple[Work, Lifecycle], ...], **values: object) -> Iterator[str]:
        """Lay out works under a heading, as many as fit the screen."""
        yield ""
        yield self._painted(self.words.sentence(f"status.{key}", number=len(listed), **values), _STRONG)
        rows = [self._row(work, cycle) for work, cycle in listed[:_MOST_ROWS]]
        yield from (f"  {line}" for line in format_columns(rows, most=table_width() - 2, widest=1))
        if len(listed) > _MOST_ROWS:
            kinds = dict.fromkeys(work.kind.name for work, _ in listed[_MOST_ROWS:])
            commands = ", ".join(f"cica list {kind}" for kind in kinds)
            more = self.words.sentence("status.more", number=len(listed) - _MOST_ROWS, commands=commands)
            yield self._painted(f"  {more}", _FAINT)

    def _row(self, work: Work, cycle: Lifecycle) -> tuple[str, ...]:
        title = escape_ci(work.title(self.status.clauses.catalogue.language))
        state = self.words.word(f"states.{cycle.state.value}")
        example = f" · {self.words.word('example')}" if work.is_example else ""
        period = f"{cycle.period.first} – {cycle.period.last}" if cycle.period else str(cycle.since or "")
        return truncate(escape_ci(work.name), _LONGEST_NAME), title, state + example, period

    def _area(self, area: str) -> str:
        names = self.status.clauses.corpus.reference.names("area", area, self.status.as_of)
        return escape_ci(names[self.status.clauses.catalogue.language])

    def _painted(self, shown: str, code: str) -> str:
        return paint(shown, code, colour=self.colour)
