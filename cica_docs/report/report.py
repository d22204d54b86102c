"""The findings of one run, before they are formatted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import NamedTuple

from cica_docs.values.finding import Finding, Related
from cica_docs.values.language import Language
from cica_docs.values.provision import Severity


class DecisionNote(NamedTuple):
    """The decision that the verdicts rest on, with its status (`draft`, `adopted`, `superseded`).

    `gate` is whether errors under it fail a check.
    """

    id: str
    title: str
    status: str
    gate: bool


class RuleNote(NamedTuple):
    """The description of a rule, in the reader's language."""

    id: str
    statement: str
    help: str
    provision: str
    clause: str


@dataclass(frozen=True)
class Comparison:
    """The comparison of a change with its base; `left_out` counts the findings that the base has too.

    `revision` is the given name, `commit` the commit that it names, whose settings and provisions decide; `ancestor` is
    the common ancestor, from which changes are counted. If that commit has no register, the change is judged by its own
    settings. `deciding` names the files that the change alters and that decide how a register is judged.
    """

    revision: str
    commit: str
    ancestor: str
    has_register: bool = True
    left_out: Mapping[Severity, int] = field(default_factory=dict)
    deciding: tuple[str, ...] = ()


class OwnHistory(NamedTuple):
    """The history that a register was compared with: the commits that changed it, and the day of the first."""

    commits: int
    since: date | None


@dataclass(frozen=True)
class Omitted:
    """Findings of one rule and severity in one file that are counted but not listed."""

    path: str
    rule: str
    severity: Severity
    count: int
    is_waived: bool = False
    lines: tuple[int, ...] = ()
    """The lines of the first of them."""


@dataclass(frozen=True)
class NotHeld:
    """The number of findings about acts from before the decision applied, which are not held against them."""

    count: int = 0
    before: date = date.min
    """The first day whose acts are judged by the decision."""
    works: tuple[str, ...] = ()
    """The works with such acts, by name."""
    status: str = "draft"
    """The status of the decision, or of the text beside it."""


class WorkChange(NamedTuple):
    """What a change does to one work, a line each: its acts, facts and texts."""

    work: str
    title: str
    lines: tuple[str, ...]


class ChangePage(NamedTuple):
    """What a change does, for its readers, and what becomes due once it is merged; all in the reader's language."""

    works: tuple[WorkChange, ...]
    due: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    """The findings of one run in reading order, with the number of documents and works checked.

    An empty `revision` is the work tree; `register` is the path of the register in the repository.
    """

    findings: tuple[Finding, ...]
    checked: int
    works: int
    as_of: date
    revision: str
    register: str
    decision: DecisionNote
    language: Language
    tool_version: str
    rules: tuple[RuleNote, ...] = ()
    base: Comparison | None = None
    """The comparison with a base; None if the whole register was judged."""
    history: OwnHistory | None = None
    """The register's own history, if it was compared with that."""
    change: ChangePage | None = None
    """What the change does, for a summary that says so."""
    pages: str = ""
    """The name under which the run keeps the printed pages of what changed; "" if it keeps none."""
    omitted: tuple[Omitted, ...] = ()
    """The findings left out, so that no file can make a report endless."""
    below: Mapping[Severity, int] = field(default_factory=dict)
    """The number of findings of each severity below the level that was asked for, which are not in the report."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """The titles of the works with findings, by name of the work, in the reader's language."""
    not_held: tuple[NotHeld, ...] = ()
    unsearched: int = 0
    """The restricted items whose quotations could not be looked for: their key is not at hand."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "findings", tuple(sorted(self.findings, key=_reading_order)))

    @property
    def status(self) -> int:
        """The exit status: 1 if an error fails the check, else 0."""
        return int(any(self.blocking))

    @property
    def blocking(self) -> Iterator[Finding]:
        """The errors that fail the check."""
        return (finding for finding in self.findings if finding.severity is Severity.ERROR and self.binds(finding))

    @property
    def standing(self) -> tuple[Finding, ...]:
        """The findings that are not waived."""
        return tuple(finding for finding in self.findings if not finding.waived)

    @property
    def waived(self) -> int:
        """The number of waived findings, listed or not."""
        listed = sum(finding.count for finding in self.findings if finding.waived)
        return listed + sum(more.count for more in self.omitted if more.is_waived)

    @property
    def known(self) -> int:
        """The number of known errors that are listed."""
        return sum(finding.count for finding in self.findings if finding.known and finding.severity is Severity.ERROR)

    @property
    def counts(self) -> Mapping[Severity, int]:
        """The number of findings of each severity that are not waived, listed or not, the most severe first."""
        counts = dict.fromkeys(reversed(Severity), 0)
        for finding in self.standing:
            counts[finding.severity] += finding.count
        for more in self.omitted:
            counts[more.severity] += 0 if more.is_waived else more.count
        return counts

    def binds(self, finding: Finding) -> bool:
        """Return False if the finding is waived, or known, or rests on a decision that only advises."""
        rests_on_draft = rests_on_decision(finding) and not (
            self.decision.gate or finding.text or finding.comes_with_settings
        )
        return finding.binds and not finding.waived and not finding.known and not rests_on_draft

    def by_path(self) -> Iterator[tuple[str, tuple[Finding, ...], tuple[Omitted, ...]]]:
        """Group the findings and the omitted ones by file, in reading order."""
        listed = {path: tuple(findings) for path, findings in groupby(self.findings, key=lambda finding: finding.path)}
        omitted: dict[str, list[Omitted]] = {}
        for more in self.omitted:
            omitted.setdefault(more.path, []).append(more)
        for path in sorted(listed.keys() | omitted.keys()):
            yield path, listed.get(path, ()), tuple(omitted.get(path, ()))


def rests_on_decision(finding: Finding) -> bool:
    """Return True if the finding applies a clause of the decision, not a house rule."""
    return bool(finding.clause) and not finding.is_house_rule


def related_path_of(finding: Finding, related: Related) -> str:
    """Return the path to show for a related place: below the same root as the path of the finding."""
    root = finding.path.removesuffix(finding.place.path) if finding.place.path else ""
    return related.place.path if root == finding.path else root + related.place.path


def _reading_order(finding: Finding) -> tuple[str, int, int, str, str, str]:
    span = finding.place.span
    return finding.path, span.line, span.column, finding.rule, finding.provision, finding.message
