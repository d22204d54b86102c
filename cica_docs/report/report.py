"""What one run of the checks found, before it is written in any form."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from cica_docs.values.finding import Finding, Related
from cica_docs.values.language import Language
from cica_docs.values.provision import Severity


@dataclass(frozen=True)
class DecisionNote:
    """The decision that the verdicts rest on, with its status (`draft`, `adopted`, `superseded`).

    `gate` is whether errors under it fail a check.
    """

    id: str
    title: str
    status: str
    gate: bool


@dataclass(frozen=True)
class RuleNote:
    """What there is to say of a rule besides its findings, in the reader's language."""

    id: str
    statement: str
    help: str
    provision: str
    clause: str


@dataclass(frozen=True)
class Comparison:
    """What a change was compared with, and how many findings of each severity were left out as no fault of it.

    `revision` is what was asked for, `commit` the commit that it names, whose settings and provisions decide;
    `ancestor` is the common ancestor, which shows what changed. Where that commit has no register there is nothing to
    compare with, and the change is judged by its own settings.
    """

    revision: str
    commit: str
    ancestor: str
    has_register: bool = True
    left_out: Mapping[Severity, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Omitted:
    """Further findings of one rule and severity in one file, which count and are not listed."""

    path: str
    rule: str
    severity: Severity
    count: int
    is_waived: bool = False


@dataclass(frozen=True)
class Report:
    """The findings of one run in reading order, and what was checked: so many documents, so many works, on a day.

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
    """What the register was compared with; nothing where all of it was judged by itself."""
    omitted: tuple[Omitted, ...] = ()
    """What was left out of the findings, so that no file can make a report endless."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """The titles of the works that findings lie in, by name of the work, in the reader's language."""
    statements: Mapping[str, str] = field(default_factory=dict)
    """What the provisions that findings cite say, by id, in the reader's language."""

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
        """How many findings are waived, listed or not."""
        listed = sum(finding.count for finding in self.findings if finding.waived)
        return listed + sum(more.count for more in self.omitted if more.is_waived)

    @property
    def counts(self) -> Mapping[Severity, int]:
        """How many findings of each severity stand, listed or not, the gravest first."""
        counts = dict.fromkeys(reversed(Severity), 0)
        for finding in self.standing:
            counts[finding.severity] += finding.count
        for more in self.omitted:
            counts[more.severity] += 0 if more.is_waived else more.count
        return counts

    def binds(self, finding: Finding) -> bool:
        """Whether the finding counts: one that is waived, or that rests on a decision which only advises, does not."""
        return not finding.waived and (self.decision.gate or not rests_on_decision(finding))

    def by_path(self) -> Iterator[tuple[str, tuple[Finding, ...], tuple[Omitted, ...]]]:
        """The findings of each file in reading order, and what is not listed of it."""
        listed = {path: tuple(found) for path, found in groupby(self.findings, key=lambda finding: finding.path)}
        omitted: dict[str, list[Omitted]] = {}
        for more in self.omitted:
            omitted.setdefault(more.path, []).append(more)
        for path in sorted(listed.keys() | omitted.keys()):
            yield path, listed.get(path, ()), tuple(omitted.get(path, ()))


def rests_on_decision(finding: Finding) -> bool:
    """Whether the finding applies a clause of the decision and not a rule of the house."""
    return bool(finding.clause) and not finding.is_house_rule


def related_path_of(finding: Finding, related: Related) -> str:
    """The path to show for a related place: below the same root as the finding's own."""
    root = finding.path.removesuffix(finding.place.path) if finding.place.path else ""
    return related.place.path if root == finding.path else root + related.place.path


def _reading_order(finding: Finding) -> tuple[str, int, int, str, str, str]:
    span = finding.place.span
    return finding.path, span.line, span.column, finding.rule, finding.provision, finding.message
