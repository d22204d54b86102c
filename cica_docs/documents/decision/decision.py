"""A decision as data: its provisions, and the severity of a breach of each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, TypeGuard

from cica_docs.documents.decision.provisions import day_of_entry, read_provisions
from cica_docs.documents.decision.status import DecisionStatus
from cica_docs.documents.document import DataFile
from cica_docs.values.day import plus_days
from cica_docs.values.provision import Provision, Severity, Strictness, text_of
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
class FurtherText:
    """A governing text beside the decision, with provisions of its own: modalities, guidelines, rules of procedure."""

    id: str
    file: DataFile | None
    standing: DecisionStatus

    @cached_property
    def unread(self) -> Texts:
        """The parts of its sources that were not read, by language; empty if none are named."""
        return texts_by_language(self.file.front.get("/unread") if self.file else None)


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
    as_of: date = date.max
    """The day of the register."""
    further: tuple[FurtherText, ...] = ()
    """The governing texts beside it."""

    @property
    def status(self) -> str:
        """`draft`, `adopted` or `superseded`."""
        return self.standing.name

    @property
    def files(self) -> Mapping[str, DataFile]:
        """The files of provisions, of the decision under "" and of each further text by its name; those there are."""
        files = {"": self.file, **{text.id: text.file for text in self.further}}
        return {id: file for id, file in files.items() if file is not None}

    def is_law(self, path: str) -> bool:
        """Whether the provisions in a file are in force or were: those of the house, or of a draft, never are."""
        names = (id for id, file in self.files.items() if file.path == path)
        return any(self.standing_of(f"{id}:").name != "draft" for id in names)

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
    def recorded(self) -> Mapping[str, Provision]:
        """All provisions by id as first written, in force or not, the decision's first."""
        provisions: dict[str, Provision] = {}
        of_further = (each for text in self.further for each in read_provisions(text.file, text.id))
        for provision in (*read_provisions(self.file), *of_further, *read_provisions(self.house)):
            provisions.setdefault(provision.id, provision)
        for id, named in self.amendments.items():
            provision = provisions[id]
            later = {name: (*provision.values.get(name, ()), *dated) for name, dated in named.items()}
            provisions[id] = replace(provision, values={**provision.values, **later})
        return provisions

    @cached_property
    def provisions(self) -> Mapping[str, Provision]:
        """The provisions in force on the day of the register by id, as they read then."""
        on_the_day = ((id, provision.on(self.as_of)) for id, provision in self.recorded.items())
        return {id: provision for id, provision in on_the_day if provision is not None}

    def with_files(self, shown: Callable[[DataFile], DataFile]) -> "Decision":
        """Return the decision with each of its files, and those of the texts beside it, as it is shown."""
        law, house = (file and shown(file) for file in (self.file, self.house))
        further = (replace(text, file=text.file and shown(text.file)) for text in self.further)
        return replace(self, file=law, house=house, further=tuple(further))

    def amended(self, amendments: Amendments) -> "Decision":
        """Return the decision with further dated values; of two from the same day the later prevails."""
        return replace(self, amendments=amendments)

    @cached_property
    def _severities(self) -> Mapping[str, Mapping[str, str]]:
        """The severities by force, of the decision under "" and of each further text."""
        tables = {id: file.front.get("/severity") for id, file in self.files.items()}
        return {id: {**_BY_FORCE, **(table if isinstance(table, dict) else {})} for id, table in tables.items()}

    def further_text(self, id: str) -> FurtherText | None:
        """Return the further text that a provision or clause is of; None for the decision's own and the house's."""
        return next((text for text in self.further if text.id == text_of(id)), None)

    def standing_of(self, id: str) -> DecisionStatus:
        """Return the status of the text that a provision is of."""
        text = self.further_text(id)
        return text.standing if text else self.standing

    def gates_under(self, id: str) -> bool:
        """Whether an error under a provision fails a check: always if its text is adopted."""
        text = self.further_text(id)
        return self.gates or (text is not None and text.standing.name != "draft")

    def provision(self, id: str, on: date | None = None) -> Provision | None:
        """Return a provision as it reads on a day, by default that of the register; None if it is not in force then."""
        if on is None:
            return self.provisions.get(id)
        recorded = self.recorded.get(id)
        return recorded.on(on) if recorded else None

    def latest(self, id: str) -> Provision:
        """Return a provision on record as it reads on the day of the register, else as it last did or first will."""
        recorded = self.recorded[id]
        days = (self.as_of, *(plus_days(amendment.since, -1) for amendment in reversed(recorded.amendments)))
        read = (recorded.on(day) for day in days if day <= self.as_of)
        return next((provision for provision in read if provision), recorded)

    @cached_property
    def _bindings(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the provisions that on any day name a rule, constraint or section as enforced by it."""
        bindings: dict[str, dict[str, None]] = {}
        for provision in self.recorded.values():
            changed = (name for amendment in provision.amendments for name in amendment.changes.get("enforced_by", ()))
            for name in (*provision.enforced_by, *changed):
                bindings.setdefault(name, {})[provision.id] = None
        return {name: tuple(ids) for name, ids in bindings.items()}

    def binds(self, name: str, *, begins: bool = False) -> bool:
        """Whether a provision names a rule, constraint or section, or one that so begins, as enforced by it, ever."""
        return name in self._bindings or (begins and any(bound.startswith(name) for bound in self._bindings))

    def bound_by(self, name: str, on: date | None = None) -> tuple[str, ...]:
        """Return the ids of the provisions that on a day name a rule, constraint or section, in order."""
        of_the_day = ((id, self.provision(id, on)) for id in self._bindings.get(name, ()))
        return tuple(id for id, provision in of_the_day if provision and name in provision.enforced_by)

    def binding(self, name: str, on: date | None = None) -> str:
        """Return the provision that a breach on a day cites, reported by a rule, constraint or section; "" if none."""
        return next(iter(self.bound_by(name, on)), "")

    @cached_property
    def bindings(self) -> Mapping[str, tuple[str, ...]]:
        """What provisions name as enforced by it on the day of the register, with their ids, in order."""
        bound = ((name, self.bound_by(name)) for name in self._bindings)
        return {name: ids for name, ids in bound if ids}

    @cached_property
    def _bases(self) -> Mapping[str, tuple[str, ...]]:
        bases: dict[str, list[str]] = {}
        for provision in self.recorded.values():
            for rule in provision.basis_of:
                bases.setdefault(rule, []).append(provision.id)
        return {rule: tuple(ids) for rule, ids in bases.items()}

    def has_basis(self, rule: str) -> bool:
        """Whether a house rule rests on a clause on any day."""
        return rule in self._bases

    def basis(self, rule: str, on: date | None = None) -> tuple[str, ...]:
        """Return the clauses on which a house rule rests on a day, in order."""
        of_the_day = (self.provision(id, on) for id in self._bases.get(rule, ()))
        return tuple(dict.fromkeys(provision.clause for provision in of_the_day if provision))

    def severity_of(self, id: str, strictness: Strictness, on: date | None = None) -> Severity | None:
        """Return how much a breach on a day weighs; a house rule that the settings do not state is an error."""
        provision = self.provision(id, on)
        if provision is None:
            return Severity.ERROR if id.startswith("house/") else None
        return self.severity(provision, strictness)

    def severity(self, provision: Provision, strictness: Strictness) -> Severity | None:
        """Return how much a breach weighs in a work of a stage; None if the text leaves it free."""
        name = str(self._severities.get(text_of(provision.id), _BY_FORCE).get(provision.force, "none"))
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
        for provision in self.recorded.values():
            for name, dated in provision.values.items():
                values.setdefault(name, tuple(sorted(dated, key=day_of_entry)))
        return values

    def value(self, name: str, on: date) -> Mapping[str, Any]:
        """Return the dated value in force on a day, else the earliest; empty if the decision has none of this name."""
        dated = self._values.get(name, ())
        in_force = [entry for entry in dated if day_of_entry(entry) <= on]
        return in_force[-1] if in_force else dated[0] if dated else {}

    def years(self, name: str, on: date) -> tuple[int, int] | None:
        """Return the minimum and maximum of years in a dated value; None unless these are two numbers."""
        match self.value(name, on).get("years"):
            case [least, most] if _is_number(least) and _is_number(most):
                return least, most
        return None


def _is_number(value: Any) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)
