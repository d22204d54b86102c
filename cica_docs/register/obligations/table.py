"""The table of obligations: the `obligation:` entries of a decision's provisions, read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.register.events import read_names
from cica_docs.register.obligations.deadlines import Deadline, Quantity, read_deadline, read_due, read_quantity
from cica_docs.register.obligations.discharges import DischargeEntry, read_discharge
from cica_docs.values.provision import Provision
from cica_docs.values.texts import Texts, texts_by_language

ALWAYS = "always"
PER_YEAR = "per_year"
SOON = "soon"


class OwingBody(NamedTuple):
    """A body by its id, or by the role that the register gives it."""

    id: str = ""
    role: str = ""

    def named_in(self, corpus: Corpus) -> str:
        """Return its id in a register, or "" if the register has no body in the role."""
        return self.id or corpus.reference.role(self.role)


@dataclass(frozen=True, eq=False)
class Duty:
    """One entry of the table: when an obligation arises, who owes it by when, and which acts discharge it."""

    name: str
    """Its provision; of several entries of one provision the later ones have a number behind it."""
    suffix: str
    """What tells its obligations from those of an earlier entry of the provision that arise alike; "" if none does."""
    provision: str
    title: Texts
    discharge: Texts
    arises: str
    due: tuple[Deadline, ...]
    """The first whose day is known counts."""
    soon: Deadline | None
    """None if it is due soon on the due day."""
    beyond: Deadline | None = None
    """The span that must have passed, without its own work meeting it, for the obligation to arise."""
    owed_by: tuple[str, ...] = ()
    body: OwingBody | None = None
    vacant: OwingBody | None = None
    """Who is addressed if none of those who owe it is in office."""
    roles: Mapping[str, str] = field(default_factory=dict)
    """By role `always`, or the open question whose answer lists the clauses that the role owes; without any, all do."""
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


@cached_query
def duties(corpus: Corpus) -> Mapping[str, Duty]:
    """Map the names of the entries in the table to them.

    The name of an entry is that of its provision, and a number behind it from the second of a provision on.
    Left out are those that cannot be read, which the schema reports, and those that arise from, or are discharged by,
    only documents of kinds that the register does not use.
    """
    left_out = corpus.kinds.left_out
    return {
        duty.name: duty
        for duty in _duties(corpus.decision.recorded.values())
        if duty.kind not in left_out
        and (not duty.discharged_by or any(entry.can_hold_without(left_out) for entry in duty.discharged_by))
    }


def _duties(provisions: Iterable[Provision]) -> Iterator[Duty]:
    for provision in provisions:
        arising: set[str] = set()
        for number, entry in enumerate(provision.obligations, start=1):
            mark = f":{number}" if number > 1 else ""
            if duty := read_duty(provision.id, mark, entry, is_repeated=str(entry.get("arises")) in arising):
                yield duty
                arising.add(duty.arises)


def read_duty(provision: str, mark: str, entry: Mapping[str, Any], *, is_repeated: bool) -> Duty | None:
    """Read an entry of a provision, or None if it lacks its occasion or a deadline."""
    due = read_due(entry.get("due"))
    soon = read_deadline(entry.get("soon"), is_before=True)
    beyond = read_deadline(entry.get("beyond"), is_before=False)
    arises = entry.get("arises")
    if not due or not isinstance(arises, str):
        return None
    if any(key in entry and deadline is None for key, deadline in (("soon", soon), ("beyond", beyond))):
        return None
    owed_by = entry.get("owed_by")
    at_least = entry.get("at_least")
    alarms = entry.get("alarms")
    return Duty(
        name=provision + mark,
        suffix=mark if is_repeated else "",
        provision=provision,
        title=texts_by_language(entry.get("title")),
        discharge=texts_by_language(entry.get("discharge")),
        arises=arises,
        due=due,
        soon=soon,
        beyond=beyond,
        owed_by=read_names(owed_by),
        body=_body(owed_by),
        vacant=_body(entry.get("vacant")),
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


def _body(value: Any) -> OwingBody | None:
    return OwingBody(str(value.get("body") or ""), str(value.get("role") or "")) if isinstance(value, dict) else None


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _word(value: Any) -> Quantity | None:
    return Quantity(written=value) if isinstance(value, str) else read_quantity(value)
