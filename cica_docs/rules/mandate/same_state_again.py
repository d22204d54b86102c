"""A State is appointed Coordinator directly after itself, while others never coordinated the area.

## Why
Some decisions rest appointments on rotation among the Member States: the next one takes its turn. The
same State may be appointed again once all have had theirs, or after another one. An extension is no
appointment. A State that is only known to have coordinated the area has had its turn.

## Example
    holder: XA      # XA coordinated the area from 2026-01-01 to 2027-12-31, XB never did
    events:
      - {on: 2027-12-10, kind: appointed, by: ministers, tenure: {from: 2028-01-01, to: 2029-12-31}}

Use instead
    holder: XB
"""

from collections.abc import Iterator
from datetime import date

from cica_docs.documents.corpus import Corpus
from cica_docs.register.mandates.appointments import Appointment, appointments
from cica_docs.register.mandates.mandates import mandates
from cica_docs.register.mandates.service import area_name_of
from cica_docs.rules.rule import RelatedPlace, Violation, violation
from cica_docs.values.role import COORDINATOR
from cica_docs.values.span import Place

MESSAGE = "{holder} is appointed Coordinator of {area} directly after itself; Member States that never were: {count}"
HELP = "{if_slip}say in a waiver why it was decided so"
RELATED = {"": "its turn before is recorded here"}


def check(corpus: Corpus) -> Iterator[Violation]:
    former: dict[str, tuple[str, Place]] = {}
    past: dict[str, set[str]] = {}
    for on, area, holder, place, appointment in _turns(corpus):
        turn = past.setdefault(area, set())
        turn.add(holder)
        previous, before = former.get(area, ("", place))
        former[area] = holder, place
        if appointment is None or previous != holder:
            continue
        waiting = set(corpus.reference.members(on)) - turn
        if waiting:
            yield violation(
                place,
                judged_on=on,
                related=(RelatedPlace(before, ""),),
                holder=corpus.reference.names("state", holder, on),
                area=area_name_of(corpus, area, on),
                count=len(waiting),
            )


def _turns(corpus: Corpus) -> list[tuple[date, str, str, Place, Appointment | None]]:
    """List the appointments of Coordinators, and those who are only known to have been, by day."""
    appointed = [
        (each.act.on.first, each.mandate.area, each.mandate.holder, each.act.place, each)
        for each in appointments(corpus)
        if each.mandate.role == COORDINATOR
    ]
    known = [
        (each.known_as_of.first, each.area, each.holder, each.work.original.at("/holder"), None)
        for each in mandates(corpus)
        if each.role == COORDINATOR and each.known_as_of
    ]
    return sorted((*appointed, *known), key=lambda turn: (turn[0], turn[3]))
