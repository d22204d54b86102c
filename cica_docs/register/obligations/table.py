"""The table of obligations: the `obligation:` entries of a decision's provisions, read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.register.events import read_names
from cica_docs.register.obligations.deadlines import Deadline, Quantity, read_deadline, read_quantity
from cica_docs.register.obligations.discharges import DischargeEntry, read_discharge
from cica_docs.values.provision import Provision
from cica_docs.values.texts import Texts, texts_by_language

ALWAYS = "always"
PER_YEAR = "per_year"
SOON = "soon"


@dataclass(frozen=True, eq=False)
class Duty:
    """One entry of the table: when an obligation arises, who owes it by when, and which acts discharge it."""

    provision: str
    title: Texts
    discharge: Texts
    arises: str
    due: Deadline
    soon: Deadline
    owed_by: tuple[str, ...] = ()
    body: str = ""
    roles: Mapping[str, str] = field(default_factory=dict)
    """By role `always`, or the open question whose answer lists the clauses that the role owes."""
    unless: frozenset[str] = frozenset()
    where: Mapping[str, Any] = field(default_factory=dict)
    bodies: tuple[str, ...] = ()
    """The bodies whose meetings it arises from."""
    counted: Quantity | None = None
    at_least: Quantity | None = None
    alarms: tuple[Any, ...] = (SOON,)
    discharged_by: tuple[DischargeEntry, ...] = ()
    also: tuple[str, ...] = ()
    """Further provisions that an overdue obligation breaches."""

    @property
    def kind(self) -> str:
        """The kind of work that it arises from, or "" for a recurring obligation."""
        return self.arises.partition(".")[0] if "." in self.arises else ""

    @property
    def is_set_by_register(self) -> bool:
        """Whether the deadline is a setting of the register, since the clause sets none."""
        return self.due.is_setting


@cached_query
def duties(corpus: Corpus) -> Mapping[str, Duty]:
    """Map provisions to their entries in the table, without those that cannot be read, which the schema reports."""
    return {duty.provision: duty for duty in _duties(corpus.decision.provisions.values())}


def _duties(provisions: Any) -> Iterator[Duty]:
    for provision in provisions:
        if provision.obligation and (duty := read_duty(provision)):
            yield duty


def read_duty(provision: Provision) -> Duty | None:
    """Read the entry of a provision, or None if it lacks its occasion or a deadline."""
    entry = provision.obligation
    due = read_deadline(entry.get("due"), is_before=False)
    soon = read_deadline(entry.get("soon"), is_before=True) if "soon" in entry else due
    arises = entry.get("arises")
    if due is None or soon is None or not isinstance(arises, str):
        return None
    owed_by = entry.get("owed_by")
    at_least = entry.get("at_least")
    alarms = entry.get("alarms")
    return Duty(
        provision=provision.id,
        title=texts_by_language(entry.get("title")),
        discharge=texts_by_language(entry.get("discharge")),
        arises=arises,
        due=due,
        soon=soon,
        owed_by=read_names(owed_by),
        body=str(owed_by.get("body") or "") if isinstance(owed_by, dict) else "",
        roles=_mapping(entry.get("roles")),
        unless=frozenset(read_names(entry.get("unless"))),
        where=_mapping(entry.get("where")),
        bodies=read_names(entry.get("of")),
        counted=_word(entry.get("counted")),
        at_least=read_quantity(at_least.get(PER_YEAR) if isinstance(at_least, dict) else at_least),
        alarms=tuple(alarms) if isinstance(alarms, list) else (SOON,),
        discharged_by=tuple(filter(None, map(read_discharge, _list(entry.get("discharged_by"))))),
        also=read_names(entry.get("also")),
    )


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _word(value: Any) -> Quantity | None:
    return Quantity(written=value) if isinstance(value, str) else read_quantity(value)
