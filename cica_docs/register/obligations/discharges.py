"""Discharges: the acts on record by which an obligation is met."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate, islice, product
from typing import Any, NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.query import cached_query
from cica_docs.register.circulation import has_reached_all
from cica_docs.register.events import Event, read_names
from cica_docs.register.mandates.service import area_includes
from cica_docs.register.obligations.deadlines import Deadline, Reckoning, read_deadline
from cica_docs.register.obligations.held_reviews import reviews_by
from cica_docs.register.obligations.meetings import meetings_of
from cica_docs.register.obligations.occasion import Occasion
from cica_docs.register.open_questions import is_answered
from cica_docs.register.papers.forms import independent_works_of
from cica_docs.register.standing import standing_acts
from cica_docs.register.works import Work
from cica_docs.values.day import parse_partial_date
from cica_docs.values.span import Place

_WITHIN = "within"
_ANY = "any"


class Discharge(NamedTuple):
    """The day on which an obligation was met, with the work and place that show it."""

    on: date
    work: str
    place: Place


@dataclass(frozen=True, eq=False)
class DischargeEntry:
    """Acts, meetings, reviews or a day that meet an obligation, and the conditions under which they count."""

    own: frozenset[str] = frozenset()
    """Acts of the work from which the obligation arises."""
    acts: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Acts of other works, by kind."""
    matching: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By field of the act, or else of its work, what it must hold: `work`, `holder`, `area`, `within`, `none`."""
    where: Mapping[str, Any] = field(default_factory=dict)
    """By field of the act, or else of its work, the value that it must have."""
    only_if: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By open question, the answers under which the entry holds."""
    not_before: Mapping[str, str] = field(default_factory=dict)
    """By field of the other work, the day of the occasion before which its date must not lie."""
    since: str | Deadline = ""
    day: str = ""
    reviews_of: str = ""
    meetings_of: str = ""

    def can_hold_without(self, kinds: Collection[str]) -> bool:
        """Whether it can be met in a register that does not use some kinds."""
        return any(kind not in kinds for kind in self.acts) if self.acts else True


def read_discharge(value: Any) -> DischargeEntry | None:
    """Read one entry of `discharged_by`, or None if it is no mapping."""
    if not isinstance(value, dict):
        return None
    acts: dict[str, frozenset[str]] = {}
    for name in read_names(value.get("acts")):
        kind, _, act = name.partition(".")
        acts[kind] = acts.get(kind, frozenset()) | {act}
    return DischargeEntry(
        own=frozenset(read_names(value.get("own"))),
        acts=acts,
        matching=_names_by_field(value.get("matching")),
        where=value["where"] if isinstance(value.get("where"), dict) else {},
        only_if=_names_by_field(value.get("if")),
        not_before=_words_by_field(value.get("not_before")),
        since=_since(value.get("since")),
        day=str(value.get("day") or ""),
        reviews_of=str(value.get("reviews_of") or ""),
        meetings_of=str(value.get("meetings_of") or ""),
    )


def _names_by_field(value: Any) -> Mapping[str, tuple[str, ...]]:
    return {str(key): read_names(names) for key, names in value.items()} if isinstance(value, dict) else {}


def _words_by_field(value: Any) -> Mapping[str, str]:
    return {str(key): str(word) for key, word in value.items()} if isinstance(value, dict) else {}


def _since(value: Any) -> str | Deadline:
    return (read_deadline(value, is_before=False) or "") if isinstance(value, dict) else str(value or "")


def discharge_of(
    corpus: Corpus, entries: tuple[DischargeEntry, ...], occasion: Occasion, due: date, at_least: int
) -> Discharge | None:
    """Return what met an obligation: the earliest of all discharges, or the one that makes up the number asked for."""
    holding = (entry for entry in entries if _holds(corpus, entry))
    discharges = dict.fromkeys(
        discharge for entry in holding for discharge in _discharges(corpus, entry, occasion, due, at_least)
    )
    ordered = sorted(discharges, key=lambda discharge: discharge.on)
    return ordered[at_least - 1] if len(ordered) >= at_least else None


def _holds(corpus: Corpus, entry: DischargeEntry) -> bool:
    return all(is_answered(corpus, question, answers) for question, answers in entry.only_if.items())


def _discharges(
    corpus: Corpus, entry: DischargeEntry, occasion: Occasion, due: date, at_least: int
) -> Iterator[Discharge]:
    """Yield what meets an obligation under an entry; of the acts of other works the earliest, as many as needed."""
    since = _first_day(corpus, entry, occasion)
    yield from _of_own_work(corpus, entry, occasion, since)
    for kind in entry.acts:
        yield from islice(_of_other_works(corpus, entry, kind, occasion, since), at_least)
    if entry.day:
        day = due if entry.day == "due" else occasion.days.get(entry.day)
        if day is not None:
            yield Discharge(day, occasion.work_name, occasion.place)
    for review in reviews_by(corpus, entry.reviews_of) if entry.reviews_of else ():
        if since <= review.on <= occasion.until:
            yield Discharge(review.on, review.work, review.place)
    for meeting in meetings_of(corpus, entry.meetings_of, occasion.area) if entry.meetings_of else ():
        if since <= meeting.last.last <= corpus.as_of and meeting.first.first <= occasion.until:
            yield Discharge(meeting.last.last, "", meeting.place)


