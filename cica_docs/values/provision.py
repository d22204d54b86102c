"""The normative statements of a decision and of the house."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from cica_docs.values.language import Language


class Severity(StrEnum):
    """How much a finding weighs; only an error fails a check."""

    NOTICE = "notice"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for a notice, 2 for an error."""
        return list(Severity).index(self)


class Strictness(StrEnum):
    """How far a work has come, as far as strictness goes: an early draft is not blocked."""

    DRAFT = "draft"
    CIRCULATED = "circulated"
    APPROVED = "approved"

    @property
    def rank(self) -> int:
        """0 for a draft, 2 for an approved text."""
        return list(Strictness).index(self)


@dataclass(frozen=True)
class Provision:
    """The smallest normative statement of a clause: `1.10/tenure`, or of the house: `house/placeholder`."""

    id: str
    force: str
    addressee: str
    says: Mapping[Language, str]
    binds: Strictness = Strictness.DRAFT
    unchecked: Mapping[Language, str] = field(default_factory=dict)
    """Why no software can check it; empty where none says so."""
    values: Mapping[str, tuple[Mapping[str, object], ...]] = field(default_factory=dict)

    @property
    def clause(self) -> str:
        """The clause that the statement is part of: `1.10`, `preamble`, or `house`."""
        return self.id.split("/", 1)[0]

    @property
    def is_house_rule(self) -> bool:
        """Whether the statement is ours and not the decision's."""
        return self.clause == "house"
