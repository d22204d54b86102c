"""A decision as data: its provisions, and the severity of a breach of each."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, TypeGuard

from cica_docs.documents.decision_status import DecisionStatus
from cica_docs.documents.document import DataFile
from cica_docs.values.day import parse_partial_date
from cica_docs.values.language import SOURCE_LANGUAGE
from cica_docs.values.provision import Provision, Severity, Strictness
from cica_docs.values.texts import Texts, texts_by_language

Amendments = Mapping[str, Mapping[str, tuple[Mapping[str, Any], ...]]]
"""By provision and name, values with the first day of each."""

_BY_FORCE = {
    "shall": "error",
    "must": "error",
    "cannot": "error",
    "should": "warning",
    "as-a-rule": "warning",
    "expected": "warning",
    "will": "notice",
    "preferably": "notice",
}


@dataclass(frozen=True, eq=False)
class Decision:
    """The provisions of a decision and of the house, and whether breaches of a draft decision gate."""

    id: str
    file: DataFile | None
    house: DataFile | None
    amendments: Amendments = field(default_factory=dict)
    """Dated values that are read after those of the file."""
    standing: DecisionStatus = field(default_factory=DecisionStatus)
    """What the acts on its record say of it by the day of the register."""

    @property
    def status(self) -> str:
        """`draft`, `adopted` or `superseded`."""
        return self.standing.name

    @property
    def is_draft(self) -> bool:
        """Whether it is a draft, which binds nobody yet."""
        return self.status == "draft"

    @cached_property
    def unread(self) -> Texts:
        """The parts of its sources that were not read, by language; empty if none are named."""
        return texts_by_language(self.file.front.get("/unread") if self.file else None)

    @cached_property
    def has_single_numbers(self) -> bool:
        """Whether clauses have numbers without a point: `2`, not `2.1`."""
        return any(provision.clause.isdecimal() for provision in self.provisions.values())

    @cached_property
    def gates(self) -> bool:
        """Whether an error under it fails a check: always when adopted, by the Secretariat's choice while a draft."""
        setting = self.house.front.get("/draft_decision") if self.house else None
        return not self.is_draft or setting == "gate"

    @cached_property
    def provisions(self) -> Mapping[str, Provision]:
        """All provisions by id, the decision's first."""
        provisions: dict[str, Provision] = {}
        for file in (self.file, self.house):
            entries = file.front.get("/provisions") if file else None
            for entry in entries if isinstance(entries, list) else ():
                if isinstance(entry, dict) and isinstance(entry.get("id"), str):
                    provisions.setdefault(entry["id"], _provision(entry))
        for id, named in self.amendments.items():
            provision = provisions[id]
            later = {name: (*provision.values.get(name, ()), *dated) for name, dated in named.items()}
            provisions[id] = replace(provision, values={**provision.values, **later})
        return provisions

    def amended(self, amendments: Amendments) -> "Decision":
        """Return the decision with further dated values; of two from the same day the later prevails."""
        return replace(self, amendments=amendments)

    @cached_property
    def _severities(self) -> Mapping[str, str]:
        table = self.file.front.get("/severity") if self.file else None
        return {**_BY_FORCE, **(table if isinstance(table, dict) else {})}

    def provision(self, id: str) -> Provision | None:
        """Return a provision by its id."""
        return self.provisions.get(id)

    @cached_property
    def bindings(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the provisions that name a rule, constraint or section as enforced by it, in order."""
        bindings: dict[str, list[str]] = {}
        for provision in self.provisions.values():
            for name in provision.enforced_by:
                bindings.setdefault(name, []).append(provision.id)
        return {name: tuple(ids) for name, ids in bindings.items()}

    @cached_property
    def _bases(self) -> Mapping[str, tuple[str, ...]]:
        bases: dict[str, dict[str, None]] = {}
        for provision in self.provisions.values():
            for rule in provision.basis_of:
                bases.setdefault(rule, {})[provision.clause] = None
        return {rule: tuple(clauses) for rule, clauses in bases.items()}

    def basis(self, rule: str) -> tuple[str, ...]:
        """Return the clauses on which a house rule rests, in order."""
        return self._bases.get(rule, ())

    def binding(self, name: str) -> str:
        """Return the provision that a breach reported by a rule, constraint or section cites; "" if none binds it."""
        ids = self.bindings.get(name)
        return ids[0] if ids else ""

    def severity_of(self, id: str, strictness: Strictness) -> Severity | None:
        """Return how much a breach of a provision weighs; a house rule that the settings do not state is an error."""
        provision = self.provision(id)
        if provision is None:
            return Severity.ERROR if id.startswith("house/") else None
        return self.severity(provision, strictness)

    def severity(self, provision: Provision, strictness: Strictness) -> Severity | None:
        """Return how much a breach weighs in a work of a stage; None if the text leaves it free."""
        name = str(self._severities.get(provision.force, "none"))
        if name == "none":
            return None
        severity = Severity(name) if name in set(Severity) else Severity.ERROR
        if strictness.rank < provision.binds.rank:
            return Severity.NOTICE
        return severity

    @cached_property
    def _values(self) -> Mapping[str, tuple[Mapping[str, Any], ...]]:
        """The dated values by name, in the order of their days; a name belongs to one provision."""
        values: dict[str, tuple[Mapping[str, Any], ...]] = {}
        for provision in self.provisions.values():
            for name, dated in provision.values.items():
                values.setdefault(name, tuple(sorted(dated, key=_since)))
        return values

    def value(self, name: str, on: date) -> Mapping[str, Any]:
        """Return the dated value in force on a day, else the earliest; empty if the decision has none of this name."""
        dated = self._values.get(name, ())
        in_force = [entry for entry in dated if _since(entry) <= on]
        return in_force[-1] if in_force else dated[0] if dated else {}

    def years(self, name: str, on: date) -> tuple[int, int] | None:
        """Return the minimum and maximum of years in a dated value; None unless these are two numbers."""
        match self.value(name, on).get("years"):
            case [least, most] if _is_number(least) and _is_number(most):
                return least, most
        return None


def _is_number(value: Any) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _names(value: Any) -> tuple[str, ...]:
    return tuple(name for name in value if isinstance(name, str)) if isinstance(value, list) else ()


def _since(value: Mapping[str, Any]) -> date:
    when = parse_partial_date(str(value.get("from") or ""))
    return when.first if when else date.min


def _provision(entry: Mapping[str, Any]) -> Provision:
    binds = entry.get("binds")
    values = entry.get("values")
    obligation = entry.get("obligation")
    listed = obligation if isinstance(obligation, list) else [obligation]
    return Provision(
        id=entry["id"],
        force=str(entry.get("force") or ""),
        addressee=str(entry.get("addressee") or ""),
        says=texts_by_language(entry.get("says")),
        binds=Strictness(binds) if binds in set(Strictness) else Strictness.DRAFT,
        unchecked=_reason(entry.get("unchecked")),
        not_yet=_reason(entry.get("not_yet")),
        values={
            str(name): tuple(value for value in dated if isinstance(value, dict))
            for name, dated in (values if isinstance(values, dict) else {}).items()
            if isinstance(dated, list)
        },
        obligations=tuple(each for each in listed if isinstance(each, dict)),
        enforced_by=_names(entry.get("enforced_by")),
        basis_of=_names(entry.get("basis_of")),
        source=_names(entry.get("source")),
        confidence=str(entry.get("confidence") or ""),
    )


def _reason(value: Any) -> Texts:
    """Read a reason in three languages, or in English only."""
    return texts_by_language(value if isinstance(value, dict) else {SOURCE_LANGUAGE: value}) if value else {}
