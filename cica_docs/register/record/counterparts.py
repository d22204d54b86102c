"""Counterparts on record: what a document and one that it names say of the same fact."""

from collections.abc import Iterator
from typing import NamedTuple

from cica_docs.documents.corpus import Corpus
from cica_docs.documents.counterpart import Counterpart
from cica_docs.register.events import events_until
from cica_docs.register.mandates.service import area_includes
from cica_docs.register.sources import named_work
from cica_docs.register.works import Work, works
from cica_docs.values.span import Place


class Difference(NamedTuple):
    """A fact that a document and its counterpart state differently; `relation` names the table of the counterpart."""

    work: Work
    other: Work
    relation: str
    field: str
    value: str
    other_value: str
    place: Place
    other_place: Place


def differences(corpus: Corpus) -> Iterator[Difference]:
    """Yield the differences between all works and their counterparts on record."""
    for work in works(corpus).values():
        for counterpart in work.kind.counterparts:
            other = named_work(corpus, work, counterpart.document)
            if other is not None:
                yield from _unexpected(work, counterpart, other) or _differing(corpus, work, counterpart, other)


def _unexpected(work: Work, counterpart: Counterpart, other: Work) -> list[Difference]:
    """Return what shows that the document named is not of the sort that is meant."""
    place = work.original.at(counterpart.document)
    return [
        Difference(work, other, "expects", field, expected, value, place, other.original.at(field))
        for field, expected in counterpart.expects.items()
        if (value := str(other.original.get(field) or "")) and value != expected
    ]


def _differing(corpus: Corpus, work: Work, counterpart: Counterpart, other: Work) -> Iterator[Difference]:
    for relation in ("fields", "within", "noted"):
        for field, other_field in getattr(counterpart, relation).items():
            value, stated = work.original.get(field), dict(_stated(corpus, other, other_field))
            if not isinstance(value, str) or not stated or value in stated:
                continue
            other_value, place = list(stated.items())[-1]
            if relation != "within" or not _is_within(corpus, other_value, value):
                yield Difference(work, other, relation, field, value, other_value, work.original.at(field), place)


def _stated(corpus: Corpus, work: Work, field: str) -> Iterator[tuple[str, Place]]:
    """Yield the values of a field, or of the field of each act of a kind, with their places."""
    if field.startswith("/"):
        value = work.original.get(field)
        if isinstance(value, str):
            yield value, work.original.at(field)
        return
    kind, _, name = field.partition(".")
    for act in events_until(corpus, work.original):
        if act.kind == kind and isinstance(act.data.get(name), str):
            yield act.data[name], work.original.at(f"{act.pointer}/{name}")


def _is_within(corpus: Corpus, enclosing: str, area: str) -> bool:
    """Whether an area is part of another, or as large."""
    return area_includes(corpus, enclosing, area) or corpus.reference.entry("area", area).get("dimension") == enclosing
