"""A State becomes Coordinator of an area, while another one coordinates at least two areas fewer.

## Why
Some decisions ask that areas be shared equally among the Member States. Numbers allow no more than this:
no State has two areas more than another. Judged is the day on which a service begins, with all that begin
on it. A State that is only known to coordinate an area, without a term, is taken to do so still.

## Example
    area: tourism       # XA coordinates transport already, XB coordinates no area
    holder: XA

Use instead
    holder: XB
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from heapq import heappop, heappush
from itertools import groupby

from cica_docs.documents.corpus import Corpus
from cica_docs.register.mandates.mandates import mandates
from cica_docs.register.mandates.service import Service, area_name_of, services
from cica_docs.rules.rule import Violation, violation
from cica_docs.values.role import COORDINATOR

MESSAGE = "{holder} begins to coordinate {area} and has {count} areas, {other} has {fewest}"
HELP = "{if_slip}say in a waiver why it was decided so"
_FAIR = 1


def check(corpus: Corpus) -> Iterator[Violation]:
    known = Counter(each.holder for each in mandates(corpus) if each.role == COORDINATOR and each.known_as_of)
    held: dict[str, Counter[str]] = {}
    ends: list[tuple[date, str, str]] = []
    coordinators = (service for service in services(corpus) if service.mandate.role == COORDINATOR)
    for first, begun in groupby(coordinators, key=lambda service: service.period.first):
        while ends and ends[0][0] < first:
            _, state, area = heappop(ends)
            held[state] -= Counter([area])
        latest: dict[str, Service] = {}
        for service in begun:
            state, area = service.mandate.holder, service.mandate.area
            held.setdefault(state, Counter())[area] += 1
            heappush(ends, (service.period.last, state, area))
            latest[state] = service
        for state, service in latest.items():
            counts = {
                other: len(held.get(other, ())) + known[other]
                for other in corpus.reference.members(first)
                if other != state
            }
            fewest = min(counts, key=counts.__getitem__, default="")
            if fewest and len(held[state]) - counts[fewest] > _FAIR:
                yield violation(
                    service.begun.place,
                    judged_on=service.begun.on.first,
                    holder=corpus.reference.names("state", state, first),
                    area=area_name_of(corpus, service.mandate.area, first),
                    count=len(held[state]),
                    other=corpus.reference.names("state", fewest, first),
                    fewest=counts[fewest],
                )
