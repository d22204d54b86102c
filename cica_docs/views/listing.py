"""Lists: the works of a kind, or the states, areas, bodies and measures on record."""

from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.kind import Kinds
from cica_docs.documents.reference_data import validity_of
from cica_docs.i18n.messages import Catalogue
from cica_docs.register.catalogue import CHANGES, recorded_changes_by_entry
from cica_docs.register.events import read_names
from cica_docs.register.lifecycle import State, lifecycles
from cica_docs.register.mandates.mandates import mandates
from cica_docs.register.mandates.offices import office_holders
from cica_docs.register.naming.find import find_area, find_state
from cica_docs.register.status import status_of
from cica_docs.register.works import Work, works_of
from cica_docs.values.failure import Failure
from cica_docs.values.role import CO_COORDINATOR
from cica_docs.values.texts import Texts

Row = Mapping[str, str]


class Listing(NamedTuple):
    """The columns of a list by key, and the values of each entry."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    gender: Texts = MappingProxyType({})
    """Of the name of the kind that is listed, by language."""


class ListFilters(NamedTuple):
    """The filters of a list; an empty filter matches everything."""

    area: str = ""
    state: str = ""

    def resolved(self, corpus: Corpus) -> "ListFilters":
        """Return the filters with the ids of what they name."""
        return ListFilters(self.area and find_area(corpus, self.area), self.state and find_state(corpus, self.state))


def build_listing(corpus: Corpus, catalogue: Catalogue, list_name: str, filters: ListFilters | None = None) -> Listing:
    """List the works of a kind, named by folder or plural, or `states`, `areas`, `bodies`, `measures`."""
    applied = (filters or ListFilters()).resolved(corpus)
    name = _list_name(corpus.kinds, list_name)
    if name in corpus.kinds.kinds:
        rows = _works(corpus, catalogue, name, applied)
        return Listing(name, _OF_WORKS, tuple(rows), corpus.kinds.kinds[name].gender)
    keys, makes, narrowed_by = _REFERENCE[name]
    for option in ("area", "state"):
        if getattr(applied, option) and option not in narrowed_by:
            raise Failure("list-filter-unfit", option=f"--{option}", what=name)
    return Listing(name, keys, tuple(makes(corpus, catalogue, applied)))


def list_names(kinds: Kinds) -> tuple[str, ...]:
    """Return the names of all lists."""
    return (*kinds.kinds, *_REFERENCE)


def _list_name(kinds: Kinds, text: str) -> str:
    names = list_names(kinds)
    for name in (text, text.removesuffix("s"), f"{text}s"):
        if name in names:
            return name
        kinds.require_used(name)
    similar = get_close_matches(text, names, 1, 0.6)
    raise Failure("list-unknown", what=text, known=names, suggestion=tuple(similar))


_OF_WORKS = (
    "id",
    "symbol",
    "title",
    "area",
    "state",
    "stage",
    "standing",
    "since",
    "from",
    "to",
    "known",
    "example",
)


def _works(corpus: Corpus, catalogue: Catalogue, kind: str, filters: ListFilters) -> Iterator[Row]:
    for work in works_of(corpus, kind):
        states = holders_of(corpus, work)
        area = str(work.original.get("/area") or "")
        if filters.state and filters.state not in states:
            continue
        if filters.area and not is_area_within(corpus, area, filters.area):
            continue
        cycle = lifecycles(corpus)[work.name]
        yield {
            "id": work.id,
            "symbol": str(work.original.get("/symbol") or work.original.get("/number") or ""),
            "title": work.title(catalogue.language),
            "area": area,
            "state": " ".join(states),
            "stage": cycle.state.value,
            "standing": status_of(corpus, work).key,
            "since": str(cycle.since or work.original.get("/date") or ""),
            "from": cycle.period.first.isoformat() if cycle.period else "",
            "to": cycle.period.last.isoformat() if cycle.period else "",
            "known": str(work.original.get("/known/as_of") or "") if cycle.state is State.ON_RECORD else "",
            "example": "true" if work.is_example else "",
        }


def holders_of(corpus: Corpus, work: Work) -> tuple[str, ...]:
    """Return the states whose work it is: the holder of a mandate, the author of a notice, paper, plan or note."""
    names = (name for pointer in work.kind.holders for name in read_names(work.original.get(pointer)))
    return tuple(dict.fromkeys(name for name in names if name not in corpus.reference.all("body")))


def is_area_within(corpus: Corpus, area: str, area_or_dimension: str) -> bool:
    """Whether an area is the given area or belongs to the given dimension."""
    return area == area_or_dimension or corpus.reference.entry("area", area).get("dimension") == area_or_dimension


def _states(corpus: Corpus, catalogue: Catalogue, filters: ListFilters) -> Iterator[Row]:
    in_area = {mandate.holder for mandate in mandates(corpus) if is_area_within(corpus, mandate.area, filters.area)}
    for code, entry in corpus.reference.all("state").items():
        if filters.area and code not in in_area:
            continue
        spells = [spell for key in ("member", "observer") for spell in entry.get(key) or () if isinstance(spell, dict)]
        current = next((spell for spell in spells if validity_of(spell).covers(corpus.as_of)), {})
        is_member = corpus.reference.is_member(code, corpus.as_of)
        yield {
            "id": code,
            "title": corpus.reference.names("state", code, corpus.as_of)[catalogue.language],
            "membership": "member" if is_member else "observer" if current else "outside",
            "since": str(current.get("from") or ""),
        }


def _areas(corpus: Corpus, catalogue: Catalogue, filters: ListFilters) -> Iterator[Row]:
    for id, entry in corpus.reference.all("area").items():
        if filters.area and not is_area_within(corpus, id, filters.area):
            continue
        serving = [office.mandate for office in office_holders(corpus, id)]
        if filters.state and filters.state not in {mandate.holder for mandate in serving}:
            continue
        leading = dict.fromkeys(mandate.holder for mandate in serving if mandate.role != CO_COORDINATOR)
        supporting = dict.fromkeys(mandate.holder for mandate in serving if mandate.role == CO_COORDINATOR)
        yield {
            "id": id,
            "title": corpus.reference.names("area", id, corpus.as_of)[catalogue.language],
            "dimension": str(entry.get("dimension") or ""),
            "coordinator": " ".join(leading),
            "co_coordinators": " ".join(supporting),
            **_changes(corpus, "area", id),
        }


def _bodies(corpus: Corpus, catalogue: Catalogue, _: ListFilters) -> Iterator[Row]:
    for id, entry in corpus.reference.all("body").items():
        short = entry.get("abbreviation")
        yield {
            "id": id,
            "title": corpus.reference.names("body", id, corpus.as_of)[catalogue.language],
            "abbreviation": str(short.get(catalogue.language.value) or "") if isinstance(short, dict) else "",
            "route": str(entry.get("route") or ""),
        }


def _measures(corpus: Corpus, catalogue: Catalogue, filters: ListFilters) -> Iterator[Row]:
    for id, entry in corpus.reference.all("measure").items():
        area = str(entry.get("area") or "")
        if not filters.area or is_area_within(corpus, area, filters.area):
            says = corpus.reference.names("measure", id, corpus.as_of)[catalogue.language]
            yield {"id": id, "area": area, "title": says, **_changes(corpus, "measure", id)}


def _changes(corpus: Corpus, category: str, name: str) -> Row:
    """Return by change the acts by which an entry of the Catalogue was introduced, modified or withdrawn."""
    acts = recorded_changes_by_entry(corpus).get((category, name), ())
    return {
        change: "; ".join(
            " ".join(filter(None, (act.on.text, act.by, act.decided))) for act in acts if act.change == change
        )
        for change in CHANGES
    }


# By name: the columns, the function that yields the rows, and the filters that apply.
_REFERENCE: Mapping[
    str, tuple[tuple[str, ...], Callable[[Corpus, Catalogue, ListFilters], Iterator[Row]], tuple[str, ...]]
] = {
    "states": (("id", "title", "membership", "since"), _states, ("area",)),
    "areas": (("id", "title", "dimension", "coordinator", "co_coordinators", *CHANGES), _areas, ("area", "state")),
    "bodies": (("id", "title", "abbreviation", "route"), _bodies, ()),
    "measures": (("id", "area", "title", *CHANGES), _measures, ("area",)),
}
