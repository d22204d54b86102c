"""The normative statements of a decision and of the house."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from cica_docs.values.language import Language

HOUSE = "house"
"""The clause of house rules."""


class Severity(StrEnum):
    """The severity of a finding; only an error fails a check."""

    NOTICE = "notice"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for a notice, 2 for an error."""
        return list(Severity).index(self)


class Strictness(StrEnum):
    """The stage of a work by which it is judged: an early draft is not blocked."""

    DRAFT = "draft"
    CIRCULATED = "circulated"
    APPROVED = "approved"

    @property
    def rank(self) -> int:
        """0 for a draft, 2 for an approved text."""
        return list(Strictness).index(self)


def text_of(id: str) -> str:
    """Return the further text that a provision or clause is of, by the part of its id before the colon; "" if none."""
    text, colon, _ = id.partition(":")
    return text if colon else ""


def number_of(id: str) -> str:
    """Return the number of the clause of a provision in its own text: `3` of `event-guidelines:3/notice`."""
    clause = id.partition("/")[0]
    return clause.partition(":")[2] if ":" in clause else clause


@dataclass(frozen=True)
class Amendment:
    """A change of a provision: the day from which it holds, the act by which it was made, and what it puts in place."""

    since: date
    by: str
    changes: Mapping[str, Any] = field(default_factory=dict)
    """The fields of the provision that it replaces."""
    is_repeal: bool = False


@dataclass(frozen=True)
class Provision:
    """The smallest normative statement of a clause (`1.10/tenure`), or a house rule (`house/placeholder`)."""

    id: str
    force: str
    addressee: str
    says: Mapping[Language, str]
    binds: Strictness = Strictness.DRAFT
    unchecked: Mapping[Language, str] = field(default_factory=dict)
    """The reason why no software can check it, or the rest of it; empty if no reason is on record."""
    not_yet: Mapping[Language, str] = field(default_factory=dict)
    """What is missing so far for it to be checked; empty if nothing is."""
    values: Mapping[str, tuple[Mapping[str, object], ...]] = field(default_factory=dict)
    obligations: tuple[Mapping[str, object], ...] = ()
    """The entries that say what obligations follow from it."""
    enforced_by: tuple[str, ...] = ()
    """The rules, constraints of schemas and sections that report a breach, by name: its bindings."""
    basis_of: tuple[str, ...] = ()
    """The house rules that rest on it and apply only under a decision that says so."""
    source: tuple[str, ...] = ()
    """The keys of the sources of the statement; empty if the decision as a whole has them."""
    confidence: str = ""
    """`certain`, `likely` or `unsure`; empty if the decision says nothing of it."""
    since: date = date.min
    """The day from which it holds, if an amendment brought it."""
    by: str = ""
    """The act that brought it; empty if the decision did."""
    amendments: tuple[Amendment, ...] = ()
    """What changed it, in the order of the days."""

    def on(self, day: date) -> "Provision | None":
        """Return it as it reads on a day; None if it is not yet, or no longer, in force."""
        past = [amendment for amendment in self.amendments if amendment.since <= day]
        if day < self.since or (past and past[-1].is_repeal):
            return None
        changes: dict[str, Any] = {}
        for amendment in past:
            changes |= amendment.changes
        return replace(self, **changes) if changes else self

    @property
    def clause(self) -> str:
        """The clause of the statement: `1.10`, `preamble`, `house`, or `event-guidelines:3` of a further text."""
        return self.id.split("/", 1)[0]

    @property
    def is_house_rule(self) -> bool:
        """Whether the statement is a house rule and not part of the decision."""
        return self.clause == HOUSE
