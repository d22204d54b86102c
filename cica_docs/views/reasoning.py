"""The chain behind a verdict: provisions, values on the day, acts, days worked out, settings, waivers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from cica_docs.documents.recorded import FieldRead, Trail
from cica_docs.documents.yaml.scalar import write_flow
from cica_docs.register.events import acts_as_written, corrections_of
from cica_docs.register.law.amendments import provision_entries
from cica_docs.register.restricted.redaction import Redactor
from cica_docs.register.waivers import Waiver, can_be_waived, waivers
from cica_docs.register.works import work_named
from cica_docs.text.escape import escape_ci, escape_pointer
from cica_docs.values.day import Sum
from cica_docs.values.finding import Finding
from cica_docs.values.obligation import Obligation
from cica_docs.values.provision import Provision, Strictness, text_of
from cica_docs.values.span import Place
from cica_docs.views.provisions import Clauses

_ACTS = "/events"
_REMARKS = frozenset({"note", "source", "confidence"})
_LONG = 400


@dataclass(frozen=True)
class Step:
    """A step of the chain: where it is written, and what it says in words that are safe to print."""

    text: str
    place: str = ""


@dataclass(frozen=True, eq=False)
class Reasoning:
    """What one verdict rests on, as the trail of whoever reached it shows it.

    `clauses` are those of the whole register. The verdict is a finding, an obligation, or that a rule found nothing.
    """

    clauses: Clauses
    redactor: Redactor
    provisions: tuple[str, ...]
    trail: Trail
    sums: tuple[Sum, ...]
    works: tuple[str, ...]
    rule: str = ""
    place: str = ""
    """The place that was asked about, as it was given."""
    elsewhere: tuple[int, ...] = ()
    """The other lines in which the rule finds a fault, if it finds none there."""
    strictness: Strictness | None = None
    on: date | None = None
    """The day by whose law the verdict was reached; None for the law of the register's day."""
    finding: Finding | None = None
    obligation: Obligation | None = None

    @property
    def cited(self) -> tuple[Provision, ...]:
        """The provisions that the decision or the house has, as they read on the day."""
        provisions = (self.clauses.corpus.decision.provision(id, self.on) for id in self.provisions)
        return tuple(provision for provision in provisions if provision is not None)

    def place_of(self, place: Place) -> str:
        """Return a place as it is printed: the path from the root of the repository, and the line."""
        return f"{escape_ci(self.clauses.corpus.snapshot.prefix + place.path)}:{place.span.line}"

    def values(self) -> Iterator[Step]:
        """Yield the dated values of the decision that were asked for, as in force on the day asked for."""
        decision = self.clauses.corpus.decision
        for read in self.trail.values:
            value = decision.value(read.name, read.on)
            words = self.clauses.value_of(read.name, value) if value else escape_ci(read.name)
            yield Step(
                self._sentence("value", on=read.on.isoformat(), value=words), self._value_place(read.name, value)
            )

    def _value_place(self, name: str, value: Mapping[str, Any]) -> str:
        for file in self.clauses.corpus.decision.files.values():
            for pointer, entry in provision_entries(file):
                named = entry.get("values")
                dated = named.get(name) if isinstance(named, dict) else None
                if isinstance(dated, list) and value in dated:
                    return self.place_of(file.at(f"{pointer}/values/{escape_pointer(name)}/{dated.index(value)}"))
        return ""

    def fields(self) -> Iterator[Step]:
        """Yield the fields that were read, but for acts; of a field and a part of it, the whole."""
        read = self.trail.fields
        for (path, pointer), field in sorted(read.items(), key=lambda entry: not self._is_own(entry[0][0])):
            above = (pointer.rsplit("/", steps)[0] for steps in range(1, pointer.count("/")))
            is_act = pointer == _ACTS or pointer.startswith(f"{_ACTS}/")
            if not is_act and not any((path, whole) in read for whole in above):
                yield self._field(field)

    def _is_own(self, path: str) -> bool:
        """Whether a file is of the work that was asked about, which is shown first."""
        return f"{path.rpartition('/')[0]}/" in self.place

    def _field(self, field: FieldRead) -> Step:
        place = field.file.at(field.pointer)
        name = field.pointer.removeprefix("/").replace("/", ".")
        written = Place(place.path, field.file.front.value_at(field.pointer))
        return Step(f"{escape_ci(name)}: {self._shown(written, field.value)}", self.place_of(place))

    def _shown(self, place: Place, value: Any) -> str:
        if self.redactor.hides(place):
            return self.clauses.catalogue.word("phrases", "withheld")
        return escape_ci(write_flow(value), _LONG)

    def acts(self) -> Iterator[Step]:
        """Yield the acts that were read, as they are on record, with those that were corrected since."""
        paths = dict.fromkeys(path for path, pointer in self.trail.fields if pointer.startswith(_ACTS))
        for path in sorted(paths, key=lambda path: not self._is_own(path)):
            work = work_named(self.clauses.corpus, "/".join(path.split("/")[:2]))
            corrections = corrections_of(work.original) if work else ()
            corrected = {each.corrected.pointer: each.act for each in corrections if each.corrected}
            for act in acts_as_written(work.original) if work else ():
                written = {key: value for key, value in act.data.items() if key not in _REMARKS}
                shown = self._shown(act.place, written)
                if correction := corrected.get(act.pointer):
                    shown = self._sentence("corrected", act=shown, on=correction.on.text)
                yield Step(shown, self.place_of(act.place))

    def days(self) -> Iterator[Step]:
        """Yield the days that were worked out, each sum once."""
        for total in dict.fromkeys(self.sums):
            if total.number:
                span = self.clauses.words.count(total.unit, abs(total.number))
                sign = "+" if total.number > 0 else "−"
                yield Step(f"{total.start} {sign} {span} = {total.end}")

    def settings(self) -> Iterator[Step]:
        """Yield the settings of the register that were read."""
        for field in self.trail.settings.values():
            yield self._field(field)

    def waivers(self) -> Iterator[Step]:
        """Yield the waivers of the work that cover the rule or the provision, and whether they apply on the day."""
        if self.finding is None:
            return
        work = "/".join(self.finding.place.path.split("/")[:2])
        entries = waivers(self.clauses.corpus).get(work, ())
        covering = [waiver for waiver in entries if waiver.covers(self.rule, self.finding.provision)]
        yield from map(self._waiver, covering)
        if not covering:
            yield Step(self.clauses.words.word("why.no-waiver"))

    def _waiver(self, waiver: Waiver) -> Step:
        reason = self.redactor.reason(
            waiver.place.path, waiver.reason, self.clauses.catalogue.word("phrases", "withheld")
        )
        applies = waiver.applies(self.clauses.corpus.as_of)
        can = self.finding is not None and any(map(can_be_waived, self.cited))
        verdict = "waived" if applies and can else "waiver-ended" if can else "waiver-void"
        return Step(self._sentence(verdict, reason=reason, until=str(waiver.until or "…")), self.place_of(waiver.place))

    def entry(self) -> Iterator[Step]:
        """Yield the entry of the table of obligations, without its words for readers."""
        owed = self.obligation
        file = self.clauses.corpus.decision.files.get(text_of(owed.provision)) if owed else None
        for above, written in provision_entries(file) if file else ():
            if owed and file and written.get("id") == owed.provision.removeprefix(f"{text_of(owed.provision)}:"):
                number = int(owed.duty.removeprefix(owed.provision).removeprefix(":") or 1) - 1
                pointer = f"{above}/obligation"
                listed = written.get("obligation")
                entry = listed[number] if isinstance(listed, list) else listed
                for key, value in entry.items() if isinstance(entry, dict) else ():
                    if key not in {"title", "discharge"}:
                        at = f"{pointer}/{number}/{key}" if isinstance(listed, list) else f"{pointer}/{key}"
                        yield Step(
                            f"{escape_ci(key)}: {escape_ci(write_flow(value), _LONG)}", self.place_of(file.at(at))
                        )

    def _sentence(self, key: str, **values: object) -> str:
        return self.clauses.words.sentence(f"why.{key}", **values)