def own_discharges(corpus: Corpus, entries: tuple[DischargeEntry, ...], occasion: Occasion) -> Iterator[Discharge]:
    """Yield what meets an obligation of the acts of the work itself."""
    for entry in entries:
        if _holds(corpus, entry):
            yield from _of_own_work(corpus, entry, occasion, _first_day(corpus, entry, occasion))


def _first_day(corpus: Corpus, entry: DischargeEntry, occasion: Occasion) -> date:
    """Return the day from which acts count under an entry."""
    if isinstance(entry.since, Deadline):
        return Reckoning(corpus, occasion).day(entry.since) or occasion.since
    return date.min if entry.since == _ANY else occasion.day(entry.since) or occasion.since


def _of_own_work(corpus: Corpus, entry: DischargeEntry, occasion: Occasion, since: date) -> Iterator[Discharge]:
    for act in occasion.acts:
        if (
            act.kind in entry.own
            and fits(act, entry.where)
            and (not entry.since or since <= act.on.last)
            and has_reached_all(corpus, act)
        ):
            yield Discharge(act.on.first, occasion.work_name, act.place)


def _of_other_works(
    corpus: Corpus, entry: DischargeEntry, kind: str, occasion: Occasion, since: date
) -> Iterator[Discharge]:
    """Yield the acts of other works of a kind that meet an obligation, the earliest first."""
    exact = tuple((name, words[0]) for name, words in entry.matching.items() if len(words) == 1 and words[0] != _WITHIN)
    rest = [(name, words) for name, words in entry.matching.items() if (name, *words) not in exact]
    values = tuple(_value_of(word, occasion) for _, word in exact)
    dated = _acts_by(corpus, kind, entry.acts[kind], tuple(name for name, _ in exact)).get(values)
    for work, act in dated.within(since, occasion.until) if dated else ():
        if (
            work is not occasion.work
            and fits(act, entry.where)
            and all(_matches(corpus, work, act, name, words, occasion) for name, words in rest)
            and all(_is_not_before(work, name, occasion.day(word)) for name, word in entry.not_before.items())
        ):
            yield Discharge(act.on.first, work.name, act.place)


class DatedActs(NamedTuple):
    """Acts of several works by first possible day; `latest` is the last possible day of each and all before it."""

    acts: tuple[tuple[Work, Event], ...]
    latest: tuple[date, ...]

    def within(self, since: date, until: date) -> Iterator[tuple[Work, Event]]:
        """Yield the acts of a window; a date known to the month or year counts if it may lie within."""
        for work, act in islice(self.acts, bisect_left(self.latest, since), None):
            if act.on.first > until:
                return
            if since <= act.on.last:
                yield work, act


@cached_query
def _acts_by(
    corpus: Corpus, kind: str, acts: frozenset[str], fields: tuple[str, ...]
) -> Mapping[tuple[str, ...], DatedActs]:
    """Map the values of some fields to the acts, of some names, of the works of a kind that hold them.

    An obligation needs the earliest alone: to walk all of them for each would take the square of a register.
    """
    by_values: dict[tuple[str, ...], list[tuple[Work, Event]]] = {}
    for work in independent_works_of(corpus, kind):
        for act in standing_acts(corpus, work):
            if act.kind in acts and has_reached_all(corpus, act):
                for values in product(*(_values_in(work, act, name) for name in fields)):
                    by_values.setdefault(values, []).append((work, act))
    return {values: _in_order(dated) for values, dated in by_values.items()}


def _in_order(acts: list[tuple[Work, Event]]) -> DatedActs:
    ordered = sorted(acts, key=lambda pair: pair[1].on.first)
    return DatedActs(tuple(ordered), tuple(accumulate((act.on.last for _, act in ordered), max)))


def fits(act: Event, where: Mapping[str, Any]) -> bool:
    """Whether fields of an act, or else of its document, have the values asked for; a list allows any of its values."""
    return all(
        {str(name) for name in read_names(act.data.get(name, act.document.get(f"/{name}")))} & set(read_names(values))
        for name, values in where.items()
    )


def _values_in(work: Work, act: Event, field: str) -> tuple[str, ...]:
    """Return the value of a field of an act, or else of its work, or each value of its list; "" if it has none."""
    value = act.data.get(field) or work.original.get(f"/{field}") or ""
    return tuple(dict.fromkeys(map(str, value))) if isinstance(value, list) else (str(value),)


def _value_of(word: str, occasion: Occasion) -> str:
    if word == "work":
        return occasion.work.id if occasion.work else ""
    if word == "area":
        return occasion.area
    return occasion.parties.get(word, "")


def _is_not_before(work: Work, field: str, day: date | None) -> bool:
    """Whether a date of a work does not lie before a day; one that is missing does."""
    written = parse_partial_date(str(work.original.get(f"/{field}") or ""))
    return written is not None and (day is None or written.last >= day)


def _matches(corpus: Corpus, work: Work, act: Event, name: str, words: tuple[str, ...], occasion: Occasion) -> bool:
    return any(
        area_includes(corpus, occasion.area, value) if word == _WITHIN else value == _value_of(word, occasion)
        for value, word in product(_values_in(work, act, name), words)
    )
